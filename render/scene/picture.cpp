#include "render/scene/picture.h"

#include "render/scene/palette.h"
#include "render/scene/runner_mesh.h"

namespace stridelab::view {

DrawnRunner drawn_runner(const Body& body) {
  return {std::make_shared<const Mesh>(runner_mesh(body)), build_skeleton(body)};
}

void add_runner(DrawList& list, const DrawnRunner& runner, const StrideSample& sample) {
  list.figures.push_back({runner.mesh, pose_of(runner.skeleton, sample)});
}

void add_glass_runner(DrawList& list, const DrawnRunner& runner, const StrideSample& sample) {
  constexpr float strength = 0.16F;  // shoes and outline are seen, muscles keep the colours of their scale
  add_runner(list, runner, sample);
  list.figures.back().tint.a = strength;
  list.figures.back().glass = true;
}

void add_ghost(DrawList& list, const DrawnRunner& runner, const StrideSample& sample) {
  list.figures.push_back({runner.mesh, pose_of(runner.skeleton, sample), palette::ghost_tint});
}

StrideSample moved(StrideSample sample, const Vec3& by_m) {
  for (Vec3* p : {&sample.pelvis_m, &sample.com_m, &sample.cop_m}) *p += by_m;
  for (LegSample& leg : sample.leg)
    for (Vec3* p : {&leg.hip_m, &leg.knee_m, &leg.ankle_m, &leg.mtp_m, &leg.heel_m, &leg.ball_m, &leg.toe_m})
      *p += by_m;
  return sample;
}

}  // namespace stridelab::view
