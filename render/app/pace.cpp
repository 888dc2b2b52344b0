#include "render/app/pace.h"

#include <algorithm>
#include <thread>

namespace stridelab::view {
namespace {

constexpr double least_frame_s = 1.0 / 60.0;
constexpr double longest_wait_s = 0.5;
constexpr int pictures_to_settle = 4;  // panels answer a hand over a few pictures

double seconds(std::chrono::steady_clock::duration time) { return std::chrono::duration<double>(time).count(); }

}  // namespace

double Pace::passed_s() {
  const auto now = Clock::now();
  const double passed = seconds(now - std::exchange(last_, now));
  return std::max(passed, 1e-4);
}

void Pace::wait(Window& window, bool moving) {
  still_ = moving ? 0 : still_ + 1;
  if (still_ > pictures_to_settle) {
    const auto start = Clock::now();
    window.wait(longest_wait_s);
    if (seconds(Clock::now() - start) < 0.9 * longest_wait_s) still_ = 0;  // something came
    return;
  }
  const double left_s = least_frame_s - seconds(Clock::now() - last_);
  if (left_s > 0.0) std::this_thread::sleep_for(std::chrono::duration<double>(left_s));
}

bool moves_by_itself(const Show& show) {
  const ViewModel& model = show.model;
  const bool waits_for_run = model.source() == Source::live && !model.live.idle();
  return model.runs() || waits_for_run || show.rig.moving() || model.solving() || show.ui.status.recording ||
         !show.ui.status.said.empty();
}

}  // namespace stridelab::view
