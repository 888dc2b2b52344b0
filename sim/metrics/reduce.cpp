#include "metrics/reduce.h"

#include <algorithm>

namespace stridelab {
namespace {

double itself(double x) { return x; }
double absorbed(double power_w) { return std::max(-power_w, 0.0); }

/// From the quantity's SI value to the unit of the row.
double factor(const Presentation& as, const Body& body) { return as.scale * (1.0 / divisor(as.per, body)); }

/// Steps of one leg in a kilometre.
double steps_per_km(const StrideRecord& record) { return 1000.0 / (record.form.speed_m_s * record.period_s); }

MetricValue scaled(const StancePeak& peak, double by) { return {by * peak.value, {}, peak.at_edge}; }
MetricValue plain(double value) { return {value, {}, false}; }

}  // namespace

MetricValue reduce(const MetricRow& row, const StrideRecord& record, const LegRecord& leg, const LoadModels& models) {
  if (const auto withheld = info(row.of).withheld)
    if (auto reason = withheld(models, record.form_of(leg.side))) return {std::nullopt, *std::move(reason), false};
  const double by = factor(row.as, record.body);
  const auto integral = [&](double (*f)(double)) { return by * stance_integral(leg, row.of, record.period_s, f); };
  const auto at_peak = [&] { return value_near(leg, row.of, stance_maximum(leg, row.at_peak).phase); };
  switch (row.reduction) {
    case Reduction::stance_peak:
      return scaled(stance_maximum(leg, row.of), by);
    case Reduction::stance_lowest:
      return scaled(stance_minimum(leg, row.of), by);
    case Reduction::stance_drop:
      return scaled(stance_minimum(leg, row.of), -by);
    case Reduction::stance_peak_to_one:
      return plain(by * std::min(stance_maximum(leg, row.of).value, 1.0));
    case Reduction::loaded_peak:
      return scaled(loaded_maximum(leg, row.of), by);
    case Reduction::retraction_peak:
      return scaled(retraction_maximum(leg, row.of), by);
    case Reduction::swing_peak:
      return scaled(swing_maximum(leg, row.of), by);
    case Reduction::at_contact:
      return plain(by * leg.at_contact[row.of]);
    case Reduction::at_peak_of:
      return plain(by * at_peak());
    case Reduction::rise_to_peak_of:
      return plain(by * (at_peak() - leg.at_contact[row.of]));
    case Reduction::impulse:
      return plain(integral(itself));
    case Reduction::impulse_per_km:
      return plain(integral(itself) * steps_per_km(record));
    case Reduction::absorbed:
      return plain(integral(absorbed));
    default:
      return {std::nullopt, "not a reduction of a quantity", false};
  }
}

}  // namespace stridelab
