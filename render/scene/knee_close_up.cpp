#include "render/scene/knee_close_up.h"

#include "runner/skeleton.h"

namespace stridelab::view {

KneeCloseUp knee_close_up(const Body& body) {
  KneeCloseUp knee;
  knee.thigh_m = build_skeleton(body).thigh_m;
  return knee;
}

LoadScale contact_stress_scale() { return {0.0, 12.0, "kneecap pressure", "MPa"}; }

DrawList close_up_picture(const KneeCloseUp&, const StrideSample&, const LegValues&, Side, float) {
  DrawList list;
  list.ground.shown = false;
  return list;
}

}  // namespace stridelab::view
