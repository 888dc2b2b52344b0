#include <gtest/gtest.h>

#include <iostream>

#include "loads/leg_state.h"
#include "loads/muscles/muscle_geometry.h"
#include "loads/muscles/sharing.h"
#include "support/differences.h"
#include "support/leg_instants.h"
#include "support/stride_energy.h"
#include "support/strides.h"

/// Who works, and where the work goes: muscles for the joints, joints and ground for the runner's energy.
namespace stridelab {
namespace {

/// Difference step in phase, that of support/stride_momentum.h: good to 4e-7 where the stride's splines bend.
constexpr double step = 1e-4;

struct OneRun {
  const char* name;
  Form form;
  friend std::ostream& operator<<(std::ostream& out, const OneRun& run) { return out << run.name; }
};

const OneRun runs[] = {{"level", Form{}},
                       {"uphill", test::changed([](Form& f) { f.slope_rad = 0.06; })},
                       {"downhill", test::changed([](Form& f) { f.slope_rad = -0.06; })},
                       {"forefoot", test::changed([](Form& f) { f.foot_strike_rad = -0.1; })}};

const Stride& stride_of(const OneRun& run) {
  static std::map<std::string, Stride> solved;
  const auto found = solved.find(run.name);
  return found != solved.end() ? found->second : solved.emplace(run.name, test::stride_of(run.form)).first->second;
}

// ---- Muscles and joints

LegAngles angles_of(const Stride& stride, double phase, Side side) {
  return leg_angles(stride.at(phase), side, stride.body(), stride.form().footing);
}

MuscleState muscles_of(const Stride& stride, double phase, Side side) {
  const StrideSample s = stride.at(phase);
  return share_muscles(test::muscles(), stride.body(), stride.strength(), angles_of(stride, phase, side),
                       leg_moments(s, side, joint_moments(s, side)));
}

/// Power that muscles and tendons give to the skeleton: they pull and grow shorter. Rate of length by differences of
/// lengths in time: no moment arm, no joint rate.
double pulling_power_w(const Stride& stride, double phase, Side side) {
  const auto length_m = [&](double p) -> UnitVector {
    return muscle_geometry(test::muscles(), stride.body(), angles_of(stride, p, side)).length_m;
  };
  const UnitVector rate_m_s = test::central_difference(length_m, phase, step) / stride.period_s();
  return -muscles_of(stride, phase, side).force_n.dot(rate_m_s);
}

/// Joint rates of a leg by differences of its angles.
LegAngles rates_of(const Stride& stride, double phase, Side side) {
  return test::central_difference([&](double p) { return angles_of(stride, p, side); }, phase, step) /
         stride.period_s();
}

/// Moment x rate, summed over the six coordinates that leg muscles cross, from the stride's own figures.
double joint_power_w(const Stride& stride, double phase, Side side) {
  const StrideSample s = stride.at(phase);
  const int first = leg_coordinate(hip_flexion_r, side);
  return s.generalised_force_nm.segment<n_leg_angles>(first).dot(s.qd_rad_s.segment<n_leg_angles>(first));
}

/// True within five difference steps of an event, where the fourth derivative of the motion jumps.
bool near_event(const Stride& stride, double phase) {
  for (const double event : {0.0, stride.duty_factor(), 0.5, 0.5 + stride.duty_factor(), 1.0})
    if (std::abs(phase - event) < 5.0 * step) return true;
  return false;
}

class Work : public ::testing::TestWithParam<OneRun> {};

// Virtual work: what reserves do not supply is arm x force, and the arm is -dL/dq, so the powers are one. Differences
// are good to 1e-6 of rates of 1 m/s; times 10 kN of pulling muscles, 0.01 W of 1500.
TEST_P(Work, OfMusclesAndReservesIsThatOfTheJoints) {
  const Stride& stride = stride_of(GetParam());
  double most_w = 0.0, most_reserve_w = 0.0;
  for (int i = 0; i < 200; ++i) {
    const double phase = (i + 0.5) / 200.0;
    if (near_event(stride, phase)) continue;
    for (const Side side : {Side::right, Side::left}) {
      const double reserve_w = muscles_of(stride, phase, side).reserve_nm.dot(rates_of(stride, phase, side));
      const double joints_w = joint_power_w(stride, phase, side);
      EXPECT_NEAR(pulling_power_w(stride, phase, side) + reserve_w, joints_w, 0.01) << phase;
      most_w = std::max(most_w, std::abs(joints_w));
      most_reserve_w = std::max(most_reserve_w, std::abs(reserve_w));
    }
  }
  std::cout << fmt::format("{}: joint power to {:.0f} W, of reserves to {:.1f} W\n", GetParam().name, most_w,
                           most_reserve_w);
  EXPECT_GT(most_w, 500.0);
}

// ---- The whole runner

double all_joints_w(const Stride& stride, double phase) {
  const StrideSample s = stride.at(phase);
  return s.generalised_force_nm.dot(s.qd_rad_s);
}

// closure_test.cpp has the joints' work in flight; here at every instant, with the ground. Rounding of second
// differences: energies of some 500 J to 1e-13 / 1e-4 of phase, 1e-6 W, and 1e-6 of powers of 3000 W: 0.05 W is safe.
// Below 2 % BW the scheduled pressure point stands in: 0.02 BW x 0.1 m x 15 rad/s of foot, 20 W.
TEST_P(Work, OfJointsAndGroundIsTheGainOfEnergy) {
  const Stride& stride = stride_of(GetParam());
  const test::StrideEnergy energy(stride);
  for (int i = 0; i < 200; ++i) {
    const double phase = (i + 0.5) / 200.0;
    if (near_event(stride, phase)) continue;
    const StrideSample s = stride.at(phase);
    const Vec3 force_n = s.leg[0].grf_n + s.leg[1].grf_n;
    const double given_w = all_joints_w(stride, phase) + energy.ground_w(phase) + energy.residual_w(phase);
    const bool slight = force_n.norm() > 0.0 && force_n.y() < 0.021 * test::weight_n(stride);
    EXPECT_NEAR(given_w, energy.rate_w(phase) + energy.climb_w(phase), slight ? 20.0 : 0.05) << phase;
  }
}

/// Works over one stride, J.
struct StrideWork {
  double muscles = 0.0, reserves = 0.0, other_joints = 0.0, ground = 0.0, residual = 0.0, climb = 0.0;
};

StrideWork work_of(const Stride& stride) {
  constexpr int n = 1000;
  const test::StrideEnergy energy(stride);
  const double dt_s = stride.period_s() / n;
  StrideWork sum;
  for (int i = 0; i < n; ++i) {
    const double phase = (i + 0.5) / n;
    double legs_w = 0.0;
    for (const Side side : {Side::right, Side::left}) {
      sum.muscles += dt_s * pulling_power_w(stride, phase, side);
      sum.reserves += dt_s * muscles_of(stride, phase, side).reserve_nm.dot(rates_of(stride, phase, side));
      legs_w += joint_power_w(stride, phase, side);
    }
    sum.other_joints += dt_s * (all_joints_w(stride, phase) - legs_w);
    sum.ground += dt_s * energy.ground_w(phase);
    sum.residual += dt_s * energy.residual_w(phase);
    sum.climb += dt_s * energy.climb_w(phase);
  }
  return sum;
}

// A stride ends as it began: what muscles, reserves, trunk, arms, toes and ground gave, the hill took. Powers of 1000 W
// with kinks at events, 1000 midpoints: some 1000 W x period / 1000^2 x kinks, below 0.01 J; pressure points that
// stand in cost up to 20 W, 5 on average, over the 12 ms of slight force of each of two steps: 0.2 J.
// The ground's share is not nothing: the sole sinks and rises as a schedule has it, not as a spring, and gives back more
// than it took on the level and uphill. It is shown, not judged: this test is of the books.
TEST_P(Work, OfMusclesAndGroundOverAStrideIsTheClimb) {
  const Stride& stride = stride_of(GetParam());
  const StrideWork w = work_of(stride);
  std::cout << fmt::format(
      "{}: muscles {:.2f} J, reserves {:.2f}, other joints {:.2f}, ground {:.2f}, residual {:.2f}; climb {:.2f}\n",
      GetParam().name, w.muscles, w.reserves, w.other_joints, w.ground, w.residual, w.climb);
  EXPECT_NEAR(w.muscles + w.reserves + w.other_joints + w.ground + w.residual, w.climb, 0.2);
  const double length_m = stride.form().speed_m_s * stride.period_s();
  EXPECT_NEAR(w.climb, test::weight_n(stride) * std::sin(stride.form().slope_rad) * length_m, 0.01);
}

INSTANTIATE_TEST_SUITE_P(Runs, Work, ::testing::ValuesIn(runs),
                         [](const auto& info) { return std::string(info.param.name); });

// One leg half a stride after the other does the same work, muscle by muscle, on a slope as on the level: the limit is
// that of muscle_symmetry_test.cpp, 1e-3 N.
TEST(MirroredLegs, PullAndWorkAlike) {
  for (const OneRun& run : runs) {
    const Stride& stride = stride_of(run);
    for (const double phase : {0.03, 0.12, 0.21, 0.3, 0.55, 0.85}) {
      const MuscleState right = muscles_of(stride, phase, Side::right);
      const MuscleState left = muscles_of(stride, phase + 0.5, Side::left);
      EXPECT_LT((right.force_n - left.force_n).cwiseAbs().maxCoeff(), 1e-3) << run << phase;
      EXPECT_NEAR(pulling_power_w(stride, phase, Side::right), pulling_power_w(stride, phase + 0.5, Side::left), 1e-2);
    }
  }
}

}  // namespace
}  // namespace stridelab
