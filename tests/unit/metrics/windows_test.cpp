// Metrics that are read at an instant or in a window: where the knee bends most, from a tenth of contact on, at an edge.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "metrics/metrics.h"
#include "metrics/stance.h"

namespace stridelab {
namespace {

constexpr double pi = std::numbers::pi;

const LoadModels& models() {
  static const LoadModels shipped = read_load_models().value();
  return shipped;
}

/// A leg on the ground from 1 to 41 % of the stride, all quantities zero: stance 0.4, swing 0.6 of the stride.
LegRecord leg() {
  LegRecord leg;
  leg.contact_phase = 0.01;
  leg.toe_off_phase = 0.41;
  leg.grid.resize(record_samples);
  return leg;
}

/// Sets a quantity to f(share), share = 0 at contact, 1 at toe-off, 2.5 at the next contact.
template <class F>
void fill(LegRecord& leg, QuantityIndex of, F f) {
  for (int i = 0; i < record_samples; ++i) {
    const double phase = static_cast<double>(i) / record_samples;
    const double since = phase >= leg.contact_phase ? phase - leg.contact_phase : phase + 1.0 - leg.contact_phase;
    leg.grid[static_cast<std::size_t>(i)][of] = f(since / 0.4);
  }
  leg.at_contact[of] = f(0.0);
  leg.at_toe_off[of] = f(1.0);
}

MetricValues metrics_of(const LegRecord& leg) {
  StrideRecord record{Body{}, Form{}, 0.7, {}, {}, {}, {}, {}, {}};
  record.leg[0] = leg;
  record.com_m.assign(record_samples, Vec3::Zero());
  return compute_leg_metrics(record, models(), Side::right);
}

// Knee bends most at 40 % of stance; the valgus line -6 + 10 share (deg) is -2 there and -6 at contact, and largest, +4,
// at toe-off. Straight lines and parabolas are read exactly: rounding.
TEST(ValgusMetrics, AreReadWhereTheKneeBendsMost) {
  LegRecord record = leg();
  fill(record, quantity("knee_flexion_rad"), [](double s) { return 0.7 - (s - 0.4) * (s - 0.4); });
  fill(record, quantity("fppa_rad"), [](double s) { return (-6.0 + 10.0 * s) * rad_per_deg; });
  const MetricValues values = metrics_of(record);
  EXPECT_NEAR(*values.value("knee_valgus_fppa_at_peak_flexion_deg"), -2.0, 1e-9);
  EXPECT_NEAR(*values.value("knee_valgus_fppa_excursion_deg"), 4.0, 1e-9);
  EXPECT_NEAR(*values.value("knee_valgus_fppa_peak_deg"), 4.0, 1e-9);
}

/// A leg whose hip moment is 300 Nm at contact (falling to nothing by 8 %) and a bump of 100 Nm about mid-stance.
LegRecord landing_then_load() {
  LegRecord record = leg();
  fill(record, quantity("hip_extension_moment_nm"), [](double s) {
    const double early = s < 0.08 ? 300.0 * (1.0 - s / 0.08) : 0.0;
    const double swing = s > 2.4 ? 300.0 * (s - 2.4) / 0.1 : 0.0;  // rises over the last 0.1 of 1.5 units of swing
    const double load = s < 1.0 ? 100.0 * std::sin(pi * s) : 0.0;
    return early + swing + load;
  });
  return record;
}

// The bump's top lies at 50 % of stance, far from its ends; a parabola through three samples of a half sine with 80 of them
// misses by (pi / 160)^2 / 8 at most: 5e-5.
TEST(JointMomentPeaks, BeginAtATenthOfContact) {
  const MetricValues values = metrics_of(landing_then_load());
  EXPECT_NEAR(*values.value("hip_extension_moment_peak_nm_kg"), 100.0 / 70.0, 1e-4);
  EXPECT_FALSE(values.of(*find_metric("hip_extension_moment_peak_nm_kg")).at_window_edge);
}

// What happens before is the retraction moment's: from 90 % of swing to 10 % of contact, across the seam of the record.
TEST(RetractionMoment, IsWhatStopsTheLegBeforeAndAfterLanding) {
  const MetricValues values = metrics_of(landing_then_load());
  // The grid meets the corner at contact within half a sample, 1/160 of stance, of a slope of 300 / 0.08.
  EXPECT_NEAR(*values.value("hip_retraction_moment_peak_nm_kg"), 300.0 / 70.0, 300.0 / 0.08 / 160.0 / 70.0);
  LegRecord earlier = leg();
  // A moment that is over before 90 % of swing (2.35 in these units) and after 10 % of contact does not count.
  fill(earlier, quantity("hip_extension_moment_nm"), [](double s) { return (s > 0.15 && s < 2.3) ? 50.0 : 0.0; });
  EXPECT_NEAR(*metrics_of(earlier).value("hip_retraction_moment_peak_nm_kg"), 0.0, 1e-12);
}

TEST(SupportMoment, IsTheSumOfHipKneeAndAnkleAtOneInstant) {
  // Hip early, ankle late: the peak of the sum is less than the sum of the peaks.
  StrideSample sample{};
  sample.generalised_force_nm.setZero();
  sample.q_rad.setZero();
  sample.qd_rad_s.setZero();
  for (LegSample& one : sample.leg) one.femur = one.tibia = one.foot = Mat3::Identity();
  sample.generalised_force_nm[hip_flexion_r] = -30.0;
  sample.generalised_force_nm[knee_angle_r] = -50.0;
  sample.generalised_force_nm[ankle_angle_r] = -70.0;
  EXPECT_DOUBLE_EQ(leg_values(sample, Side::right, Body{}, Form{}, models())[quantity("support_moment_nm")], 150.0);
}

TEST(WindowEdge, IsSaidOfAPeakThatGoesOnGrowingOutside) {
  LegRecord record = leg();
  fill(record, quantity("fppa_rad"), [](double s) { return s < 1.5 ? -s : s - 3.0; });  // falls from contact on
  EXPECT_TRUE(stance_maximum(record, quantity("fppa_rad")).at_edge);
  fill(record, quantity("fppa_rad"), [](double s) { return s; });  // still rising at toe-off
  EXPECT_TRUE(stance_maximum(record, quantity("fppa_rad")).at_edge);
  fill(record, quantity("fppa_rad"), [](double s) { return std::sin(pi * s); });
  EXPECT_FALSE(stance_maximum(record, quantity("fppa_rad")).at_edge);
  fill(record, quantity("fppa_rad"), [](double) { return 0.02; });  // nothing moves: nothing to say
  EXPECT_FALSE(stance_maximum(record, quantity("fppa_rad")).at_edge);
}

TEST(WindowEdge, GoesWithTheValue) {
  LegRecord record = leg();
  fill(record, quantity("fppa_rad"), [](double s) { return -s; });
  fill(record, quantity("hip_adduction_rad"), [](double s) { return std::sin(pi * s); });
  const MetricValues values = metrics_of(record);
  EXPECT_TRUE(values.of(*find_metric("knee_valgus_fppa_peak_deg")).at_window_edge);
  EXPECT_FALSE(values.of(*find_metric("hip_adduction_peak_deg")).at_window_edge);
  bool named = false;
  for (const MetricRow* row : rows_at_window_edge(values)) named = named || row->key == "knee_valgus_fppa_peak_deg";
  EXPECT_TRUE(named);
}

}  // namespace
}  // namespace stridelab
