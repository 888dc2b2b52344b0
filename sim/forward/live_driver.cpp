#include "forward/live_driver.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace stridelab {
namespace {

/// [judged] gentle, as on a run; the reflexes stand 2.2 .. 4.5 m/s from 3.3 at this rate, and fell from 3.8 on when every
/// change took the usual 0.7 s.
constexpr double speed_change_m_s2 = 0.25;

/// Time to go from one form to another: longer the further apart their speeds are.
double passage_s(const Form& from, const Form& to) {
  return std::abs(to.speed_m_s - from.speed_m_s) / speed_change_m_s2;
}

}  // namespace

LiveDriver::LiveDriver(const SetRunner& start, const LoadModels& loads, const SimulationSettings& settings,
                       double blend_s)
    : run_(start.runner, start.solved->stride, loads, settings), log_{settings, start.runner, {}}, blend_s_(blend_s) {
  log_.settings.contact = start.runner.contact;
  logged_.add(start.solved->stride);
}

void LiveDriver::take(const LiveCommand& command) {
  std::visit(
      [this]<class Command>(const Command& c) {
        // A form is written down when its stride is adopted: only that changes the run. A restart writes itself.
        if constexpr (!std::is_same_v<Command, SetRunner> && !std::is_same_v<Command, Restart>) write(c);
        obey(c);
      },
      command);
}

void LiveDriver::obey(const SetRunner& command) {
  if (command.preview && !command.runner.same_person(run_.runner())) return;
  next_ = command;
  adopt_if_time();
}

void LiveDriver::obey(const Restart&) {
  // With what waits for its turn: nothing has to be blended at a start.
  if (next_) adopt_next();
  write(Restart{});
  run_.restart();
}

void LiveDriver::obey(const Pause&) {
  paused_ = true;
  steps_to_make_ = 0;
}

void LiveDriver::obey(const Resume&) {
  paused_ = false;
  steps_to_make_ = 0;
}

void LiveDriver::obey(const MakeSteps& steps) {
  paused_ = true;
  steps_to_make_ += steps.count;
}

void LiveDriver::adopt_if_time() {
  if (!next_) return;
  const bool anew = run_.fallen() || !next_->runner.same_person(run_.runner());
  if (anew || !run_.passing()) adopt_next();
}

std::optional<std::int64_t> LiveDriver::place_of(const std::shared_ptr<const TracedStride>& stride) const {
  return stride ? logged_.find(stride->stride) : std::nullopt;
}

/// A preview comes from a stride that may never have come into force, as may the one before: a replay wants them all.
void LiveDriver::write_ancestors(const TracedStride& stride) {
  std::vector<const TracedStride*> missing;
  for (const TracedStride* at = stride.neighbour.get(); at != nullptr && !logged_.find(at->stride);
       at = at->neighbour.get())
    missing.push_back(at);
  std::reverse(missing.begin(), missing.end());
  for (const TracedStride* at : missing) {
    write(StrideSolved{at->stride.body(), at->stride.form(), place_of(at->neighbour)});
    logged_.add(at->stride);
  }
}

void LiveDriver::adopt_next() {
  const SetRunner next = *std::exchange(next_, std::nullopt);
  write_ancestors(*next.solved);
  const double blend_s = std::max(blend_s_, passage_s(run_.runner().form, next.runner.form));
  write(StrideAdopted{next.runner, place_of(next.solved->neighbour), blend_s});
  logged_.add(next.solved->stride);
  run_.adopt(next.runner, next.solved->stride, blend_s);
  preview_ = next.preview;
}

void LiveDriver::step() {
  if (!running()) return;
  adopt_if_time();
  run_.step();
  if (steps_to_make_ > 0) --steps_to_make_;
  if (run_.fallen()) steps_to_make_ = 0;
}

}  // namespace stridelab
