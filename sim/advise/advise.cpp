#include "advise/advise.h"

#include <fmt/format.h>
#include <nlopt.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "catalogue/parameter_table.h"
#include "core/file_fault.h"
#include "core/text.h"
#include "metrics/metrics.h"
#include "metrics/stride_record.h"

namespace stridelab {
namespace {

constexpr double margin_percent = 0.05;    ///< inside every bound, so that the cold solve holds it too
constexpr double no_stride_percent = 100;  ///< how far beyond its bounds a form without a stride counts
constexpr double step_tolerance = 0.01;    ///< of a step
constexpr int most_tries = 80;             ///< of one start
constexpr double worth_telling_steps = 0.05;

/// Forms around the one that was asked about, in steps of each input. One object serves one thread.
class FormSpace {
 public:
  FormSpace(const AdviceRequest& request, const Scenario& base, const Stride& stride, const MetricValues& before,
            const LoadModels& loads, const Engines& engines)
      : form_(request.form),
        request_(request),
        base_(base),
        stride_(stride),
        before_(before),
        loads_(loads),
        engines_(engines) {}

  [[nodiscard]] std::size_t size() const { return request_.vary.size(); }
  [[nodiscard]] std::size_t bounds() const { return 1 + request_.limits.size(); }
  [[nodiscard]] const MetricBound& bound(std::size_t i) const {
    return i == 0 ? request_.goal : request_.limits[i - 1];
  }

  [[nodiscard]] std::vector<Assignment> edits_at(const std::vector<double>& steps) const {
    std::vector<Assignment> edits = request_.edits;
    for (std::size_t i = 0; i < size(); ++i) {
      const ChangeStep& change = request_.vary[i];
      const double from = base_.parameters.number(change.parameter);
      std::erase_if(edits, [&](const Assignment& edit) { return edit.key == change.parameter; });
      edits.push_back({change.parameter, from + steps[i] * change.from(from), ""});
    }
    return edits;
  }

  /// Changes of goal and limits, per cent; empty without a stride.
  std::optional<std::vector<double>> changes_at(const std::vector<double>& steps) {
    const auto known = known_.find(steps);
    if (known != known_.end()) return known->second;
    ++tried;
    return known_[steps] = solve(steps);
  }

  int tried = 0;

 private:
  std::optional<std::vector<double>> solve(const std::vector<double>& steps) {
    const auto scenario = form_.resolve(edits_at(steps));
    if (!scenario) return std::nullopt;
    const auto plan = engines_.preview(stride_, scenario->inputs);
    if (!plan) return std::nullopt;
    const auto record = record_stride(plan->source, loads_);
    if (!record) return std::nullopt;
    const MetricValues after = compute_metrics(*record, loads_);
    std::vector<double> changes;
    for (std::size_t i = 0; i < bounds(); ++i) {
      const auto a = before_.value(bound(i).metric), b = after.value(bound(i).metric);
      if (!a || !b || std::abs(*a) < 1e-9) return std::nullopt;
      changes.push_back(100.0 * (std::abs(*b) / std::abs(*a) - 1.0));
    }
    return changes;
  }

  OpenScenario form_;
  const AdviceRequest& request_;
  const Scenario& base_;
  const Stride& stride_;
  const MetricValues& before_;
  const LoadModels& loads_;
  const Engines& engines_;
  std::map<std::vector<double>, std::optional<std::vector<double>>> known_;
};

/// What one start came to.
struct Found {
  std::vector<double> steps;
  double cost = 0.0;
  double beyond_percent = no_stride_percent;  ///< of the worst bound
  int tried = 0;

  /// Within the bounds the cheaper is better, else the nearer to them.
  [[nodiscard]] bool better_than(const Found& other) const {
    const bool in = beyond_percent <= 0.0, other_in = other.beyond_percent <= 0.0;
    if (in != other_in) return in;
    return in ? cost < other.cost : beyond_percent < other.beyond_percent;
  }
};

/// Steps added up, with a rounded corner at none: one clear change is cheaper than four small ones, as for people.
double cost_of(const std::vector<double>& steps) {
  constexpr double corner = 0.1;
  double sum = 0.0;
  for (const double s : steps) sum += std::hypot(s, corner) - corner;
  return sum;
}

/// One run of the optimiser; keeps the best form it saw.
class Search {
 public:
  explicit Search(FormSpace space) : space_(std::move(space)) {}

