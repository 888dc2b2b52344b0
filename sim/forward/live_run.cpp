#include "forward/live_run.h"

#include <cmath>

namespace stridelab {
namespace {

SimulationSettings on_ground(SimulationSettings settings, const ContactModel& contact) {
  settings.contact = contact;
  return settings;
}

}  // namespace

LiveRun::LiveRun(const LiveRunner& runner, const Stride& stride, const LoadModels& loads,
                 const SimulationSettings& settings)
    : runner_(runner),
      stride_{stride, 0},
      loads_(loads),
      settings_(on_ground(settings, runner.contact)),
      simulation_(stride, loads_, settings_) {}

bool LiveRun::step() {
  if (fallen()) return false;
  simulation_.step();
  ++steps_;
  return true;
}

void LiveRun::adopt(const LiveRunner& runner, const Stride& stride, double blend_s) {
  const bool same = runner.same_person(runner_);
  runner_ = runner;
  stride_ = {stride, stride_.number + 1};
  if (!same) return restart();
  simulation_.adopt(stride, blend_s);
  passage_end_ = steps_ + static_cast<std::int64_t>(std::ceil(blend_s / settings_.dt_s));
}

void LiveRun::restart() {
  settings_.contact = runner_.contact;
  simulation_ = Simulation(stride_.stride, loads_, settings_);
  passage_end_ = steps_;
  ++starts_;
}

}  // namespace stridelab
