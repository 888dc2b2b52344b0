#include "study/change.h"

#include <cmath>

namespace stridelab {

Change change_between(const MetricRow& row, std::optional<double> a, std::optional<double> b) {
  Change out{a, b, std::nullopt, std::nullopt};
  if (!a || !b) return out;
  out.change = *b - *a;
  const double last_digit = std::pow(10.0, -row.decimals);
  const bool sign_flips = *a * *b < 0.0;
  if (row.zero == Zero::physical && std::abs(*a) >= last_digit && !sign_flips)
    out.change_percent = 100.0 * (std::abs(*b) - std::abs(*a)) / std::abs(*a);
  return out;
}

}  // namespace stridelab
