#include "gait/schedule.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/frames.h"
#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "gait/foot_laws.h"
#include "gait/reference.h"
#include "gait/reference_runners.h"
#include "gait/smooth_step.h"
#include "gait/stance_phase.h"
#include "gait/strike_groups.h"
#include "model_files/model_table.h"

namespace stridelab {
namespace {

using Table = FootSchedule::Table;

struct FootCurves {
  Table pitch_slow, pitch_fast, pitch_by_strike, pressure_slow, pressure_fast, pressure_by_strike;
};

Table column(ModelTable& table, const std::string& name, const ModelRange& range, double most_step) {
  const std::vector<double> values = table.column(name, range, most_step);
  Table result{};
  if (values.size() == result.size()) std::copy(values.begin(), values.end(), result.begin());
  return result;
}

FootCurves read_curves() {
  ModelTable table(value_or_throw(
      model_path("gait/fukuchi_2017_foot.csv").map_error([](Diagnostic fault) { return Diagnostics{fault}; })));
  const std::size_t rows = table.percents().size();
  const ModelRange angle{-90.0, 45.0, "deg"}, share{-1.0, 2.0, ""}, path{-220.0, 120.0, "mm"},
      change{-20.0, 5.0, "mm/deg"};
  FootCurves c{column(table, "pitch_2.5", angle, 12.0),      column(table, "pitch_3.5", angle, 12.0),
               column(table, "pitch_by_strike", share, 0.6), column(table, "pressure_2.5", path, 40.0),
               column(table, "pressure_3.5", path, 40.0),    column(table, "pressure_by_strike", change, 4.0)};
  Diagnostics faults = table.faults();
  if (faults.empty() && rows != FootSchedule::points)
    faults.push_back({.file = "gait/fukuchi_2017_foot.csv",
                      .message = "the rows stand for 0, 5 .. 100 % of contact",
                      .source_line = {},
                      .help = {}});
  if (!faults.empty()) throw InvalidModelFiles(std::move(faults));
  return c;
}

const FootCurves& curves() {
  static const FootCurves read = read_curves();
  return read;
}

/// Cubic through the table (Catmull & Rom 1974), straight on beyond its ends.
double interpolate(const Table& y, double contact) {
  constexpr std::size_t last = FootSchedule::points - 1;
  const double x = contact * static_cast<double>(last);
  const auto k = static_cast<std::size_t>(std::clamp(x, 0.0, static_cast<double>(last - 1)));
  const double t = x - static_cast<double>(k);
  const double m0 = k == 0 ? y[1] - y[0] : 0.5 * (y[k + 1] - y[k - 1]);
  const double m1 = k + 1 == last ? y[k + 1] - y[k] : 0.5 * (y[k + 2] - y[k]);
  if (t < 0.0) return y[0] + m0 * t;
  if (t > 1.0) return y[k + 1] + m1 * (t - 1.0);
  const double v = 1.0 - t;
  return (1 + 2 * t) * v * v * y[k] + t * v * v * m0 + t * t * (3 - 2 * t) * y[k + 1] - t * t * v * m1;
}

}  // namespace

void FootSchedule::read_models() {
  foot_laws();
  curves();
}

FootSchedule::FootSchedule(const Skeleton& skeleton, const Form& form) {
  const FootCurves& c = curves();
  const FootLaws& laws = foot_laws();
  const ReferenceRunners& runners = reference_runners();
  const double speed_m_s = similar_speed_m_s(form.speed_m_s, skeleton.body.height_m);
  const double blend =
      std::log(speed_m_s / runners.slow.speed_m_s) / std::log(runners.fast.speed_m_s / runners.slow.speed_m_s);
  // The strike the tables stand for: their own first row.
  const double usual_deg = c.pitch_slow[0] + blend * (c.pitch_fast[0] - c.pitch_slow[0]);
  const double strike_deg = form.foot_strike_rad * deg_per_rad;
  const double held_deg = deg_per_rad * std::clamp(form.foot_strike_rad, strike_groups().shape_lowest_rad,
                                                   strike_groups().shape_highest_rad);
  const double offset = laws.strike_offset_share;
  for (std::size_t i = 0; i < points; ++i) {
    pitch_deg_[i] = c.pitch_slow[i] + blend * (c.pitch_fast[i] - c.pitch_slow[i]) +
                    std::max(0.0, c.pitch_by_strike[i] - offset) / (1.0 - offset) * (strike_deg - usual_deg);
    pressure_mm_[i] = c.pressure_slow[i] + blend * (c.pressure_fast[i] - c.pressure_slow[i]) +
                      c.pressure_by_strike[i] / (1.0 - offset) * (held_deg - usual_deg);
  }
  const double heel_to_ball_m = skeleton.foot.ball_m.x() - skeleton.foot.heel_m.x();
  foot_scale_ = heel_to_ball_m / laws.reference_heel_to_ball_m;
  behind_m_ = heel_to_ball_m - laws.heel_edge_m;
  ahead_m_ = skeleton.foot.toe_m.x() - laws.toe_edge_m;
}

FootTarget FootSchedule::at(double s) const {
  const FootLaws& laws = foot_laws();
  FootTarget f{};
  const double contact = std::max(0.0, contact_phase(s));
  f.pitch_rad = rad_per_deg * interpolate(pitch_deg_, contact);
  // Before heel-off the toes follow the foot; after it they stay down until the joint is at its limit.
  f.toe_pitch_rad = f.pitch_rad > laws.flat_rad ? f.pitch_rad : std::min(0.0, f.pitch_rad + laws.toe_limit_rad);
  const double ahead_m = 0.001 * foot_scale_ * interpolate(pressure_mm_, std::min(contact, 1.0));
  f.pressure_ahead_m = std::clamp(ahead_m, -behind_m_, ahead_m_);
  f.rest = smooth_step(std::min(s / laws.rest_full_from, (1.0 - s) / laws.rest_fades_over));
  return f;
}

}  // namespace stridelab
