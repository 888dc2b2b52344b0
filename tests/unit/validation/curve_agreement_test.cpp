#include "validation/curve_agreement.h"

#include <gtest/gtest.h>

namespace stridelab {
namespace {

constexpr double reference_toe_off = 40.0;  ///< percent of the gait cycle
constexpr double model_toe_off = 32.0;

ValidationConditions conditions() {
  ValidationConditions out;
  out.speeds.push_back({2.5, {}, reference_toe_off});
  out.stance_from_percent = 4.0;
  out.stance_to_percent = 96.0;
  out.stance_step_percent = 2.0;
  out.swing_margin_percent = 2.0;
  return out;
}

/// A model whose signal counts percents of its own stance, and of swing from 100 on: a saw with its fall at contact.
SignalStride model(double shift = 0.0) {
  SignalStride out{0.7, model_toe_off, {}};
  Signal& signal = out.signals["saw"];
  for (int i = 0; i < signal_samples; ++i) signal.filtered.push_back(shift + 0.5 * i / model_toe_off * 100.0);
  signal.unfiltered.assign(signal_samples, 77.0);
  return out;
}

/// The same in the reference: over stance, or over the gait cycle where its stance lasts longer.
CataloguedCurve curve(bool percent_of_cycle, CyclePart over) {
  CataloguedCurve out;
  out.signal = "saw";
  out.speed_m_s = 2.5;
  out.over = over;
  out.percent_of_cycle = percent_of_cycle;
  const double full = percent_of_cycle ? reference_toe_off : 100.0;
  for (int percent = 0; percent <= 100; ++percent)
    out.reference.push_back({static_cast<double>(percent), 100.0 * percent / full, 1.0});
  return out;
}

TEST(CurveAgreement, StanceIsComparedAtTheSamePercentOfEachOnesOwnStance) {
  for (const bool of_cycle : {false, true}) {
    const CurveAgreement found = compare_curve(curve(of_cycle, CyclePart::stance), model(), conditions());
    EXPECT_EQ(found.percent.front(), 4.0);
    EXPECT_EQ(found.percent.back(), 96.0);
    EXPECT_EQ(found.share_inside_percent, 100.0);
    EXPECT_NEAR(found.rms, 0.0, 1e-9) << "both rise to 100 at toe-off; the rest is rounding";
    EXPECT_NEAR(found.peak.value, 96.0, 1e-9);
    EXPECT_EQ(found.reference_peak.percent, 96.0);
    EXPECT_NEAR(found.model_unfiltered.at(5), 77.0, 1e-9) << "kept beside, not compared";
  }
}

TEST(CurveAgreement, SwingIsComparedAtTheSamePercentOfTheCycleWhereBothSwing) {
  const CurveAgreement found = compare_curve(curve(true, CyclePart::swing), model(), conditions());
  EXPECT_EQ(found.percent.front(), 42.0) << "the later toe-off and two percent";
  EXPECT_EQ(found.percent.back(), 98.0);
  EXPECT_NEAR(found.model.front(), 42.0 / model_toe_off * 100.0, 1e-9);
  EXPECT_NEAR(found.mean.front(), 42.0 / reference_toe_off * 100.0, 1e-9);
}

TEST(CurveAgreement, AnotherZeroIsTakenOutOnlyWhereItIsSaid) {
  CataloguedCurve shifted = curve(false, CyclePart::stance);
  const CurveAgreement counted = compare_curve(shifted, model(5.0), conditions());
  EXPECT_NEAR(counted.rms, 5.0, 1e-9);
  EXPECT_EQ(counted.share_inside_percent, 0.0);
  shifted.zero = "another convention";
  const CurveAgreement taken_out = compare_curve(shifted, model(5.0), conditions());
  EXPECT_NEAR(taken_out.rms, 0.0, 1e-9);
  EXPECT_NEAR(taken_out.offset, 5.0, 1e-9);
  EXPECT_EQ(taken_out.share_inside_percent, 100.0);
  EXPECT_NEAR(taken_out.peak.value - taken_out.reference_peak.value, 5.0, 1e-9) << "peaks are shown as they are";
}

TEST(CurveAgreement, ThePeakMayBeTheSmallestValue) {
  CataloguedCurve falling = curve(false, CyclePart::stance);
  falling.peak_sign = -1.0;
  const CurveAgreement found = compare_curve(falling, model(), conditions());
  EXPECT_EQ(found.peak.percent, 4.0);
  EXPECT_NEAR(found.peak.value, 4.0, 1e-9);
}

}  // namespace
}  // namespace stridelab
