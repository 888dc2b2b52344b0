#include "metrics/stride_record.h"

#include <cmath>

namespace stridelab {
namespace {

constexpr double velocity_step = 1e-4;  ///< phase between the two samples that give the descent speed

/// Applies the superposed transient to the active vertical force.
void add_impact(LegValues& values, const ImpactTransient& impact, double time_s) {
  double& force_n = values[Channel::vertical_force_n];
  force_n = impact.active_scale * force_n + impact.force_n(time_s);
}

/// Speed of the ankle centre toward the surface at touch-down, from two samples around it.
double descent_speed_m_s(const StrideSource& source, Side side, double touch_down_phase) {
  const auto ankle_height_m = [&](double phase) {
    return source.at(phase).leg[static_cast<std::size_t>(index(side))].ankle_m.y();
  };
  const double before_m = ankle_height_m(touch_down_phase - 0.5 * velocity_step);
  const double after_m = ankle_height_m(touch_down_phase + 0.5 * velocity_step);
  return (before_m - after_m) / (velocity_step * source.period_s);
}

double active_impulse_ns(const LegRecord& leg, double period_s) {
  double sum_n = 0.0;
  for (const LegValues& values : leg.grid) sum_n += values[Channel::vertical_force_n];
  return sum_n * period_s / record_samples;
}

ImpactTransient transient_of(const StrideSource& source, const LoadModels& models, const LegRecord& leg) {
  Landing landing{};
  landing.mass_kg = source.body.mass_kg;
  landing.foot_strike_rad = source.form.foot_strike_rad;
  landing.descent_speed_m_s = descent_speed_m_s(source, leg.side, leg.touch_down_phase);
  landing.normal_gravity_m_s2 = gravity_m_s2 * std::cos(source.form.slope_rad);
  landing.active_impulse_ns = active_impulse_ns(leg, source.period_s);
  return impact_transient(models.impact, landing);
}

/// Phase between `outside` (force below the threshold) and `inside` (above), by the Illinois variant of false position.
double crossing_phase(const StrideSource& source, const LoadModels& models, const LegRecord& leg, double outside,
                      double inside) {
  const auto excess_n = [&](double phase) {
    return sample_leg(source, models, leg, phase)[Channel::vertical_force_n] - contact_threshold_n;
  };
  double low = excess_n(outside);
  double high = excess_n(inside);
  for (int i = 0; i < 60 && std::abs(inside - outside) > 1e-12; ++i) {
    const double phase = (outside * high - inside * low) / (high - low);
    const double excess = excess_n(phase);
    if (std::abs(excess) < 1e-7) return phase;
    if (excess > 0.0) {
      inside = phase;
      high = excess;
      low *= 0.5;
    } else {
      outside = phase;
      low = excess;
      high *= 0.5;
    }
  }
  return inside;
}

/// Finds contact and toe-off; false when the force never crosses the threshold.
bool find_events(const StrideSource& source, const LoadModels& models, LegRecord& leg) {
  const auto loaded = [&](int i) { return leg.at(Channel::vertical_force_n, i) > contact_threshold_n; };
  int first = 0;
  while (first < record_samples && !loaded(first)) ++first;
  int last = record_samples - 1;
  while (last > first && !loaded(last)) --last;
  if (first == 0 || last <= first || last == record_samples - 1) return false;
  constexpr double step = 1.0 / record_samples;
  leg.contact_phase = crossing_phase(source, models, leg, (first - 1) * step, first * step);
  leg.toe_off_phase = crossing_phase(source, models, leg, (last + 1) * step, last * step);
  leg.at_contact = sample_leg(source, models, leg, leg.contact_phase);
  leg.at_toe_off = sample_leg(source, models, leg, leg.toe_off_phase);
  return true;
}

/// One pass over the stride fills both legs: the left leg's grid starts half a stride later.
void fill_grids(const StrideSource& source, const LoadModels& models, StrideRecord& record) {
  for (LegRecord& leg : record.leg) leg.grid.resize(record_samples);
  record.com_height_m.resize(record_samples);
  for (int i = 0; i < record_samples; ++i) {
    const StrideSample sample = source.at(static_cast<double>(i) / record_samples);
    record.com_height_m[static_cast<std::size_t>(i)] = sample.com_m.y();
    const int left = (i + record_samples / 2) % record_samples;
    record.leg[0].grid[static_cast<std::size_t>(i)] =
        leg_values(sample, Side::right, source.body, source.form, models.patellofemoral);
    record.leg[1].grid[static_cast<std::size_t>(left)] =
        leg_values(sample, Side::left, source.body, source.form, models.patellofemoral);
  }
}

}  // namespace

double LegRecord::at(Channel channel, int i) const {
  const int wrapped = (i % record_samples + record_samples) % record_samples;
  return grid[static_cast<std::size_t>(wrapped)][channel];
}

LegValues sample_leg(const StrideSource& source, const LoadModels& models, const LegRecord& leg, double phase) {
  const StrideSample sample = source.at(leg.touch_down_phase + phase);
  LegValues values = leg_values(sample, leg.side, source.body, source.form, models.patellofemoral);
  add_impact(values, leg.impact, (phase - std::floor(phase)) * source.period_s);
  return values;
}

std::optional<StrideRecord> record_stride(const StrideSource& source, const LoadModels& models) {
  StrideRecord record{source.body, source.form, source.period_s, source.quality, {}, {}};
  fill_grids(source, models, record);
  for (const Side side : {Side::right, Side::left}) {
    LegRecord& leg = record.leg[static_cast<std::size_t>(index(side))];
    leg.side = side;
    leg.touch_down_phase = side == Side::right ? 0.0 : 0.5;
    leg.impact = transient_of(source, models, leg);
    for (int i = 0; i < record_samples; ++i)
      add_impact(leg.grid[static_cast<std::size_t>(i)], leg.impact, i * source.period_s / record_samples);
    if (!find_events(source, models, leg)) return std::nullopt;
  }
  return record;
}

}  // namespace stridelab
