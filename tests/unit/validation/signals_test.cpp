#include "validation/signals.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace stridelab {
namespace {

constexpr double turn = 2.0 * std::numbers::pi;

std::vector<double> sine(int harmonic) {
  std::vector<double> out;
  for (int i = 0; i < signal_samples; ++i) out.push_back(std::sin(turn * harmonic * i / signal_samples));
  return out;
}

TEST(CyclePercent, IsTheSampleWhereThereIsOne) {
  const std::vector<double> period = sine(3);
  for (const int i : {0, 1, 77, 199}) EXPECT_DOUBLE_EQ(at_cycle_percent(period, 0.5 * i), period[std::size_t(i)]) << i;
  EXPECT_DOUBLE_EQ(at_cycle_percent(period, 100.0), period[0]);
  EXPECT_DOUBLE_EQ(at_cycle_percent(period, -0.5), period[199]);
}

// The error of a cubic through four points in their middle is 9/384 h^4 |f''''|: 2.3e-8 here for one harmonic (h = turn /
// 200). A straight line would be wrong by h^2 / 8 = 1.2e-4.
TEST(CyclePercent, IsACubicBetweenSamplesAndAcrossTheEnd) {
  const std::vector<double> period = sine(1);
  for (const double percent : {0.25, 12.6, 50.25, 99.75, 99.9})
    EXPECT_NEAR(at_cycle_percent(period, percent), std::sin(turn * 0.01 * percent), 3e-8) << percent;
}

TEST(SignalNames, CoverTheTableOfCurvesAndTheFrontalPlane) {
  for (const CurveRow& row : curve_table()) EXPECT_EQ(find_signal(row.name), &row);
  for (const char* name : {"hip_internal_rotation_deg", "knee_abduction_deg", "rearfoot_eversion_deg",
                           "pelvic_drop_deg", "pfj_force_net_bw"})
    EXPECT_NE(find_signal(name), nullptr) << name;
  EXPECT_EQ(find_signal("elbow_flexion_deg"), nullptr);
}

/// A cycle in which the pelvis lists slowly (1 per stride) and the vertical force trembles (40 per stride).
std::vector<LegValues> cycle() {
  std::vector<LegValues> out(signal_samples);
  const std::vector<double> slow = sine(1), fast = sine(40);
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i][quantity("pelvic_list_rad")] = 0.1 * slow[i];
    out[i][quantity("vertical_force_n")] = 700.0 + 300.0 * fast[i];
  }
  return out;
}

TEST(Signals, AreFilteredOnceAndKeptUnfilteredBeside) {
  Body body;
  body.mass_kg = 70.0;
  const SignalStride stride =
      make_signals(cycle(), body, 0.7, 33.0, {"pelvic_drop_deg", "pelvic_list_deg", "vgrf_bw", "no_such"}, 10.0);
  EXPECT_EQ(stride.signals.size(), 3U);
  EXPECT_EQ(stride.toe_off_percent, 33.0);
  const Signal& drop = stride.signals.at("pelvic_drop_deg");
  const Signal& list = stride.signals.at("pelvic_list_deg");
  const Signal& force = stride.signals.at("vgrf_bw");
  const double weight_n = 70.0 * gravity_m_s2;
  for (std::size_t i = 0; i < signal_samples; ++i) {
    EXPECT_EQ(drop.unfiltered[i], -list.unfiltered[i]) << "a drop of the other side is a negative list";
    // 1.4 Hz passes a 10 Hz filter of 4th order but for a part (1.4 / 10)^4 / 2 of the amplitude of 5.7 deg.
    EXPECT_NEAR(list.filtered[i], list.unfiltered[i], 2e-3);
    // 57 Hz does not: (tan(pi 10 T) / C / tan(pi 57 T))^4 = 0.0013 of 0.44 BW is left, T the interval, C =
    // (sqrt(2) - 1)^(1/4).
    EXPECT_NEAR(force.filtered[i], 700.0 / weight_n, 6e-4);
  }
  EXPECT_NEAR(force.unfiltered[1], (700.0 + 300.0 * std::sin(turn * 40.0 / 200.0)) / weight_n, 1e-12);
}

}  // namespace
}  // namespace stridelab
