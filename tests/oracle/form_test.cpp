#include <gtest/gtest.h>

#include "gait/schedule.h"
#include "support/strides.h"

/// What the form asks for is what the stride does, and what cannot be done is refused by name.
namespace stridelab {
namespace {

/// Ankle ahead of the centre of mass when the left foot lands.
double landing_m(const Stride& stride) {
  const StrideSample s = stride.at(0.5 - 1e-9);
  return s.leg[1].ankle_m.x() - s.com_m.x();
}

// The shift that was asked for, to a tenth and 2 mm: the other terms of landing may take that much of it.
TEST(FormEffect, FootPlacementShiftsTheLanding) {
  const double usual = landing_m(test::easy_run());
  for (const double shift : {-0.04, -0.02, 0.02, 0.04}) {
    const Stride stride = test::stride_of(test::changed([&](Form& f) { f.foot_placement_m = shift; }));
    EXPECT_NEAR(landing_m(stride) - usual, shift, 0.002 + 0.1 * std::abs(shift)) << shift;
  }
}

/// Right foot to the surface when the vertical force passes 50 N, which is when contact is measured.
double strike_deg(const Stride& stride) {
  double phase = 0.0;
  while (stride.at(phase).leg[0].grf_n.y() < 50.0) phase += 1e-4;
  return stride.at(phase).leg[0].foot_pitch_rad * deg_per_rad;
}

// A strike angle is measured to 2 to 3 deg; the foot must land that near to what was asked.
TEST(FormEffect, FootLandsAtTheStrikeAngle) {
  for (const double asked : {-5.0, 0.0, 5.0, 12.0, 16.0}) {
    const Stride stride = test::stride_of(test::changed([&](Form& f) { f.foot_strike_rad = asked * rad_per_deg; }));
    EXPECT_NEAR(strike_deg(stride), asked, 3.0);
  }
}

TEST(FormEffect, SteeperStrikeLandsSteeper) {
  double before = -90.0;
  for (const double asked : {-10.0, -3.0, 4.0, 11.0, 18.0, 25.0}) {
    const double now =
        strike_deg(test::stride_of(test::changed([&](Form& f) { f.foot_strike_rad = asked * rad_per_deg; })));
    EXPECT_GT(now, before + 0.25 * 7.0) << asked;  // a quarter of what was asked, at the very least
    before = now;
  }
}

/// The heel, right of the line of progression: step width is measured between the heels.
double foot_line_m(const Stride& stride, double stance_phase) {
  return stride.at(stance_phase * stride.duty_factor()).leg[0].heel_m.z();
}

// Heels as far apart as asked, to 12 mm: each is held within 4 mm against what balance prefers.
TEST(FormEffect, FeetStandAStepWidthApart) {
  auto width_of = [](double asked) {
    return 2.0 * foot_line_m(test::stride_of(test::changed([&](Form& f) { f.step_width_m = asked; })), 0.3);
  };
  const double narrow = width_of(0.0), usual = width_of(0.04), wide = width_of(0.12);
  EXPECT_NEAR(narrow, 0.0, 0.012);
  EXPECT_NEAR(usual, 0.04, 0.012);
  EXPECT_NEAR(wide, 0.12, 0.012);
}

TEST(FormEffect, TrunkLeansAsAsked) {
  auto lean_deg = [](const Stride& stride) {
    double sum = 0.0;
    for (int i = 0; i < 200; ++i) {
      const StrideSample s = stride.at(i / 200.0);
      sum -= s.q_rad(pelvis_tilt) + s.q_rad(lumbar_extension);  // forward is negative in both
    }
    return sum / 200.0 * deg_per_rad;
  };
  const double usual = lean_deg(test::easy_run());
  const Stride forward = test::stride_of(test::changed([](Form& f) { f.trunk_lean_rad += 7.0 * rad_per_deg; }));
  EXPECT_NEAR(lean_deg(forward) - usual, 7.0, 2.5);
}

// Steps of 2.8 m down and up a fifth: every refusal names what fails, where, and what to relax.
TEST(Refusal, NamesARequirementAndAWayOut) {
  const Form impossible[] = {test::changed([](Form& f) {
                               f.speed_m_s = 6.0;
                               f.cadence_spm = 130.0;
                               f.slope_rad = std::atan(-0.20);
                             }),
                             test::changed([](Form& f) {
                               f.speed_m_s = 6.0;
                               f.cadence_spm = 130.0;
                               f.slope_rad = std::atan(0.20);
                             })};
  for (const Form& form : impossible) {
    const auto stride = synthesise(Body{}, form);
    ASSERT_FALSE(stride.has_value());
    EXPECT_FALSE(stride.error().requirement.empty());
    EXPECT_FALSE(stride.error().where.empty());
    EXPECT_TRUE(std::isfinite(stride.error().value) && std::isfinite(stride.error().limit));
    EXPECT_NE(stride.error().relax.find('_'), std::string::npos) << "names no parameter: " << stride.error().relax;
    EXPECT_NE(stride.error().text().find("no feasible gait"), std::string::npos);
  }
}

}  // namespace
}  // namespace stridelab
