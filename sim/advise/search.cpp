#include "advise/search.h"

#include <fmt/format.h>
#include <nlopt.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "catalogue/parameter_table.h"
#include "core/file_fault.h"
#include "metrics/metrics.h"
#include "metrics/stride_record.h"

namespace stridelab {
namespace {

constexpr double margin_percent = 0.05;    ///< inside every bound, so that the cold solve holds it too
constexpr double step_tolerance = 0.01;    ///< of a step
constexpr double percent_of_a_step = 0.1;  ///< what a step must bring where a change is made least
constexpr int most_tries = 80;             ///< of one start
constexpr std::size_t promising = 2;       ///< single steps that are started from

/// One run of the optimiser; keeps the best form it saw.
class Search {
 public:
  Search(FormSpace space, std::optional<std::size_t> least) : space_(std::move(space)), least_(least) {}

  /// Of one form alone.
  Found at(const std::vector<double>& steps) {
    look_at(steps);
    best_.tried = space_.tried;
    return best_;
  }

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
    double end = 0.0;
    look_at(start);
    nlopt_optimize(optimiser.get(), start.data(), &end);  // whatever ended it, the best form seen is kept
    best_.tried = space_.tried;
    return best_;
  }

 private:
  static double objective(unsigned n, const double* x, double*, void* self) {
    return static_cast<Search*>(self)->look_at({x, x + n}).worth;
  }

  static void constraints(unsigned m, double* result, unsigned n, const double* x, double*, void* self) {
    const std::vector<double> beyond = static_cast<Search*>(self)->look_at({x, x + n}).beyond;
    std::copy_n(beyond.begin(), m, result);
  }

  /// How far each bound is passed, per cent, and what is made least.
  struct Look {
    std::vector<double> beyond;
    double worth = 0.0;
  };

  Look look_at(const std::vector<double>& steps) {
    Look look{std::vector<double>(space_.bounds(), FormSpace::no_stride_percent), cost_of(steps)};
    const auto changes = space_.changes_at(steps);
    for (std::size_t i = 0; changes && i < look.beyond.size(); ++i)
      look.beyond[i] = space_.bound(i).beyond((*changes)[i]) + margin_percent;
    if (least_)
      look.worth = percent_of_a_step * look.worth + (changes ? (*changes)[*least_] : FormSpace::no_stride_percent);
    const Found here{steps, look.worth, std::ranges::max(look.beyond), 0};
    if (best_.steps.empty() || here.better_than(best_)) best_ = here;
    return look;
  }

  FormSpace space_;
  std::optional<std::size_t> least_;
  Found best_;
};

/// A step of each input either way.
std::vector<std::vector<double>> starts_of(std::size_t inputs) {
  std::vector<std::vector<double>> starts;
  for (std::size_t i = 0; i < inputs; ++i)
    for (const double step : {1.0, -1.0}) {
      starts.emplace_back(inputs, 0.0);
      starts.back()[i] = step;
    }
  return starts;
}

}  // namespace

std::vector<Assignment> FormSpace::edits_at(const std::vector<double>& steps) const {
  std::vector<Assignment> edits = request_.edits;
  for (std::size_t i = 0; i < size(); ++i) {
    const ChangeStep& change = request_.vary[i];
    const double from = base_.parameters.number(change.parameter);
    std::erase_if(edits, [&](const Assignment& edit) { return edit.key == change.parameter; });
    edits.push_back({change.parameter, from + steps[i] * change.from(from), ""});
  }
  return edits;
}

std::optional<std::vector<double>> FormSpace::changes_at(const std::vector<double>& steps) {
  const auto known = known_.find(steps);
  if (known != known_.end()) return known->second;
  ++tried;
  return known_[steps] = solve(steps);
}

std::optional<std::vector<double>> FormSpace::solve(const std::vector<double>& steps) {
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

double cost_of(const std::vector<double>& steps) {
  constexpr double corner = 0.1;
  double sum = 0.0;
  for (const double s : steps) sum += std::hypot(s, corner) - corner;
  return sum;
}

Found search(const FormSpace& space, const std::vector<ChangeStep>& vary, std::optional<std::size_t> least) {
  const auto steps = starts_of(vary.size());
  std::vector<Found> looks(steps.size());
  tbb::parallel_for(std::size_t{0}, steps.size(), [&](std::size_t i) { looks[i] = Search(space, least).at(steps[i]); });
  std::ranges::stable_sort(looks, [](const Found& a, const Found& b) { return a.better_than(b); });
  std::vector<std::vector<double>> starts{std::vector<double>(vary.size(), 0.0)};
  for (std::size_t i = 0; i < std::min(promising, looks.size()); ++i) starts.push_back(looks[i].steps);
  std::vector<Found> found(starts.size());
  tbb::parallel_for(std::size_t{0}, starts.size(),
                    [&](std::size_t i) { found[i] = Search(space, least).from(starts[i], vary); });
  Found best = found.front();
  int tried = static_cast<int>(looks.size());
  for (const Found& one : found) {
    tried += one.tried;
    if (one.better_than(best)) best = one;
  }
  best.tried = tried;
  return best;
}

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

}  // namespace stridelab
