#include "render/app/stage.h"

#include <utility>

namespace stridelab::view {
namespace {

tl::expected<RunnerOnStage, Infeasible> runner_of(const RunInputs& inputs) {
  auto stride = synthesise(inputs.body, inputs.form);
  if (!stride) return tl::unexpected(stride.error());
  return RunnerOnStage{std::move(*stride), drawn_runner(inputs.body)};
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
  add_runner(list, runner_.drawn, sample, {.frontal_line = camera == CameraPreset::front});
  if (ghost_) add_ghost(list, ghost_->drawn, ghost_->stride.at(phase));
  return list;
}

}  // namespace stridelab::view
