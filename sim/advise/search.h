#pragma once

#include <map>
#include <optional>
#include <vector>

#include "advise/advise.h"

namespace stridelab {

/// Forms around the one that was asked about, in steps of each input. One object serves one thread.
class FormSpace {
 public:
  static constexpr double no_stride_percent = 100;  ///< how far beyond its bounds a form without a stride counts

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

  [[nodiscard]] std::vector<Assignment> edits_at(const std::vector<double>& steps) const;

  /// Changes of goal and limits, per cent; empty without a stride.
  std::optional<std::vector<double>> changes_at(const std::vector<double>& steps);

  int tried = 0;

 private:
  std::optional<std::vector<double>> solve(const std::vector<double>& steps);

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
  double cost = 0.0;                                     ///< what is made least
  double beyond_percent = FormSpace::no_stride_percent;  ///< of the worst bound
  int tried = 0;

  /// Within the bounds the cheaper is better, else the nearer to them.
  [[nodiscard]] bool better_than(const Found& other) const {
    const bool in = beyond_percent <= 0.0, other_in = other.beyond_percent <= 0.0;
    if (in != other_in) return in;
    return in ? cost < other.cost : beyond_percent < other.beyond_percent;
  }
};

/// Steps added up, with a rounded corner at none: one clear change is cheaper than four small ones, as for people.
double cost_of(const std::vector<double>& steps);

/// The best of several runs of the optimiser: from the form itself and from the most promising single steps. The same bits
/// on any number of threads.
///
/// least  none: the cost is made least; else the change of that bound, and a little of the cost
Found search(const FormSpace& space, const std::vector<ChangeStep>& vary, std::optional<std::size_t> least = {});

/// An input that a relative key of the form moves as well cannot be set beside it.
std::optional<Diagnostics> held_otherwise(AdviceRequest& request, const Scenario& base, const FormSpace& space);

}  // namespace stridelab
