#include "forward/live_driver.h"

#include <algorithm>
#include <cmath>

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

LiveDriver::LiveDriver(const LiveRunner& start, const Stride& stride, const LoadModels& loads,
                       const SimulationSettings& settings, double blend_s)
    : run_(start, stride, loads, settings), log_{settings, start, {}}, blend_s_(blend_s) {
  log_.settings.contact = start.contact;
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
  wanted_ = command;
}

void LiveDriver::obey(const Restart&) {
  // With what waits for its turn: nothing has to be blended at a start.
  if (solved_) adopt_solved();
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

std::optional<PlanRequest> LiveDriver::next_request() {
  if (solving_ || !wanted_) return std::nullopt;
  solving_ = true;
  PlanRequest request{wanted_->runner, {}};
  if (wanted_->preview) request.neighbour = run_.stride();
  wanted_.reset();
  return request;
}

void LiveDriver::take(PlanResult result) {
  solving_ = false;
  if (!result.stride) {
    infeasible_ = result.stride.error().text();
    return;
  }
  infeasible_.clear();
  solved_ = Solved{std::move(result.request), *std::move(result.stride)};
  adopt_if_time();
}

void LiveDriver::adopt_if_time() {
  if (!solved_) return;
  const bool anew = run_.fallen() || !solved_->request.runner.same_person(run_.runner());
  if (anew || !run_.passing()) adopt_solved();
}

void LiveDriver::adopt_solved() {
  const auto& [request, stride] = *solved_;
  StrideAdopted entry{request.runner, {}, std::max(blend_s_, passage_s(run_.runner().form, request.runner.form))};
  if (request.neighbour) entry.warm_from = request.neighbour->number;
  write(entry);
  run_.adopt(request.runner, stride, entry.blend_s);
  preview_ = request.neighbour.has_value();
  solved_.reset();
}

void LiveDriver::step() {
  if (!running()) return;
  adopt_if_time();
  run_.step();
  if (steps_to_make_ > 0) --steps_to_make_;
  if (run_.fallen()) steps_to_make_ = 0;
}

}  // namespace stridelab
