#include "render/scene/picture.h"

#include "render/scene/palette.h"
#include "render/scene/runner_mesh.h"

namespace stridelab::view {

DrawnRunner drawn_runner(const Body& body) {
  return {std::make_shared<const Mesh>(runner_mesh(body)), build_skeleton(body)};
}

void add_runner(DrawList& list, const DrawnRunner& runner, const StrideSample& sample, const PictureOptions& options) {
  list.figures.push_back({runner.mesh, pose_of(runner.skeleton, sample)});
  if (options.force) add_force_arrow(list, sample, runner.skeleton.mass_kg, options.force_scale);
  if (options.frontal_line) add_frontal_line(list, sample, options.side);
  if (options.knee_lever) add_knee_lever(list, sample, options.side);
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
