#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "loads/load_models.h"
#include "render/ui/shown_run.h"
#include "study/how_sure.h"

namespace stridelab::view {

/// How sure the change from one form to another is. Immutable.
struct SureAnswer {
  std::shared_ptr<const ShownRun> a, b;  ///< whose change it is
  HowSure sure;
  std::string fault;  ///< why there is none; else empty
};

/// How sure the change from A to B is over what nobody knows better about the model, worked out in the background once
/// both are final: the intervals of `stridelab compare`, bit for bit.
class SureService {
 public:
  /// wake  called from the background with an answer; may be empty
  explicit SureService(const LoadModels& models, std::function<void()> wake = {});
  ~SureService();
  SureService(const SureService&) = delete;
  SureService& operator=(const SureService&) = delete;

  /// Asks for these two, leaving those before; what is under way or answered goes on as it is.
  void ask(std::shared_ptr<const ShownRun> a, std::shared_ptr<const ShownRun> b);

  /// Leaves what was not begun, so that a slider has the machine for itself.
  void rest();

  /// Of the last two asked for; null until it is there.
  [[nodiscard]] std::shared_ptr<const SureAnswer> answer() const;

  /// Blocks until nothing is left to do.
  void wait_until_idle();

 private:
  using Pair = std::pair<std::shared_ptr<const ShownRun>, std::shared_ptr<const ShownRun>>;
  void work();
  [[nodiscard]] SureAnswer answer_to(const Pair& pair) const;

  const LoadModels models_;
  const std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::condition_variable asked_, idle_;
  Pair wanted_;  ///< under way or answered
  std::shared_ptr<const SureAnswer> answer_;
  bool waiting_ = false, busy_ = false, stop_ = false;
  std::thread worker_;  ///< last: it uses all of the above
};

}  // namespace stridelab::view
