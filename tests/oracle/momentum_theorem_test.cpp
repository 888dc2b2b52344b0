#include <gtest/gtest.h>

#include "support/stride_momentum.h"
#include "support/strides.h"

/// Newton and Euler over a whole stride, from positions alone: what the ground gives is what momentum gains.
namespace stridelab {
namespace {

struct Run {
  const char* name;
  Form form;
  friend std::ostream& operator<<(std::ostream& out, const Run& run) { return out << run.name; }
};

class MomentumTheorem : public ::testing::TestWithParam<Run> {};

Vec3 gravity_force(const Stride& stride) {
  const double slope = stride.form().slope_rad;
  return test::weight_n(stride) * Vec3(-std::sin(slope), -std::cos(slope), 0.0);
}

/// The differences reach four steps to each side; the fourth derivative jumps at events.
bool near_event(const Stride& stride, double phase) {
  constexpr double reach = 5.0 * test::StrideMomentum::step;
  for (const double event : {0.0, stride.duty_factor(), 0.5, 0.5 + stride.duty_factor(), 1.0}) {
    if (std::abs(phase - event) < reach) return true;
  }
  return false;
}

// The differences are good to 1e-6 of accelerations that reach 100 m/s2 in the legs: 1e-5 BW. The balance itself is
// exact by construction, so 1e-4 BW is both a tight and a safe bound.
TEST_P(MomentumTheorem, LinearMomentumGainsGroundForcePlusWeight) {
  const Stride stride = test::stride_of(GetParam().form);
  const test::StrideMomentum momentum(stride);
  for (int i = 0; i < 200; ++i) {
    const double phase = (i + 0.5) / 200.0;
    if (near_event(stride, phase)) continue;
    const StrideSample s = stride.at(phase);
    const Vec3 given = s.leg[0].grf_n + s.leg[1].grf_n + gravity_force(stride);
    EXPECT_LT((momentum.rate(phase).head<3>() - given).norm(), 1e-4 * test::weight_n(stride)) << phase;
  }
}

// In stance the centre of pressure and the free moment supply the moment. Below 2 % BW the pressure point is the
// scheduled one, and what it does not supply is missing: 0.02 BW x 0.1 m of foot, 0.002 BW m.
TEST_P(MomentumTheorem, AngularMomentumGainsTheMomentOfTheGround) {
  const Stride stride = test::stride_of(GetParam().form);
  const test::StrideMomentum momentum(stride);
  const double scale = test::weight_n(stride) * stride.body().height_m;
  for (int i = 0; i < 200; ++i) {
    const double phase = (i + 0.5) / 200.0;
    const StrideSample s = stride.at(phase);
    const Vec3 force = s.leg[0].grf_n + s.leg[1].grf_n;
    if (near_event(stride, phase) || force.norm() == 0.0) continue;
    const Vec3 given = (s.cop_m - s.com_m).cross(force) + Vec3(0.0, s.free_moment_nm, 0.0);
    const double limit = force.y() > 0.021 * test::weight_n(stride) ? 1e-4 : 0.003;
    EXPECT_LT((momentum.rate(phase).tail<3>() - given).norm(), limit * scale) << phase;
  }
}

// In flight nothing turns the runner: the acceptance limit of a gait is 0.5 % BW height, a good one keeps 0.3 %. These
// phases are not the solver's nodes. The sample's own account of the rest is the same number.
TEST_P(MomentumTheorem, FlightIsFree) {
  const Stride stride = test::stride_of(GetParam().form);
  const test::StrideMomentum momentum(stride);
  const double scale = test::weight_n(stride) * stride.body().height_m;
  for (int i = 0; i < 101; ++i) {
    const double phase = stride.duty_factor() + (0.5 - stride.duty_factor()) * (i + 0.5) / 101.0;
    if (near_event(stride, phase)) continue;
    const Vec3 moment = momentum.rate(phase).tail<3>();
    EXPECT_LT(moment.norm(), 0.003 * scale) << phase;
    EXPECT_LT((moment - stride.at(phase).residual_moment_nm).norm(), 1e-4 * scale);
    EXPECT_EQ(stride.at(phase).leg[0].grf_n.norm() + stride.at(phase).leg[1].grf_n.norm(), 0.0);
  }
}

INSTANTIATE_TEST_SUITE_P(Runs, MomentumTheorem,
                         ::testing::Values(Run{"easy", Form{}},
                                           Run{"quick", test::changed([](Form& f) { f.cadence_spm = 186.0; })},
                                           Run{"slow", test::changed([](Form& f) {
                                                 f.speed_m_s = 2.5;
                                                 f.cadence_spm = 162.0;
                                               })},
                                           Run{"uphill", test::changed([](Form& f) { f.slope_rad = 0.06; })},
                                           Run{"downhill", test::changed([](Form& f) { f.slope_rad = -0.06; })},
                                           Run{"forefoot", test::changed([](Form& f) { f.foot_strike_rad = -0.1; })}),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace stridelab
