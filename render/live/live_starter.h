#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "forward/live_session.h"
#include "loads/load_models.h"
#include "scenario/resolve.h"

namespace stridelab::view {

/// Does in the background what a window must not wait for: reads shoe and surface, solves the first stride, starts the
/// session. Of forms that come faster than that the newest wins.
///
/// thread  all calls from one thread
class LiveStarter {
 public:
  /// What became of the forms since the last answer: the session they started, and of the newest one a runner or a fault.
  struct Answer {
    std::unique_ptr<LiveSession> session;  ///< the first form that can be run has started it
    std::optional<SetRunner> runner;       ///< for the session there is
    std::string fault;                     ///< why the newest form cannot be run; empty if it can
  };

  LiveStarter(const LoadModels& loads, const LiveSettings& settings);
  /// Waits for a solve that is under way (tens of milliseconds).
  ~LiveStarter();
  LiveStarter(const LiveStarter&) = delete;
  LiveStarter& operator=(const LiveStarter&) = delete;

  void ask(const RunInputs& inputs, bool preview);

  /// The answer, once; never waits.
  std::optional<Answer> take();
  /// Everything that was asked for was taken.
  [[nodiscard]] bool idle() const;

 private:
  struct Wanted {
    RunInputs inputs;
    bool preview = false;
  };
  void work(const std::stop_token& stop);
  Answer answer(const Wanted& wanted);

  LoadModels loads_;
  LiveSettings settings_;
  bool started_ = false;  ///< of the worker alone

  mutable std::mutex guard_;
  std::condition_variable_any asked_;
  std::optional<Wanted> wanted_;
  std::optional<Answer> answer_;
  bool busy_ = false;
  std::jthread worker_;  ///< last: it ends before what it uses
};

}  // namespace stridelab::view
