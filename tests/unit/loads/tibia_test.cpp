#include "loads/tibia.h"

#include <gmock/gmock.h>

#include <cmath>

#include "loads/load_models.h"

namespace stridelab {
namespace {

class Tibia : public ::testing::Test {
 protected:
  const TibiaModel model = read_load_models().value().tibia;

  /// An upright shank on which the ground pushes up with 1500 N and backward with 200 N.
  static LegSample standing() {
    LegSample leg{};
    leg.knee_m = Vec3(0.0, 0.5, 0.0);
    leg.ankle_m = Vec3(0.0, 0.1, 0.0);
    leg.tibia = Mat3::Identity();
    leg.grf_n = Vec3(-200.0, 1500.0, 0.0);
    leg.knee_force_n = -leg.grf_n;  // what the thigh does to a massless shank
    return leg;
  }
};

TEST_F(Tibia, WithoutMusclesTheKneeCarriesTheGroundForceAlongTheShank) {
  EXPECT_DOUBLE_EQ(tibiofemoral_force_n(model, standing(), 0.7, {}), 1500.0);
  LegSample inclined = standing();
  inclined.knee_m = inclined.ankle_m + 0.4 * Vec3(std::sin(0.3), std::cos(0.3), 0.0);
  EXPECT_NEAR(tibiofemoral_force_n(model, inclined, 0.7, {}), 1500.0 * std::cos(0.3) - 200.0 * std::sin(0.3), 1e-9);
}

// Everything that acts on the shank along its axis: contact, muscles, thigh. The sum is nothing, for any pulls.
TEST_F(Tibia, ForcesAlongTheShankBalance) {
  const LegSample leg = standing();
  const KneePulls pulls{4000.0, 600.0, 1800.0, 250.0};
  const double contact_n = tibiofemoral_force_n(model, leg, 60.0 * rad_per_deg, pulls);
  // At 60 deg of flexion the patellar tendon runs along the shank and the hamstrings lean by 21 deg.
  const double pulled_up_n = 4000.0 + 600.0 * std::cos(21.0 * rad_per_deg) + 1800.0 * model.gastrocnemius_share + 250.0;
  EXPECT_NEAR(pulled_up_n - contact_n - leg.knee_force_n.y(), 0.0, 1e-9);
}

TEST_F(Tibia, AKneeCannotPull) {
  LegSample hanging = standing();
  hanging.knee_force_n = Vec3(0.0, 60.0, 0.0);  // the thigh holds the swinging shank
  EXPECT_EQ(tibiofemoral_force_n(model, hanging, 0.7, {}), 0.0);
}

TEST_F(Tibia, AdductionMomentLoadsTheMedialSide) {
  const Body body;
  EXPECT_DOUBLE_EQ(medial_contact_force_n(model, body, 4000.0, 0.0), 2000.0);
  const double moment_nm = 24.0;  // 24 Nm over 48 mm: 500 N
  EXPECT_NEAR(medial_contact_force_n(model, body, 4000.0, moment_nm), 2500.0, 1e-9);
  EXPECT_NEAR(medial_contact_force_n(model, body, 4000.0, -moment_nm), 1500.0, 1e-9);
  EXPECT_EQ(medial_contact_force_n(model, body, 4000.0, 500.0), 4000.0);  // the lateral side has lifted off
  EXPECT_EQ(medial_contact_force_n(model, body, 4000.0, -500.0), 0.0);
}

TEST_F(Tibia, TheGroundBendsAndTheCalfUnbends) {
  const Body body;
  const double bare_nm = tibial_bending_nm(model, body, standing(), 0.0, 0.0);
  EXPECT_NEAR(bare_nm, 0.137 * 200.0, 1e-9);
  EXPECT_LT(tibial_bending_nm(model, body, standing(), 2000.0, 0.0), bare_nm);
  Body tall = body;
  tall.height_m *= 1.1;
  EXPECT_NEAR(tibial_bending_nm(model, tall, standing(), 0.0, 0.0), 1.1 * bare_nm, 1e-9);
}

TEST_F(Tibia, BendingIsNotShownOnSlopes) {
  Form form;
  EXPECT_FALSE(tibial_bending_limit(model, form).has_value());
  for (const double slope_deg : {-9.0, -2.0, 2.0, 9.0}) {
    form.slope_rad = slope_deg * rad_per_deg;
    ASSERT_TRUE(tibial_bending_limit(model, form).has_value()) << slope_deg;
    EXPECT_THAT(*tibial_bending_limit(model, form), ::testing::HasSubstr("slopes"));
  }
}

}  // namespace
}  // namespace stridelab
