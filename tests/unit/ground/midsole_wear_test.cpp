// Foam that ages: what was measured, and what a spring must do.
#include "ground/midsole_wear.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ground/contact_materials.h"

namespace stridelab {
namespace {

MidsoleWear shipped() { return read_shoe("cushioned").value().wear; }

/// Energy a linear spring takes up at one force, the shock absorption of the source.
double taken_up_j(const ContactLayer& layer) {
  constexpr double force_n = 1500.0;
  const double depth_m = force_n / layer.stiffness_n_m;
  return 0.5 * force_n * depth_m;
}

TEST(MidsoleWear, RunsThroughWhatWasMeasuredOnShoesThatWereWorn) {
  const ContactLayer fresh{88e3, 0.65};
  const auto kept = [&](double km) { return taken_up_j(worn(fresh, shipped(), km)) / taken_up_j(fresh); };
  // Cook 1985: 150 miles, 500 miles; the figures are given to full per cents.
  EXPECT_NEAR(kept(241.4), 0.80, 0.005);
  EXPECT_NEAR(kept(804.7), 0.70, 0.005);
  // "Nearly level": the next 1200 km take less than the first 20 did.
  EXPECT_LT(kept(804.7) - kept(2000.0), kept(0.0) - kept(20.0));
}

TEST(MidsoleWear, ANewMidsoleIsTheSameBitForBit) {
  const Shoe shoe = read_shoe("maximalist").value();
  EXPECT_EQ(worn(shoe, 0.0).midsole, shoe.midsole);
}

RC_GTEST_PROP(MidsoleWear, DistanceOnlyStiffensAndDulls, ()) {
  const double km = *rc::gen::map(rc::gen::inRange(0, 2000), [](int i) { return static_cast<double>(i); });
  const ContactLayer before = worn({88e3, 0.65}, shipped(), km), after = worn({88e3, 0.65}, shipped(), km + 1.0);
  RC_ASSERT(after.stiffness_n_m > before.stiffness_n_m);
  RC_ASSERT(after.energy_return < before.energy_return);
  RC_ASSERT(after.energy_return > 0.0);
}

TEST(MidsoleWear, LeavesFootMassAndShapeAlone) {
  const Shoe fresh = read_shoe("cushioned").value(), old = worn(fresh, 1000.0);
  EXPECT_EQ(old.tissue, fresh.tissue);
  EXPECT_EQ(old.mass_kg, fresh.mass_kg);
  EXPECT_EQ(old.drop_m, fresh.drop_m);
  EXPECT_EQ(old.habit, fresh.habit);
  for (std::size_t i = 0; i < fresh.midsole.size(); ++i) EXPECT_NE(old.midsole[i], fresh.midsole[i]);
}

TEST(MidsoleWear, ReachesTheContactOfTheForwardEngine) {
  const ContactModel fresh = read_contact_model("cushioned", "asphalt", 70.0).value();
  const ContactModel old = read_contact_model("cushioned", "asphalt", 70.0, 800.0).value();
  EXPECT_EQ(read_contact_model("cushioned", "asphalt", 70.0, 0.0).value(), fresh);
  for (std::size_t i = 0; i < n_sole_regions; ++i) {
    // Foam is one of three springs in series: the whole gets stiffer, by less than the foam's 1 / 0.7.
    EXPECT_GT(old.stiffness_n_m[i], 1.1 * fresh.stiffness_n_m[i]);
    EXPECT_LT(old.stiffness_n_m[i], fresh.stiffness_n_m[i] / 0.7);
  }
}

}  // namespace
}  // namespace stridelab
