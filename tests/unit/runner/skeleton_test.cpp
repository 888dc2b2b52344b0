#include "runner/skeleton.h"

#include <gtest/gtest.h>

#include "runner/anthropometry.h"

namespace stridelab {
namespace {

constexpr int links_of_a_leg = n_leg_coordinates;

double sum_of_masses(const Skeleton& s) {
  double sum = 0.0;
  for (const Link& link : s.link) sum += link.mass_kg;
  return sum;
}

// 22 additions of numbers up to 70: rounding stays below 1e-13 kg.
TEST(Skeleton, MassesSumToTheBodyMass) {
  for (const Sex sex : {Sex::male, Sex::female}) {
    for (const double mass : {40.0, 70.0, 140.0}) {
      const Skeleton s = build_skeleton({mass, 1.75, sex});
      EXPECT_NEAR(sum_of_masses(s), mass, 1e-12);
      EXPECT_NEAR(s.mass_kg, mass, 1e-12);
    }
  }
}

TEST(Skeleton, TwiceTheMassIsTwiceTheInertiaAndTheSameShape) {
  const Skeleton light = build_skeleton({60.0, 1.75, Sex::male});
  const Skeleton heavy = build_skeleton({120.0, 1.75, Sex::male});
  for (std::size_t i = 0; i < n_coordinates; ++i) {
    const Mat3 twice = 2.0 * light.link[i].inertia_kg_m2;
    EXPECT_TRUE(heavy.link[i].inertia_kg_m2.isApprox(twice, 1e-12) || twice.isZero()) << i;
    EXPECT_TRUE(heavy.link[i].offset_m.isApprox(light.link[i].offset_m, 1e-14) || light.link[i].offset_m.isZero());
    EXPECT_LT((heavy.link[i].com_m - light.link[i].com_m).norm(), 1e-14);
  }
}

// Similar bodies: lengths with height, inertia with its square at the same mass.
TEST(Skeleton, HeightScalesEveryLength) {
  const Skeleton low = build_skeleton({70.0, 1.50, Sex::female});
  const Skeleton tall = build_skeleton({70.0, 2.00, Sex::female});
  const double scale = 2.00 / 1.50;
  for (std::size_t i = 0; i < n_coordinates; ++i) {
    EXPECT_LT((tall.link[i].offset_m - scale * low.link[i].offset_m).norm(), 1e-14) << i;
    EXPECT_LT((tall.link[i].com_m - scale * low.link[i].com_m).norm(), 1e-14) << i;
    EXPECT_LT((tall.link[i].inertia_kg_m2 - scale * scale * low.link[i].inertia_kg_m2).norm(), 1e-14) << i;
  }
  EXPECT_NEAR(tall.leg_length_m, scale * low.leg_length_m, 1e-14);
  EXPECT_NEAR(tall.foot.toe_m.x(), scale * low.foot.toe_m.x(), 1e-14);
}

// De Leva: 42.6 % of a woman's and 43.5 % of a man's mass is trunk; her thighs are heavier, 14.8 against 14.2 % each.
TEST(Skeleton, SexSelectsTheSegmentFigures) {
  const Skeleton man = build_skeleton({70.0, 1.75, Sex::male});
  const Skeleton woman = build_skeleton({70.0, 1.75, Sex::female});
  EXPECT_GT(woman.link[hip_rotation_r].mass_kg, man.link[hip_rotation_r].mass_kg);
  EXPECT_LT(woman.link[lumbar_rotation].mass_kg, man.link[lumbar_rotation].mass_kg);
  EXPECT_NE(woman.thigh_m, man.thigh_m);
}

TEST(Skeleton, LegsMirrorEachOther) {
  const Skeleton s = build_skeleton({70.0, 1.75, Sex::male});
  const Eigen::DiagonalMatrix<double, 3> mirror(1.0, 1.0, -1.0);
  for (int k = 0; k < links_of_a_leg; ++k) {
    const Link& r = s.link[static_cast<std::size_t>(hip_flexion_r + k)];
    const Link& l = s.link[static_cast<std::size_t>(hip_flexion_l + k)];
    EXPECT_EQ(r.mass_kg, l.mass_kg);
    EXPECT_EQ(l.offset_m, Vec3(mirror * r.offset_m));
    EXPECT_EQ(l.com_m, Vec3(mirror * r.com_m));
    EXPECT_EQ(l.inertia_kg_m2, Mat3(mirror * r.inertia_kg_m2 * mirror));
    // An axis of rotation is an axial vector: the mirror keeps its z and reverses x and y.
    EXPECT_EQ(l.axis, Vec3(-r.axis.x(), -r.axis.y(), r.axis.z()));
  }
}

TEST(Skeleton, StandsInProportion) {
  const Skeleton s = build_skeleton({70.0, 1.75, Sex::male});
  // Winter 2009 fig. 4.1: hip 0.53 of the height above the ground, knee 0.285; +-2 % of height for other tables.
  EXPECT_NEAR(s.leg_length_m / 1.75, 0.53, 0.02);
  EXPECT_NEAR((s.shank_m - s.foot.heel_m.y()) / 1.75, 0.285, 0.02);
  EXPECT_NEAR(s.thigh_m + s.shank_m - s.foot.heel_m.y(), s.leg_length_m, 1e-14);
}

// A rigid body's principal moments obey the triangle inequality; a table error or a wrong merge breaks it.
TEST(Skeleton, InertiasBelongToRigidBodies) {
  for (const Sex sex : {Sex::male, Sex::female}) {
    const Skeleton s = build_skeleton({70.0, 1.75, sex});
    for (std::size_t i = 0; i < n_coordinates; ++i) {
      if (s.link[i].mass_kg == 0.0) continue;
      const Vec3 moment = s.link[i].inertia_kg_m2.selfadjointView<Eigen::Lower>().eigenvalues();
      EXPECT_GT(moment(0), 0.0) << coordinate_names[i];
      EXPECT_GE(moment(0) + moment(1), moment(2) * (1.0 - 1e-12)) << coordinate_names[i];
    }
  }
}

TEST(Skeleton, TableOfFractionsIsComplete) {
  // De Leva's fractions of whole bodies sum to one within their four printed digits and 16 segments.
  EXPECT_NEAR(anthropometry(Sex::male).mass_fraction_sum(), 1.0, 16 * 0.5e-4);
  EXPECT_NEAR(anthropometry(Sex::female).mass_fraction_sum(), 1.0, 16 * 0.5e-4);
}

}  // namespace
}  // namespace stridelab
