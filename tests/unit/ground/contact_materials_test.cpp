#include "ground/contact_materials.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace stridelab {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Gt;

constexpr double rigid = std::numeric_limits<double>::infinity();
constexpr int heel = 0, ball = 1, toe = 2;

Shoe usual_shoe() { return read_shoe("cushioned").value(); }
Surface usual_surface() { return read_surface("asphalt").value(); }

Shoe plain_shoe(ContactLayer tissue, ContactLayer midsole) {
  Shoe shoe{};
  shoe.tissue.fill(tissue);
  shoe.midsole.fill(midsole);
  shoe.tissue_mass_kg = 70.0;
  shoe.grip = 1.0;
  return shoe;
}

Surface plain_surface(ContactLayer ground) { return {"plain", "", ground, 0.8}; }

/// Lands a mass on the contact law and returns the share of its energy that it leaves with, by Runge-Kutta steps.
double returned_share(double k, double c, double mass_kg, double speed_m_s) {
  const auto acceleration = [&](double d, double u) { return -k * d * (1.0 + c * u) / mass_kg; };
  const double dt = 1e-3 * std::sqrt(mass_kg / k);
  double d = 0.0, u = speed_m_s;
  do {
    const double d1 = u, u1 = acceleration(d, u);
    const double d2 = u + 0.5 * dt * u1, u2 = acceleration(d + 0.5 * dt * d1, u + 0.5 * dt * u1);
    const double d3 = u + 0.5 * dt * u2, u3 = acceleration(d + 0.5 * dt * d2, u + 0.5 * dt * u2);
    const double d4 = u + dt * u3, u4 = acceleration(d + dt * d3, u + dt * u3);
    d += dt / 6.0 * (d1 + 2.0 * d2 + 2.0 * d3 + d4);
    u += dt / 6.0 * (u1 + 2.0 * u2 + 2.0 * u3 + u4);
  } while (d > 0.0);
  return u * u / (speed_m_s * speed_m_s);
}

TEST(ContactMaterials, LayersGiveWayOneAfterTheOther) {
  const ContactModel model = contact_model(plain_shoe({200e3, 1.0}, {100e3, 1.0}), plain_surface({50e3, 1.0}), 70.0);
  // 1 kN: 5 mm, 10 mm and 20 mm. Rounding only.
  for (const double k : model.stiffness_n_m) EXPECT_NEAR(1e3 / k, 0.035, 1e-15);
  EXPECT_THAT(model.damping_s_m, Each(0.0));  // nothing is lost, so nothing is damped
  EXPECT_EQ(model.friction, 0.8);
}

TEST(ContactMaterials, OnRigidGroundTheShoeIsAlone) {
  const ContactModel model = contact_model(plain_shoe({rigid, 0.1}, {90e3, 0.65}), plain_surface({rigid, 0.1}), 70.0);
  for (const double k : model.stiffness_n_m) EXPECT_DOUBLE_EQ(k, 90e3);
  for (const double c : model.damping_s_m) EXPECT_DOUBLE_EQ(c, damping_for_energy_return(0.65, damping_speed_m_s));
}

TEST(ContactMaterials, AsphaltIsRigidBesideEveryShoe) {
  for (const std::string& name : shoe_names()) {
    const Shoe shoe = read_shoe(name).value();
    Surface surface = usual_surface();
    const double on_asphalt = contact_model(shoe, surface, 70.0).stiffness_n_m[heel];
    surface.ground.stiffness_n_m = rigid;
    EXPECT_NEAR(on_asphalt / contact_model(shoe, surface, 70.0).stiffness_n_m[heel], 1.0, 0.01) << name;
  }
}

// A stiffer layer makes a stiffer whole, never stiffer than the layer or than the whole of the others.
RC_GTEST_PROP(ContactMaterials, StiffnessGrowsWithEveryLayer, ()) {
  const auto stiffness = [] { return 1e3 * *rc::gen::inRange(5, 20000); };
  const double tissue = stiffness(), midsole = stiffness(), ground = stiffness();
  const auto whole = [](double a, double b, double c) {
    return contact_model(plain_shoe({a, 0.5}, {b, 0.5}), plain_surface({c, 0.5}), 70.0).stiffness_n_m[heel];
  };
  const double k = whole(tissue, midsole, ground);
  RC_ASSERT(whole(1.1 * tissue, midsole, ground) > k);
  RC_ASSERT(whole(tissue, 1.1 * midsole, ground) > k);
  RC_ASSERT(whole(tissue, midsole, 1.1 * ground) > k);
  RC_ASSERT(k < std::min({tissue, midsole, ground}));
}

// The claim behind the damping: a landing returns the share asked for, whatever mass and stiffness. Tolerance: the
// last step ends up to a thousandth of the contact's own time late, in which the force is nearly none.
TEST(ContactMaterials, DampingReturnsTheShareOfEnergyItIsMadeFor) {
  for (const double share : {0.1, 0.4, 0.65, 0.9, 0.99}) {
    for (const double speed_m_s : {0.5, 1.0, 2.0}) {
      const double c = damping_for_energy_return(share, speed_m_s);
      EXPECT_NEAR(returned_share(60e3, c, 5.0, speed_m_s), share, 1e-4) << share << " at " << speed_m_s;
      EXPECT_NEAR(returned_share(20e3, c, 70.0, speed_m_s), share, 1e-4) << share << " at " << speed_m_s;
    }
  }
  EXPECT_EQ(damping_for_energy_return(1.0, 1.0), 0.0);
}

