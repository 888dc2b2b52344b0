#include "metrics/stride_record.h"

#include <cmath>

#include "metrics/energy.h"
#include "metrics/landing.h"

namespace stridelab {
namespace {

/// Phase between the samples `outside` (force below the threshold) and `inside` (above), by the Illinois variant of
/// false position: an end that stays twice counts half.
double crossing_phase(const StrideSource& source, const LegRecord& leg, int outside, int inside) {
  struct End {
    double phase, excess_n;
  };
  const auto known = [&](int i) {
    return End{static_cast<double>(i) / record_samples, leg.at(quantity("vertical_force_n"), i) - contact_threshold_n};
  };
  End low = known(outside);
  End high = known(inside);
  int side = 0;
  for (int i = 0; i < 60 && std::abs(high.phase - low.phase) > 1e-12; ++i) {
    const double phase = (low.phase * high.excess_n - high.phase * low.excess_n) / (high.excess_n - low.excess_n);
    const StrideSample sample = source.at(leg.touch_down_phase + phase);
    const double excess_n = sample.leg[static_cast<std::size_t>(index(leg.side))].grf_n.y() - contact_threshold_n;
    if (std::abs(excess_n) < 1e-7) return phase;
    const int now = excess_n > 0.0 ? 1 : -1;
    (now > 0 ? high : low) = {phase, excess_n};
    if (now == side) (now > 0 ? low : high).excess_n *= 0.5;
    side = now;
  }
  return high.phase;
}

/// Finds contact and toe-off; false when the force never crosses the threshold.
bool find_events(const StrideSource& source, const LoadModels& models, LegRecord& leg) {
  const auto loaded = [&](int i) { return leg.at(quantity("vertical_force_n"), i) > contact_threshold_n; };
  int first = 0;
  while (first < record_samples && !loaded(first)) ++first;
  int last = record_samples - 1;
  while (last > first && !loaded(last)) --last;
  if (first == 0 || last <= first || last == record_samples - 1) return false;
  leg.contact_phase = crossing_phase(source, leg, first - 1, first);
  leg.toe_off_phase = crossing_phase(source, leg, last + 1, last);
  leg.at_contact = sample_leg(source, models, leg, leg.contact_phase);
  leg.at_toe_off = sample_leg(source, models, leg, leg.toe_off_phase);
  return true;
}

/// One pass over the stride. The left leg's grid starts half a stride later; a symmetric stride needs no second one.
void fill_grids(const StrideSource& source, const LoadModels& models, StrideRecord& record) {
  for (LegRecord& leg : record.leg) leg.grid.resize(record_samples);
  for (int i = 0; i < record_samples; ++i) {
    const StrideSample sample = source.at(static_cast<double>(i) / record_samples);
    record.com_m.push_back(sample.com_m);
    record.ground_force_n.emplace_back(sample.leg[0].grf_n + sample.leg[1].grf_n);
    record.power.push_back(stride_power(sample));
    record.leg[0].grid[static_cast<std::size_t>(i)] = leg_values(sample, Side::right, source.body, source.form, models);
    if (source.symmetric) continue;
    const int left = (i + record_samples / 2) % record_samples;
    record.leg[1].grid[static_cast<std::size_t>(left)] =
        leg_values(sample, Side::left, source.body_of(Side::left), source.form_of(Side::left), models);
  }
}

/// Events and landing of a leg whose grid is filled; false when the force never crosses the threshold.
bool complete_leg(const StrideSource& source, const LoadModels& models, LegRecord& leg) {
  if (!find_events(source, models, leg)) return false;
  leg.impact = landing_correction(source, models, leg);
  return true;
}

}  // namespace

double LegRecord::since_contact(int i) const { return static_cast<double>(i) / record_samples - contact_phase; }

double LegRecord::at(QuantityIndex of, int i) const {
  const int wrapped = (i % record_samples + record_samples) % record_samples;
  return grid[static_cast<std::size_t>(wrapped)][of];
}

LegValues sample_leg(const StrideSource& source, const LoadModels& models, const LegRecord& leg, double phase) {
  const StrideSample sample = source.at(leg.touch_down_phase + phase);
  return leg_values(sample, leg.side, source.body_of(leg.side), source.form_of(leg.side), models);
}

std::optional<StrideRecord> record_stride(const StrideSource& source, const LoadModels& models) {
  StrideRecord record{source.body, source.form, source.period_s, source.quality, {}, {}, {}, {}};
  record.strength = source.at(0.0).strength;
  record.left = source.left;
  auto& [right, left] = record.leg;
  fill_grids(source, models, record);
  if (!complete_leg(source, models, right)) return std::nullopt;
  if (source.symmetric) left = right;
  left.side = Side::left;
  left.touch_down_phase = 0.5;
  if (!source.symmetric && !complete_leg(source, models, left)) return std::nullopt;
  return record;
}

}  // namespace stridelab
