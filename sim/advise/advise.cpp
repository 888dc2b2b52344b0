#include "advise/advise.h"

#include <algorithm>
#include <cmath>

#include "advise/search.h"
#include "core/file_fault.h"
#include "core/text.h"

namespace stridelab {
namespace {

constexpr double worth_telling_steps = 0.05;
constexpr double unlimited_percent = 1e3;  ///< a bound that binds nobody
constexpr int front_parts = 5;             ///< of the goal, each a form of the front

BoundOutcome outcome_of(const MetricBound& bound, const MetricValues& before, const MetricValues& after) {
  const double a = before.value(bound.metric).value_or(std::nan("")),
               b = after.value(bound.metric).value_or(std::nan(""));
  return {bound, 100.0 * (std::abs(b) / std::abs(a) - 1.0)};
}

std::vector<MovedInput> moved_inputs(const AdviceRequest& request, const Scenario& before, const Scenario& after,
                                     const std::vector<double>& steps) {
  std::vector<MovedInput> moved;
  for (std::size_t i = 0; i < request.vary.size(); ++i) {
    const std::string& key = request.vary[i].parameter;
    if (std::abs(steps[i]) >= worth_telling_steps)
      moved.push_back({key, before.parameters.number(key), after.parameters.number(key), steps[i]});
  }
  std::ranges::stable_sort(moved, std::greater{}, [](const MovedInput& m) { return std::abs(m.steps); });
  return moved;
}

}  // namespace

tl::expected<Advice, Diagnostics> advise(AdviceRequest request, const LoadModels& loads, const Engines& engines) {
  auto base = request.form.resolve(request.edits);
  if (!base) return tl::unexpected(base.error());
  if (auto refused = sides_refused(base->inputs, "advice is given to"))
    return tl::unexpected(file_fault(base->path, *refused));
  RunCache cache(loads, engines);
  const SolveResult& solved = cache.solve(base->inputs);
  if (!solved) return tl::unexpected(file_fault(base->path, one_line(solved.error().text())));
  const std::shared_ptr<const SolvedRun> before = *solved;
  const FormSpace space(request, *base, *before->plan.stride, before->metrics, loads, engines);
  if (auto faults = held_otherwise(request, *base, space)) return tl::unexpected(*std::move(faults));
  const Found best = search(space, request.vary);
  Advice advice;
  advice.tried = best.tried;
  auto after = request.form.resolve(space.edits_at(best.steps));
  if (!after) return tl::unexpected(after.error());
  const SolveResult& cold = cache.solve(after->inputs);
  if (!cold) return tl::unexpected(file_fault(after->path, one_line(cold.error().text())));
  advice.goal = outcome_of(request.goal, before->metrics, (*cold)->metrics);
  for (const MetricBound& limit : request.limits)
    advice.limits.push_back(outcome_of(limit, before->metrics, (*cold)->metrics));
  advice.reached = advice.goal.holds() && std::ranges::all_of(advice.limits, &BoundOutcome::holds);
  advice.cost = best.cost;
  advice.moved = moved_inputs(request, *base, *after, best.steps);
  advice.before = *std::move(base);
  advice.after = *std::move(after);
  return advice;
}

tl::expected<std::vector<FrontForm>, Diagnostics> pareto_front(AdviceRequest request, const std::string& against,
                                                               const LoadModels& loads, const Engines& engines) {
  auto base = request.form.resolve(request.edits);
  if (!base) return tl::unexpected(base.error());
  RunCache cache(loads, engines);
  const SolveResult& solved = cache.solve(base->inputs);
  if (!solved) return tl::unexpected(file_fault(base->path, one_line(solved.error().text())));
  const std::shared_ptr<const SolvedRun> before = *solved;
  request.limits.push_back({against, unlimited_percent, false});
  const double whole = request.goal.percent;
  std::vector<FrontForm> front;
  for (int part = 0; part <= front_parts; ++part) {
    request.goal.percent = whole * part / front_parts;
    FormSpace space(request, *base, *before->plan.stride, before->metrics, loads, engines);
    if (auto faults = held_otherwise(request, *base, space)) return tl::unexpected(*std::move(faults));
    const Found best = search(space, request.vary, space.bounds() - 1);
    const auto changes = space.changes_at(best.steps);
    if (best.beyond_percent > 0.0 || !changes) continue;
    auto after = request.form.resolve(space.edits_at(best.steps));
    if (!after) return tl::unexpected(after.error());
    front.push_back(
        {request.goal.percent, changes->front(), changes->back(), moved_inputs(request, *base, *after, best.steps)});
  }
  return front;
}

}  // namespace stridelab
