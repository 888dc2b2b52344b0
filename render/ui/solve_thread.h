#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "render/ui/shown_run.h"

namespace stridelab::view {

/// What an answer is for: the form under the sliders, or the baseline that is to be frozen.
enum class SolveFor { form, baseline };

struct SolveJob {
  std::uint64_t number = 0;  ///< given by who asks, rising
  SolveFor purpose = SolveFor::form;
  bool preview = false;  ///< start from the neighbour solved last; else the canonical cold solve
  Question question;
};

struct SolveReply {
  std::uint64_t number = 0;
  SolveFor purpose = SolveFor::form;
  bool preview = false;
  std::shared_ptr<const ShownRun> run;  ///< null when there is no such gait
  std::string why_not;                  ///< then, which requirement fails, where, and what to relax
};

/// Solves in the background, one job after the other. Of each purpose only the newest waiting job is kept, so a slider
/// never has to wait for forms it has left already. The answer to a job that is not a preview does not depend on what was
/// solved before.
class SolveThread {
 public:
  /// wake  called from the background after each answer (for example to end a wait for window events); may be empty
  SolveThread(LoadModels models, RegionMap map, std::function<void()> wake = {});
  ~SolveThread();
  SolveThread(const SolveThread&) = delete;
  SolveThread& operator=(const SolveThread&) = delete;

  void ask(SolveJob job);

  /// The answers since the last call, oldest first.
  std::vector<SolveReply> take();

  /// Blocks until nothing is left to solve.
  void wait_until_idle();

 private:
  void work();
  SolveReply answer(SolveJob job);
  SolveResult solve(const SolveJob& job);

  LoadModels models_;
  RegionMap map_;
  std::function<void()> wake_;
  std::optional<Stride> neighbour_;  ///< of the worker alone

  std::mutex mutex_;
  std::condition_variable asked_, idle_;
  std::optional<SolveJob> form_, baseline_;
  std::vector<SolveReply> replies_;
  bool busy_ = false, stop_ = false;
  std::thread worker_;  ///< last: it uses all of the above
};

}  // namespace stridelab::view
