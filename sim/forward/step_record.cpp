#include "forward/step_record.h"

#include <cmath>

#include "forward/step_force.h"
#include "metrics/curves.h"
#include "metrics/landing.h"

namespace stridelab {
namespace {

/// What a step is read from.
struct Reader {
  const StepWindow& window;
  const StepTimes& times;
  Side side;
  StepForce force;

  /// The cycle begins before its contact, so that its seam lies in swing.
  [[nodiscard]] double start_s() const { return times.contact_s - step_lead_s; }
  [[nodiscard]] LegValues leg_at(double time_s) const { return force.shown(window.leg_at(time_s, side), time_s); }
};

LegRecord record_leg(const Reader& step) {
  const double period_s = step.times.period_s();
  LegRecord leg;
  leg.side = step.side;
  leg.contact_phase = step_lead_s / period_s;
  leg.toe_off_phase = (step.times.toe_off_s - step.start_s()) / period_s;
  leg.at_contact = step.leg_at(step.times.contact_s);
  leg.at_toe_off = step.leg_at(step.times.toe_off_s);
  for (int i = 0; i < record_samples; ++i)
    leg.grid.push_back(step.leg_at(step.start_s() + period_s * i / record_samples));
  for (int i = 0; i < landing_samples; ++i)
    leg.measured_landing_n.push_back(step.force.vertical_n(step.start_s() + period_s * i / landing_samples));
  return leg;
}

double speed_m_s(const Reader& step, double belt_speed_m_s) {
  const Vec3 way_m = step.window.com_at(step.times.next_contact_s) - step.window.com_at(step.times.contact_s);
  return way_m.x() / step.times.period_s() + belt_speed_m_s;
}

}  // namespace

StepRecord record_step(const StepWindow& window, const StepTimes& times, Side side, const StepRunner& runner) {
  const double period_s = times.period_s();
  const Reader step{window, times, side, StepForce(window, times.contact_s - step_lead_s, period_s, side)};
  StepRecord out{{runner.body, runner.form, period_s, {}, {}, {}, {}, {}}, {}};
  out.record.form.speed_m_s = speed_m_s(step, runner.belt_speed_m_s);
  out.record.leg[static_cast<std::size_t>(index(side))] = record_leg(step);
  for (int i = 0; i < record_samples; ++i)
    out.record.com_m.push_back(window.com_at(step.start_s() + period_s * i / record_samples));
  // As many as there are frames: a landing lasts some 15 ms, and 200 samples would take four of it.
  const auto frames = static_cast<int>(std::lround(period_s / window.interval_s()));
  for (int i = 0; i < frames; ++i) out.record.power.push_back(window.power_at(step.start_s() + period_s * i / frames));
  for (const Side leg : {Side::right, Side::left}) {
    const Reader read{window, times, leg, StepForce(window, step.start_s(), period_s, leg)};
    for (int i = 0; i < curve_samples; ++i)
      out.cycle[static_cast<std::size_t>(index(leg))].push_back(
          read.leg_at(times.contact_s + period_s * i / (curve_samples - 1)));
  }
  return out;
}

}  // namespace stridelab
