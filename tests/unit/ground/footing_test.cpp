// What shoe and surface change for the leg.
#include "ground/footing.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stridelab {
namespace {

Ground ground(std::string_view shoe, std::string_view surface, double km = 0.0) {
  return read_ground(shoe, surface, km).value();
}

Footing against_usual(const Ground& other) { return footing(other, ground(usual_shoe_name, usual_surface_name)); }

TEST(Footing, TheUsualPairIsExactlyZero) { EXPECT_EQ(against_usual(ground("cushioned", "asphalt")), Footing{}); }

// Both regions press on ground that gives d under a force of 1 N spread 1/4 to 3/4: the work of 1 N over the deflection
// of the whole equals the sum of the work in the two springs. 945.7 and 75.4 kN/m are the ends of Kerdok 2002.
TEST(Footing, ASurface125TimesSofterGivesWhatItsSpringsWorkOut) {
  Ground hard = ground("cushioned", "asphalt"), soft = hard;
  hard.surface.ground.stiffness_n_m = 945.7e3;
  soft.surface.ground.stiffness_n_m = 75.4e3;
  const Footing change = footing(soft, hard);
  const auto twice_the_work = [](double share, double k) { return share * share / k; };
  const double by_hand = twice_the_work(0.25, 75.4e3) + twice_the_work(0.75, 75.4e3) - twice_the_work(0.25, 945.7e3) -
                         twice_the_work(0.75, 945.7e3);
  EXPECT_NEAR(by_hand, 7.6282e-6, 1e-10);  // 0.625 (13.2626 - 1.0574) um/N, worked out on paper
  EXPECT_NEAR(change.midfoot_compliance_change_m_n, by_hand, 1e-18);
  EXPECT_NEAR(change.heel_compliance_change_m_n, 1.0 / 75.4e3 - 1.0 / 945.7e3, 1e-18);
  EXPECT_EQ(change.drop_change_m, 0.0);
}

TEST(Footing, ChangesOfShoeAndSurfaceAddAndReverse) {
  const Ground usual = ground("cushioned", "asphalt"), shoe = ground("minimalist", "asphalt"),
               surface = ground("cushioned", "grass"), both = ground("minimalist", "grass");
  const Footing a = footing(shoe, usual), b = footing(surface, usual), sum = footing(both, usual);
  const Footing back = footing(usual, both);
  // Series springs add by their compliance; 1e-20 m/N is rounding of 1e-5.
  EXPECT_NEAR(sum.midfoot_compliance_change_m_n, a.midfoot_compliance_change_m_n + b.midfoot_compliance_change_m_n,
              1e-20);
  EXPECT_NEAR(sum.heel_compliance_change_m_n, a.heel_compliance_change_m_n + b.heel_compliance_change_m_n, 1e-20);
  EXPECT_EQ(back.midfoot_compliance_change_m_n, -sum.midfoot_compliance_change_m_n);
  EXPECT_EQ(back.drop_change_m, -sum.drop_change_m);
}

TEST(Footing, EachShippedPairChangesInItsDirection) {
  const auto midfoot = [](const Ground& g) { return against_usual(g).midfoot_compliance_change_m_n; };
  const auto heel = [](const Ground& g) { return against_usual(g).heel_compliance_change_m_n; };
  EXPECT_GT(heel(ground("maximalist", "asphalt")), 0.0);
  EXPECT_LT(heel(ground("minimalist", "asphalt")), 0.0);
  EXPECT_LT(heel(ground("motion_control", "asphalt")), 0.0);
  EXPECT_LT(heel(ground("cushioned", "asphalt", 500.0)), 0.0);  // worn foam is stiffer
  for (const char* shoe : {"maximalist", "minimalist", "motion_control"})
    EXPECT_EQ(midfoot(ground(shoe, "asphalt")), 0.0) << shoe << ": midsoles leave the bend of the knee as it is";
  double softer_yet = 0.0;
  for (const char* surface : {"track", "grass", "sand"}) {
    const double now = midfoot(ground("cushioned", surface));
    EXPECT_GT(now, softer_yet) << surface;
    softer_yet = now;
  }
  EXPECT_NEAR(against_usual(ground("minimalist", "asphalt")).drop_change_m, -0.008, 1e-15);
}

// A deflection people can picture: under twice the weight of 70 kg no shoe or floor of ours moves the foot by more than
// sand does, a few centimetres, and a road makes no difference to concrete.
TEST(Footing, StaysInTheSizeOfRealGround) {
  constexpr double force_n = 2.0 * 70.0 * 9.81;
  const auto deflection_m = [](const Ground& g) { return force_n * against_usual(g).midfoot_compliance_change_m_n; };
  EXPECT_LT(std::abs(deflection_m(ground("cushioned", "concrete"))), 1e-4);
  EXPECT_LT(std::abs(deflection_m(ground("cushioned", "track"))), 1e-3);
  EXPECT_GT(deflection_m(ground("cushioned", "sand")), 0.005);
  EXPECT_LT(deflection_m(ground("cushioned", "sand")), 0.03);
}

}  // namespace
}  // namespace stridelab