  Found from(std::vector<double> start, const std::vector<ChangeStep>& vary) {
    const auto n = static_cast<unsigned>(start.size());
    std::vector<double> low, high;
    for (const ChangeStep& change : vary) {
      low.push_back(-change.most);
      high.push_back(change.most);
    }
    const std::unique_ptr<nlopt_opt_s, decltype(&nlopt_destroy)> optimiser(nlopt_create(NLOPT_LN_COBYLA, n),
                                                                           nlopt_destroy);
    nlopt_set_lower_bounds(optimiser.get(), low.data());
    nlopt_set_upper_bounds(optimiser.get(), high.data());
    nlopt_set_initial_step1(optimiser.get(), 0.5);
    nlopt_set_min_objective(optimiser.get(), objective, this);
    const std::vector<double> tolerance(space_.bounds(), 1e-6);
    nlopt_add_inequality_mconstraint(optimiser.get(), static_cast<unsigned>(space_.bounds()), constraints, this,
                                     tolerance.data());
    nlopt_set_xtol_abs1(optimiser.get(), step_tolerance);
    nlopt_set_maxeval(optimiser.get(), most_tries);
    double least = 0.0;
    look_at(start);
    nlopt_optimize(optimiser.get(), start.data(), &least);  // whatever ended it, the best form seen is kept
    best_.tried = space_.tried;
    return best_;
  }

 private:
  static double objective(unsigned n, const double* x, double*, void* self) {
    static_cast<Search*>(self)->look_at({x, x + n});
    return cost_of({x, x + n});
  }

  static void constraints(unsigned m, double* result, unsigned n, const double* x, double*, void* self) {
    const std::vector<double> beyond = static_cast<Search*>(self)->look_at({x, x + n});
    std::copy_n(beyond.begin(), m, result);
  }

  /// How far each bound is passed, per cent.
  std::vector<double> look_at(const std::vector<double>& steps) {
    std::vector<double> beyond(space_.bounds(), no_stride_percent);
    if (const auto changes = space_.changes_at(steps))
      for (std::size_t i = 0; i < beyond.size(); ++i)
        beyond[i] = space_.bound(i).beyond((*changes)[i]) + margin_percent;
    const Found here{steps, cost_of(steps), std::ranges::max(beyond), 0};
    if (best_.steps.empty() || here.better_than(best_)) best_ = here;
    return beyond;
  }

  FormSpace space_;
  Found best_;
};

/// The form itself, and a step of each input either way.
std::vector<std::vector<double>> starts_of(std::size_t inputs) {
  std::vector<std::vector<double>> starts{std::vector<double>(inputs, 0.0)};
  for (std::size_t i = 0; i < inputs; ++i)
    for (const double step : {1.0, -1.0}) {
      starts.emplace_back(inputs, 0.0);
      starts.back()[i] = step;
    }
  return starts;
}

BoundOutcome outcome_of(const MetricBound& bound, const MetricValues& before, const MetricValues& after) {
  const double a = before.value(bound.metric).value_or(std::nan("")),
               b = after.value(bound.metric).value_or(std::nan(""));
  return {bound, 100.0 * (std::abs(b) / std::abs(a) - 1.0)};
}

/// An input that a relative key of the form moves as well cannot be set beside it.
std::optional<Diagnostics> held_otherwise(AdviceRequest& request, const Scenario& base, const FormSpace& space) {
  const auto same = request.form.resolve(space.edits_at(std::vector<double>(request.vary.size(), 0.0)));
  if (!same) return same.error();
  for (const ChangeStep& change : request.vary) {
    const double is = base.parameters.number(change.parameter), would = same->parameters.number(change.parameter);
    if (std::abs(is - would) > 1e-9 * (1.0 + std::abs(is)))
      return file_fault(base.path,
                        fmt::format("{} cannot be varied: the form holds it by another key", change.parameter),
                        fmt::format("give the form {} itself", change.parameter));
  }
  return std::nullopt;
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
  const auto starts = starts_of(request.vary.size());
  std::vector<Found> found(starts.size());
  tbb::parallel_for(std::size_t{0}, starts.size(),
                    [&](std::size_t i) { found[i] = Search(space).from(starts[i], request.vary); });
  const Found* best = &found.front();
  Advice advice;
  for (const Found& one : found) {
    if (one.better_than(*best)) best = &one;
    advice.tried += one.tried;
  }
  auto after = request.form.resolve(space.edits_at(best->steps));
  if (!after) return tl::unexpected(after.error());
  const SolveResult& cold = cache.solve(after->inputs);
  if (!cold) return tl::unexpected(file_fault(after->path, one_line(cold.error().text())));
  advice.goal = outcome_of(request.goal, before->metrics, (*cold)->metrics);
  for (const MetricBound& limit : request.limits)
    advice.limits.push_back(outcome_of(limit, before->metrics, (*cold)->metrics));
  advice.reached = advice.goal.holds() && std::ranges::all_of(advice.limits, &BoundOutcome::holds);
  advice.cost = best->cost;
  for (std::size_t i = 0; i < request.vary.size(); ++i) {
    const std::string& key = request.vary[i].parameter;
    if (std::abs(best->steps[i]) >= worth_telling_steps)
      advice.moved.push_back({key, base->parameters.number(key), after->parameters.number(key), best->steps[i]});
  }
  std::ranges::stable_sort(advice.moved, std::greater{}, [](const MovedInput& m) { return std::abs(m.steps); });
  advice.before = *std::move(base);
  advice.after = *std::move(after);
  return advice;
}

}  // namespace stridelab
