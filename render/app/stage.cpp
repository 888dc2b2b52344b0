#include "render/app/stage.h"

#include <utility>

#include "render/scene/pose.h"
#include "render/scene/runner_mesh.h"

namespace stridelab::view {
namespace {

constexpr double force_n_per_m = 2000.0;  // 20 N per cm
const glm::vec4 ghost_tint{0.55F, 0.70F, 0.95F, 0.38F};
const glm::vec4 force_colour{0.95F, 0.60F, 0.05F, 1.0F};

tl::expected<RunnerOnStage, Infeasible> runner_of(const RunInputs& inputs) {
  auto stride = synthesise(inputs.body, inputs.form);
  if (!stride) return tl::unexpected(stride.error());
  Skeleton skeleton = build_skeleton(inputs.body);
  auto mesh = std::make_shared<const Mesh>(runner_mesh(inputs.body));
  return RunnerOnStage{std::move(*stride), std::move(skeleton), std::move(mesh)};
}

Figure figure_of(const RunnerOnStage& runner, const StrideSample& sample) {
  return {runner.mesh, pose_of(runner.skeleton, sample)};
}

glm::vec3 in_float(const Vec3& v) { return {float(v.x()), float(v.y()), float(v.z())}; }

/// The ground reaction from the centre of pressure; nothing in flight.
void add_force(DrawList& list, const StrideSample& sample) {
  const Vec3 force = sample.leg[0].grf_n + sample.leg[1].grf_n;
  if (force.norm() < 20.0) return;
  list.strokes.push_back(
      {{in_float(sample.cop_m), in_float(sample.cop_m + force / force_n_per_m)}, force_colour, 5.0F, true});
}

}  // namespace

Stage::Stage(RunnerOnStage runner, std::optional<RunnerOnStage> ghost, bool belt)
    : runner_(std::move(runner)), ghost_(std::move(ghost)), belt_(belt) {}

tl::expected<Stage, Infeasible> Stage::of(const Scenario& scenario, Ghost ghost) {
  auto runner = runner_of(scenario.inputs);
  if (!runner) return tl::unexpected(runner.error());
  std::optional<RunnerOnStage> behind;
  if (ghost == Ghost::base) {
    auto base = runner_of(scenario.base_inputs);
    if (!base) return tl::unexpected(base.error());
    behind = std::move(*base);
  }
  return Stage(std::move(*runner), std::move(behind), scenario.inputs.surface == "treadmill");
}

DrawList Stage::picture(double at_s, CameraPreset camera, float aspect) const {
  const Stride& stride = runner_.stride;
  const double phase = at_s / stride.period_s();
  const StrideSample sample = stride.at(phase);
  DrawList list;
  list.camera = preset_camera(camera, stride.body().height_m, sample, aspect);
  list.ground.slope_rad = static_cast<float>(stride.form().slope_rad);
  list.ground.travelled_m = static_cast<float>(stride.form().speed_m_s * at_s);
  list.ground.belt = belt_;
  list.figures.push_back(figure_of(runner_, sample));
  if (ghost_) {
    list.figures.push_back(figure_of(*ghost_, ghost_->stride.at(phase)));
    list.figures.back().tint = ghost_tint;
  }
  add_force(list, sample);
  return list;
}

}  // namespace stridelab::view
