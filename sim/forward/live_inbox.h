#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <utility>
#include <vector>

#include "forward/live_command.h"

namespace stridelab {

/// What others send to the thread of a live session: commands, in order.
class LiveInbox {
 public:
  void put(const LiveCommand& command) {
    const std::lock_guard lock(guard_);
    commands_.push_back(command);
    arrived_.notify_one();
  }
  std::vector<LiveCommand> take() {
    const std::lock_guard lock(guard_);
    return std::exchange(commands_, {});
  }

  /// Until there is a command or a stop is asked for.
  void wait(const std::stop_token& stop) {
    std::unique_lock lock(guard_);
    arrived_.wait(lock, stop, [this] { return !commands_.empty(); });
  }
  /// The same, for so long at most.
  void wait(const std::stop_token& stop, std::chrono::duration<double> most) {
    std::unique_lock lock(guard_);
    arrived_.wait_for(lock, stop, most, [this] { return !commands_.empty(); });
  }

 private:
  std::mutex guard_;
  std::condition_variable_any arrived_;
  std::vector<LiveCommand> commands_;
};

}  // namespace stridelab
