#include "sweep/team.h"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>

#include "sweep/pool.h"

namespace stridelab {

std::vector<RowResult> answer_chain(const Design& design, RowEvaluator& evaluator, std::uint64_t chain) {
  const RowColumns columns = design.columns();
  const std::vector<Row> rows = design.chain(chain);
  std::vector<RowAnswer> answers = evaluator.answer(rows);
  std::vector<RowResult> results;
  for (std::size_t i = 0; i < rows.size(); ++i)
    results.push_back({rows[i].index, input_cells(rows[i], columns), std::move(answers[i])});
  return results;
}

void ThreadTeam::answer(const ChainJob& job) {
  using Evaluator = std::unique_ptr<RowEvaluator>;
  tbb::enumerable_thread_specific<Evaluator> evaluators(
      [&]() -> Evaluator { return job.design.model->evaluator(job.design.outputs); });
  work_in_order(
      jobs_, job.next, [&](std::uint64_t chain) { return answer_chain(job.design, *evaluators.local(), chain); },
      job.sink);
}

std::string ThreadTeam::words() const { return fmt::format("on {} thread{}", jobs_, jobs_ == 1 ? "" : "s"); }

}  // namespace stridelab
