#include "render/app/stage_clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

namespace stridelab::view {
namespace {

constexpr double least_step_s = 1e-3, longest_step_s = 60.0;  // of LiveFeed::step()
constexpr std::chrono::microseconds a_while(200);

}  // namespace

Done StageClock::go_to_start() {
  if (!options_.live) {
    const ShownRun& run = *model_.b();
    if (options_.at_event)
      model_.playback.jump(run.events, *options_.at_event);
    else
      model_.playback.scrub(options_.at_s / run.stride().period_s());
    return {};
  }
  model_.playback.play(false);
  model_.live.play(false);  // before the run exists: it is to begin standing
  model_.show(Source::live);
  while (model_.live.frame() == nullptr) {
    model_.poll();
    if (const std::string& why = model_.live.fault(); !why.empty())
      return fault(ViewExit::no_feasible_gait, "the forward run does not begin: " + why);
    std::this_thread::sleep_for(a_while);
  }
  return run_for(options_.at_s);
}

Done StageClock::run_for(double seconds) {
  // The run is stepped by whole milliseconds; what is left over comes with the next picture.
  due_s_ += seconds;
  while (due_s_ >= least_step_s) {
    const double part = std::min(std::floor(due_s_ / least_step_s) * least_step_s, longest_step_s);
    model_.live.step(part);
    if (auto done = wait_for_run(); !done) return done;
    due_s_ -= part;
  }
  return {};
}

Done StageClock::wait_for_run() {
  do {
    std::this_thread::sleep_for(a_while);
    model_.poll();
    if (const std::string& fall = model_.live.status().fall; !fall.empty())
      return fault(ViewExit::no_feasible_gait, fall);
  } while (!model_.live.idle());
  return {};
}

void StageClock::start_record() {
  if (options_.live) return;
  model_.playback.set_rate(options_.rate);
  model_.playback.play(true);
}

Done StageClock::step() {
  // Of the stride, the next picture lets its time pass.
  return options_.live ? run_for(options_.rate / options_.fps) : Done();
}

}  // namespace stridelab::view
