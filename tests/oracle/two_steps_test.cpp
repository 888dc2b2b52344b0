#include <gtest/gtest.h>

#include "gait/stride_solution.h"
#include "gait/tracking.h"
#include "support/seeded_random.h"
#include "support/strides.h"

/// A stride of two different steps: the mirrored one where the sides are alike, physics closed over the whole stride, and
/// the mirror image where the sides are exchanged.
namespace stridelab {
namespace {

struct Person {
  Body body;
  Form form;
};

Stride stride_of(const Person& right, const Person& left) {
  auto stride = synthesise(right.body, right.form, LeftSide{left.body, left.form});
  if (!stride) throw std::runtime_error(stride.error().text());
  return *std::move(stride);
}

Person weak_hip() {
  return {{}, test::changed([](Form& f) { f.hip_strength = 0.6; })};
}
Person forefoot() {
  return {{}, test::changed([](Form& f) { f.foot_strike_rad = -0.05; })};
}
Person long_leg() {
  Person p;
  p.body.leg_length_change_m = 0.008;
  return p;
}

/// Largest of a leg's coordinate over its own stance.
double stance_peak_deg(const Stride& stride, int right_coordinate, int side) {
  constexpr int to_left = hip_flexion_l - hip_flexion_r;
  double peak = -1e300;
  for (int i = 0; i < 200; ++i) {
    const StrideSample s = stride.at(0.5 * side + stride.duty_factor(side) * i / 200.0);
    peak = std::max(peak, deg_per_rad * s.q_rad(right_coordinate + side * to_left));
  }
  return peak;
}

TEST(TwoSteps, LikeSidesAreTheMirroredStrideBitForBit) {
  const auto alike = synthesise({}, {}, LeftSide{});
  ASSERT_TRUE(alike);
  EXPECT_FALSE(alike->left());
  EXPECT_EQ(alike->solution().x, test::easy_run().solution().x);
}

// Both paths stop when a step gains less than 1e-4 of the cost; what is left of a quadratic descent is far below that. The
// second solve of a weak hip starts from it.
TEST(TwoSteps, SolvedWithoutTheMirrorASymmetricStrideIsTheSame) {
  for (const Form& form : {Form{}, weak_hip().form, test::changed([](Form& f) { f.foot_placement_m = 0.03; })}) {
    const Stride half = test::stride_of(form);
    const auto both = synthesise_as_two_steps({}, form);
    ASSERT_TRUE(both) << both.error().text();
    for (int i = 0; i < 40; ++i) {
      const StrideSample a = half.at(i / 40.0), b = both->at(i / 40.0);
      EXPECT_LT((a.q_rad - b.q_rad).cwiseAbs().maxCoeff(), 1e-5);
      EXPECT_LT((a.leg[0].grf_n - b.leg[0].grf_n).norm(), 1e-5 * test::weight_n(half));
      EXPECT_LT((a.leg[1].grf_n - b.leg[1].grf_n).norm(), 1e-5 * test::weight_n(half));
      EXPECT_LT((a.com_m - b.com_m).norm(), 1e-6);
      EXPECT_LT((a.generalised_force_nm - b.generalised_force_nm).cwiseAbs().maxCoeff(), 0.02);
    }
  }
}

class DifferentSides : public testing::TestWithParam<std::pair<Person, Person>> {};
INSTANTIATE_TEST_SUITE_P(Forms, DifferentSides,
                         testing::Values(std::pair{weak_hip(), Person{}}, std::pair{Person{}, forefoot()},
                                         std::pair{long_leg(), Person{}}, std::pair{long_leg(), weak_hip()}));

// The closed form is exact; trapezoids over 2000 instants of a force with two continuous derivatives leave 1e-6 of it.
TEST_P(DifferentSides, ForceAndMomentumCloseOverTheStride) {
  const Stride stride = stride_of(GetParam().first, GetParam().second);
  const double weight = test::weight_n(stride);
  constexpr int n = 2000;
  Vec3 force = Vec3::Zero();
  for (int i = 0; i < n; ++i) {
    const StrideSample s = stride.at(static_cast<double>(i) / n);
    force += (s.leg[0].grf_n + s.leg[1].grf_n) / n;
    const Vec3 gravity(0.0, -weight, 0.0);
    const Vec3 newton = stride.body().mass_kg * s.com_acceleration_m_s2 - gravity - s.leg[0].grf_n - s.leg[1].grf_n;
    EXPECT_LT(newton.norm(), 1e-9 * weight);
  }
  EXPECT_LT((force - Vec3(0.0, weight, 0.0)).norm(), 1e-6 * weight);
}

// Nothing jumps where one step becomes the other: place, speed and posture meet to rounding of the closed forms.
TEST_P(DifferentSides, StepsJoin) {
  const Stride stride = stride_of(GetParam().first, GetParam().second);
  for (const double event : {0.5, 1.0}) {
    const StrideSample before = stride.at(event - 1e-9), after = stride.at(event + 1e-9);
    EXPECT_LT((before.com_m - after.com_m).norm(), 1e-7);
    EXPECT_LT((before.com_velocity_m_s - after.com_velocity_m_s).norm(), 1e-6);
    EXPECT_LT((before.q_rad - after.q_rad).norm(), 1e-6);
    EXPECT_LT((before.qd_rad_s - after.qd_rad_s).norm(), 1e-4);
    EXPECT_LT((before.qdd_rad_s2 - after.qdd_rad_s2).norm(), 1e-2);
  }
}

// Angular momentum over the stride: what the ground's moment about the centre of mass adds is nothing, up to what acceptance
// lets the flight have (0.5 % BW h).
TEST_P(DifferentSides, AngularMomentumCloses) {
  const Stride stride = stride_of(GetParam().first, GetParam().second);
  Vec3 moment = Vec3::Zero();
  constexpr int n = 1000;
  for (int i = 0; i < n; ++i) {
    const StrideSample s = stride.at((i + 0.5) / n);
    const Vec3 force = s.leg[0].grf_n + s.leg[1].grf_n;
    if (force.y() > 0.0) moment += ((s.cop_m - s.com_m).cross(force) + Vec3(0.0, s.free_moment_nm, 0.0)) / n;
    moment += s.residual_moment_nm / n;
  }
  EXPECT_LT(moment.norm(), 0.005 * test::weight_n(stride) * stride.body().height_m);
}

// Elimination begins at the right foot's contact whoever is who, so the same equations are rounded otherwise.
TEST_P(DifferentSides, ExchangedSidesGiveTheMirrorImage) {
  const auto& [a, b] = GetParam();
  const Stride one = stride_of(a, b), other = stride_of(b, a);
  EXPECT_NEAR(one.duty_factor(0), other.duty_factor(1), 1e-9);
  EXPECT_NEAR(one.duty_factor(1), other.duty_factor(0), 1e-9);
  for (int i = 0; i < 40; ++i) {
    const StrideSample s = one.at(i / 40.0), m = other.at(i / 40.0 + 0.5);
    EXPECT_LT((mirrored(s.q_rad) - m.q_rad).cwiseAbs().maxCoeff(), 1e-8);
    EXPECT_LT((mirrored(s.generalised_force_nm) - m.generalised_force_nm).cwiseAbs().maxCoeff(), 1e-4);
    EXPECT_NEAR(s.leg[0].grf_n.y(), m.leg[1].grf_n.y(), 1e-4);
    EXPECT_NEAR(s.com_m.z(), -m.com_m.z(), 1e-9);
    EXPECT_NEAR(s.com_m.x(), m.com_m.x(), 1e-9);
  }
}

// The law of a weak hip acts on its own stance: that side goes at least four fifths of the way of two weak hips, the other
// less than a fifth.
TEST(TwoSteps, AWeakRightHipIsTheRightHips) {
  const Stride both = test::stride_of(weak_hip().form), one = stride_of(weak_hip(), {});
  const double usual = stance_peak_deg(test::easy_run(), hip_adduction_r, 0);
  const double whole = stance_peak_deg(both, hip_adduction_r, 0) - usual;
  EXPECT_GT(stance_peak_deg(one, hip_adduction_r, 0) - usual, 0.8 * whole);
  EXPECT_LT(std::abs(stance_peak_deg(one, hip_adduction_r, 1) - usual), 0.2 * whole);
  EXPECT_LT(one.strength(0).abductors, 1.0);
  EXPECT_EQ(one.strength(1).abductors, 1.0);
}

// What acts on loads alone leaves the stride as it is: the two steps are the mirrored ones, to the rounding of two closed
// forms of the centre of mass.
TEST(TwoSteps, ATightCalfOrATapedKneeMovesNothing) {
  Person taped;
  taped.body.calf_tightness = 1.0;
  taped.form.knee_support = KneeSupport::tape;
  const Stride one = stride_of(taped, {});
  ASSERT_TRUE(one.left());
  for (int i = 0; i < 20; ++i)
    EXPECT_LT((one.at(i / 20.0).q_rad - test::easy_run().at(i / 20.0).q_rad).cwiseAbs().maxCoeff(), 1e-12);
}

Person random_side(test::SeededRandom& random) {
  Person p;
  Form& f = p.form;
  f.foot_strike_rad = rad_per_deg * random.uniform(-15.0, 30.0);
  f.toe_out_rad = rad_per_deg * random.uniform(-15.0, 30.0);
  for (double Form::*strength :
       {&Form::hip_strength, &Form::quad_strength, &Form::hip_extensor_strength, &Form::calf_strength})
    f.*strength = random.uniform(0.2, 1.5);
  f.arch_support = random.uniform(0.0, 1.0);
  p.body.knee_alignment_rad = rad_per_deg * random.uniform(-10.0, 10.0);
  p.body.leg_length_change_m = random.uniform(-0.02, 0.02);
  return p;
}

class RandomSides : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Chunks, RandomSides, testing::Range(0, 6));

// Whatever two legs may be like gives a sound stride or a reason that names the foot whose step fails.
TEST_P(RandomSides, AreSolvedOrRefusedWithAReason) {
  for (int i = 0; i < 50; ++i) {
    test::SeededRandom random(static_cast<std::uint64_t>(7000 + 50 * GetParam() + i));
    Person right = random_side(random), left = random_side(random);
    right.form.speed_m_s = left.form.speed_m_s = random.uniform(2.4, 4.6);
    right.form.cadence_spm = left.form.cadence_spm = random.uniform(150.0, 190.0);
    left.body.leg_length_change_m = -right.body.leg_length_change_m;
    const auto stride = synthesise(right.body, right.form, LeftSide{left.body, left.form});
    if (!stride) {
      EXPECT_FALSE(stride.error().requirement.empty() || stride.error().relax.empty());
      continue;
    }
    EXPECT_LE(stride->quality().residual_moment_peak_bw_height, 0.005);
    EXPECT_LE(stride->quality().slip_peak_m_s, 0.05);
    for (const int side : {0, 1}) {
      EXPECT_GT(stride->duty_factor(side), 0.05);
      EXPECT_LT(stride->duty_factor(side), 0.49);
    }
  }
}

}  // namespace
}  // namespace stridelab