// Layers in series carry one force F, so each takes up F^2 / (2 k_i); what the whole loses is what they lose.
TEST(ContactMaterials, LossesOfTheLayersAddUp) {
  const ContactLayer tissue{200e3, 0.38}, midsole{90e3, 0.65}, ground{300e3, 0.45};
  const ContactModel model = contact_model(plain_shoe(tissue, midsole), plain_surface(ground), 70.0);
  double lost = 0.0, taken_up = 0.0;
  for (const ContactLayer& layer : {tissue, midsole, ground}) {
    const double energy_j = 1500.0 * 1500.0 / (2.0 * layer.stiffness_n_m);
    taken_up += energy_j;
    lost += (1.0 - layer.energy_return) * energy_j;
  }
  EXPECT_NEAR(1500.0 * 1500.0 / (2.0 * model.stiffness_n_m[heel]), taken_up, 1e-9);
  const double share = returned_share(model.stiffness_n_m[heel], model.damping_s_m[heel], 5.0, damping_speed_m_s);
  EXPECT_NEAR(share, 1.0 - lost / taken_up, 1e-4);  // as above
}

TEST(ContactMaterials, OnlyTheTissueGrowsWithTheRunner) {
  const Shoe shoe = plain_shoe({200e3, 0.38}, {90e3, 0.65});
  const Surface ground = plain_surface({rigid, 1.0});
  EXPECT_NEAR(contact_model(shoe, ground, 140.0).stiffness_n_m[heel], 1.0 / (1.0 / 400e3 + 1.0 / 90e3), 1e-6);
}

TEST(ContactMaterials, GripScalesTheFriction) {
  Shoe shoe = usual_shoe();
  shoe.grip = 0.5;
  EXPECT_DOUBLE_EQ(contact_model(shoe, usual_surface(), 70.0).friction, 0.5 * usual_surface().friction);
}

// The usual pair: heel near 60 kN/m, and 12 to 18 mm on ball and toe under 2.5 body weights (the form's own estimate of
// how far sole and ground give way is 18 to 20 mm, METHODS (11)).
TEST(ContactMaterials, TheUsualPairYieldsAsRunnersSolesDo) {
  const ContactModel model = read_contact_model("cushioned", "asphalt", 70.0).value();
  EXPECT_NEAR(model.stiffness_n_m[heel], 60e3, 3e3);
  const double compression_m = 2.5 * 70.0 * 9.81 / (model.stiffness_n_m[ball] + model.stiffness_n_m[toe]);
  EXPECT_GT(compression_m, 0.012);
  EXPECT_LT(compression_m, 0.018);
  EXPECT_NEAR(model.stiffness_n_m[toe] / model.stiffness_n_m[ball], 0.5, 0.01);
  EXPECT_GT(model.friction, 0.5);  // running needs that much, METHODS (11)
}

TEST(ContactMaterials, ThinnerSolesAreStifferAndSofterGroundIsSofter) {
  const auto heel_of = [](const char* shoe, const char* surface) {
    return read_contact_model(shoe, surface, 70.0).value().stiffness_n_m[heel];
  };
  EXPECT_GT(heel_of("minimalist", "asphalt"), heel_of("motion_control", "asphalt"));
  EXPECT_GT(heel_of("motion_control", "asphalt"), heel_of("cushioned", "asphalt"));
  EXPECT_GT(heel_of("cushioned", "asphalt"), heel_of("maximalist", "asphalt"));
  EXPECT_GT(heel_of("cushioned", "track"), heel_of("cushioned", "grass"));
  EXPECT_GT(heel_of("cushioned", "grass"), heel_of("cushioned", "treadmill"));
  EXPECT_GT(heel_of("cushioned", "treadmill"), heel_of("cushioned", "sand"));
}

// Every pair stays where the contact law was tried: 20 to 130 kN/m under the heel.
TEST(ContactMaterials, EveryPairThatShipsIsUsable) {
  EXPECT_THAT(shoe_names(), ElementsAre("cushioned", "maximalist", "minimalist", "motion_control"));
  EXPECT_THAT(surface_names(), ElementsAre("asphalt", "concrete", "grass", "sand", "track", "trail", "treadmill"));
  for (const std::string& shoe : shoe_names()) {
    for (const std::string& surface : surface_names()) {
      SCOPED_TRACE(shoe + " on " + surface);
      const auto model = read_contact_model(shoe, surface, 70.0);
      ASSERT_TRUE(model) << to_text(model.error());
      EXPECT_THAT(model->damping_s_m, Each(Gt(0.0)));
      EXPECT_GT(model->stiffness_n_m[heel], 20e3);
      EXPECT_LT(model->stiffness_n_m[heel], 130e3);
      EXPECT_GE(model->friction, 0.5);
    }
  }
}

}  // namespace
}  // namespace stridelab
