#include "advise/advise.h"

#include <algorithm>
#include <cmath>

#include "advise/search.h"
#include "core/file_fault.h"
#include "core/text.h"

namespace stridelab {
namespace {

constexpr double worth_telling_steps = 0.05;
constexpr double unlimited_percent = 1e3;   ///< a bound that binds nobody
constexpr int front_parts = 5;              ///< between the ends of a front
constexpr double told_apart_percent = 0.2;  ///< forms nearer than that are one: previews are good to 0.1

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
  const std::size_t other = request.limits.size();  // bound 0 is the goal
  FormSpace space(request, *base, *before->plan.stride, before->metrics, loads, engines);
  if (auto faults = held_otherwise(request, *base, space)) return tl::unexpected(*std::move(faults));

  // The form whose result `least` is least while the goal falls to `percent` at least.
  const auto best_form = [&](double percent, std::size_t least) -> std::optional<FrontForm> {
    request.goal.percent = percent;
    const Found best = search(space, request.vary, least);
    const auto changes = space.changes_at(best.steps);
    auto after = request.form.resolve(space.edits_at(best.steps));
    if (best.beyond_percent > 0.0 || !changes || !after) return std::nullopt;
    return FrontForm{changes->front(), changes->back(), moved_inputs(request, *base, *after, best.steps)};
  };
  const auto from = best_form(unlimited_percent, other), to = best_form(unlimited_percent, 0);
  std::vector<FrontForm> front;
  if (!from || !to) return front;
  const auto add = [&front](const std::optional<FrontForm>& form) {
    if (form && (front.empty() || front.back().goal_percent - form->goal_percent > told_apart_percent))
      front.push_back(*form);
  };
  add(from);
  for (int part = 1; part < front_parts; ++part)
    add(best_form(from->goal_percent + (to->goal_percent - from->goal_percent) * part / front_parts, other));
  add(to);
  return front;
}

}  // namespace stridelab
