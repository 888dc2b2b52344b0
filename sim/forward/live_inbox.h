#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include "forward/live_command.h"
#include "forward/live_planner.h"

namespace stridelab {

/// What others send to the thread of a live session: commands in order, and the planner's result.
class LiveInbox {
 public:
  struct Mail {
    std::vector<LiveCommand> commands;
    std::optional<PlanResult> result;
  };

  void put(const LiveCommand& command) {
    const std::lock_guard lock(guard_);
    mail_.commands.push_back(command);
    arrived_.notify_one();
  }
  void put(PlanResult result) {
    const std::lock_guard lock(guard_);
    mail_.result = std::move(result);
    arrived_.notify_one();
  }
  Mail take() {
    const std::lock_guard lock(guard_);
    return std::exchange(mail_, {});
  }

  /// Until there is mail or a stop is asked for.
  void wait(const std::stop_token& stop) {
    std::unique_lock lock(guard_);
    arrived_.wait(lock, stop, [this] { return has_mail(); });
  }
  /// The same, for so long at most.
  void wait(const std::stop_token& stop, std::chrono::duration<double> most) {
    std::unique_lock lock(guard_);
    arrived_.wait_for(lock, stop, most, [this] { return has_mail(); });
  }

 private:
  [[nodiscard]] bool has_mail() const { return !mail_.commands.empty() || mail_.result; }

  std::mutex guard_;
  std::condition_variable_any arrived_;
  Mail mail_;
};

}  // namespace stridelab
