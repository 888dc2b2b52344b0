#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "render/ui/shown_run.h"
#include "study/engines.h"

namespace stridelab::view {

/// What an answer is for: the form under the sliders, or the baseline that is to be frozen.
enum class SolveFor { form, baseline };

struct StrideQuestion {
  Question question;
  SolveFor purpose = SolveFor::form;
  bool preview = false;  ///< a slider moves: from the stride of the form before; else the canonical cold solve
};

struct StrideAnswer {
  std::uint64_t number = 0;  ///< of the question
  SolveFor purpose = SolveFor::form;
  bool preview = false;
  std::shared_ptr<const ShownRun> run;  ///< null when there is no such gait
  std::string why_not;                  ///< then, which requirement fails, where, and what to relax
};

/// The one place where the view gets strides from: panels, figure, live run and files show what it solved, once.
///
/// ask() is answered in the background, one question after the other. Of each purpose only the newest that waits is
/// kept, so a slider never has to wait for forms it has left already. An answer that is not a preview does not depend on
/// what was solved before; the last few of those are remembered. A preview knows what it was solved from.
class StrideService {
 public:
  /// Previews in a row, each solved from the one before; then one comes from the last canonical stride again. A live log
  /// has to name all that lie behind a preview it runs.
  static constexpr int longest_chain = 64;
  static constexpr std::size_t most_remembered = 8;  ///< canonical answers; fractions of a MB each

  /// engines  their solvers may be called by the background and by who calls solve(), at once
  /// wake     called from the background after each answer (for example to end a wait for window events); may be empty
  StrideService(LoadModels models, RegionMap map, Engines engines, std::function<void()> wake = {});
  ~StrideService();
  StrideService(const StrideService&) = delete;
  StrideService& operator=(const StrideService&) = delete;

  /// Its number, rising from 1.
  std::uint64_t ask(StrideQuestion question);

  /// The answers since the last call, oldest first.
  std::vector<StrideAnswer> take();

  /// Blocks until nothing is left to solve.
  void wait_until_idle();

  /// The canonical answer here and now: remembered, or solved by who calls. From any thread.
  [[nodiscard]] SolveResult solve(const RunInputs& inputs) const;

 private:
  struct Waiting {
    std::uint64_t number;
    StrideQuestion question;
  };
  /// What became of a question, and what its preview was solved from.
  struct Solved {
    SolveResult run;
    std::shared_ptr<const TracedStride> neighbour;
  };
  void work();
  StrideAnswer answer(Waiting waiting);
  Solved solve_for(const StrideQuestion& question);
  [[nodiscard]] std::string why_not(const Question& question, const Infeasible& reason) const;
  [[nodiscard]] std::optional<SolveResult> remembered(const RunInputs& inputs) const;
  void keep_as_neighbour(const std::shared_ptr<const TracedStride>& stride);

  LoadModels models_;
  RegionMap map_;
  Engines engines_;
  std::function<void()> wake_;

  // Of the worker alone: forms under the sliders.
  std::shared_ptr<const TracedStride> last_, canonical_;
  int chain_ = 0;  ///< previews behind last_

  mutable std::mutex remembered_guard_;
  mutable std::deque<std::pair<RunInputs, SolveResult>> remembered_;  ///< the newest first

  std::mutex mutex_;
  std::condition_variable asked_, idle_;
  std::uint64_t numbers_ = 0;
  std::optional<Waiting> form_, baseline_;
  std::vector<StrideAnswer> answers_;
  bool busy_ = false, stop_ = false;
  std::thread worker_;  ///< last: it uses all of the above
};

}  // namespace stridelab::view
