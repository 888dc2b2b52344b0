#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "levers/levers.h"
#include "study/engines.h"

namespace stridelab::view {

/// For whom and for which place it is asked what helps.
struct LeverQuestion {
  std::string scenario;                ///< path of the file
  std::vector<std::string> overrides;  ///< as after `--set`
  std::string region;                  ///< key of the region map
  bool operator==(const LeverQuestion&) const = default;
};

/// What is known of it so far. Immutable.
struct LeverAnswer {
  LeverQuestion question;
  LeverStudy study;   ///< its part says how far it is
  std::string fault;  ///< why there is none; else empty
};

/// What lowers the load at a place, worked out in the background: the study of `stridelab explain PLACE --levers`, row
/// after row. The strides of a form are kept, so that another place of the same form is answered at once.
class LeverService {
 public:
  /// engines  their solvers are called by the background
  /// wake     called from the background after each row; may be empty
  LeverService(const LoadModels& models, Engines engines, std::function<void()> wake = {});
  ~LeverService();
  LeverService(const LeverService&) = delete;
  LeverService& operator=(const LeverService&) = delete;

  /// Begins with a question, leaving the one before; a question that is under way or answered goes on as it is.
  void ask(LeverQuestion question);

  /// Leaves the question, so that a slider has the machine for itself; what is known of it stays, and ask() goes on.
  void rest();

  /// The newest of the last question; null before its first row.
  [[nodiscard]] std::shared_ptr<const LeverAnswer> answer() const;

  /// Blocks until nothing is left to try.
  void wait_until_idle();

 private:
  void work();
  void study(const LeverQuestion& question, RunCache& cache);
  /// False: another question is asked by now.
  bool publish(LeverAnswer answer);

  const LoadModels models_;
  const Engines engines_;
  const std::function<void()> wake_;

  mutable std::mutex mutex_;
  std::condition_variable asked_, idle_;
  std::optional<LeverQuestion> wanted_;  ///< under way or answered
  std::shared_ptr<const LeverAnswer> answer_;
  bool waiting_ = false, busy_ = false, stop_ = false;
  std::thread worker_;  ///< last: it uses all of the above
};

}  // namespace stridelab::view
