#include "loads/patellofemoral.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "core/frames.h"
#include "loads/quadriceps.h"

namespace stridelab {
namespace {

class Patellofemoral : public ::testing::Test {
 protected:
  const PatellofemoralModel model = read_load_models().value().patellofemoral;
  const Body man{70.0, 1.77, Sex::male};
  const Body woman{60.0, 1.65, Sex::female};

  double area(const Body& body, double deg) const { return reference_contact_area_mm2(model, body, deg * rad_per_deg); }
};

TEST_F(Patellofemoral, AreaAtBesiersAngles) {
  // Besier 2005: men 210, 414, 520 and women 210, 269, 396 mm2 unloaded at 0, 30, 60 deg; +24 % loaded.
  const std::array<std::array<double, 3>, 3> published{
      {{0.0, 210.0, 210.0}, {30.0, 414.0, 269.0}, {60.0, 520.0, 396.0}}};
  for (const auto& [deg, male, female] : published) {
    EXPECT_NEAR(area(man, deg), 1.24 * male, 1.0) << deg;
    EXPECT_NEAR(area(woman, deg), 1.24 * female, 1.0) << deg;
  }
}

TEST_F(Patellofemoral, AreaFallsTenPercentFrom60To90) {
  EXPECT_NEAR(area(man, 90.0) / area(man, 60.0), 0.90, 1e-12);
  EXPECT_NEAR(area(man, 75.0) / area(man, 60.0), 0.95, 1e-12);
  EXPECT_NEAR(area(man, 100.0) / area(man, 90.0), 1.0, 1e-12);
}

TEST_F(Patellofemoral, AreaGrowsWithHeightSquaredAndNotWithMass) {
  const Body tall{70.0, 1.77 * 1.1, Sex::male};
  const Body heavy{90.0, 1.77, Sex::male};
  EXPECT_NEAR(area(tall, 40.0) / area(man, 40.0), 1.21, 1e-12);
  EXPECT_DOUBLE_EQ(area(heavy, 40.0), area(man, 40.0));
}

TEST_F(Patellofemoral, LoadTermIsOneAtTheReferenceAndBounded) {
  const double weight_n = man.mass_kg * gravity_m_s2;
  const double reference_n = model.load.reference_force_bw * weight_n;
  const double flexion = 43.0 * rad_per_deg;
  const double reference_area = reference_contact_area_mm2(model, man, flexion);
  EXPECT_NEAR(contact_area_mm2(model, man, flexion, reference_n), reference_area, 1e-9);
  EXPECT_NEAR(contact_area_mm2(model, man, flexion, 1.5 * reference_n), reference_area * std::pow(1.5, 0.1), 1e-9);
  EXPECT_NEAR(contact_area_mm2(model, man, flexion, 0.0), reference_area / 1.24, 1e-9);
  EXPECT_NEAR(contact_area_mm2(model, man, flexion, 100.0 * reference_n), reference_area * 1.1, 1e-9);
}

TEST_F(Patellofemoral, LeverArmAndRatioByHand) {
  // 40 deg: .046 + 2.8e-4*40 - 1.3e-5*1600 + 8e-8*64000 = .04152 m
  const Body reference{70.0, 1.75, Sex::male};
  EXPECT_NEAR(quadriceps_lever_arm_m(model, reference, 40.0 * rad_per_deg), 0.04152, 1e-12);
  // (.462 + .0588 - .06144) / (1 - .648 + .248 - .044672)
  EXPECT_NEAR(pfj_force_ratio(model, 40.0 * rad_per_deg), 0.45936 / 0.555328, 1e-12);
  const Body tall{70.0, 1.925, Sex::male};
  EXPECT_NEAR(quadriceps_lever_arm_m(model, tall, 40.0 * rad_per_deg), 1.1 * 0.04152, 1e-12);
}

// Beside it in the file: 47.1 mm at 10 deg and 31.5 mm at 50 deg by dynamic MRI; outside these held.
TEST_F(Patellofemoral, TheOtherLeverArmIsChosenByAWordInTheFile) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(::testing::TempDir()) / "stridelab_other_arm";
  fs::remove_all(folder);
  fs::copy(fs::path(STRIDELAB_SOURCE_DIR) / "models", folder, fs::copy_options::recursive);
  const auto write_use = [&](const std::string& name) {
    std::ifstream in(folder / "knee/patellofemoral.toml");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    in.close();
    const std::string key = "\nuse = \"";
    const auto at = text.find(key) + key.size();
    text.replace(at, text.find('"', at) - at, name);
    std::ofstream(folder / "knee/patellofemoral.toml") << text;
    return read_load_models(folder);
  };
  const auto other = write_use("dynamic_mri_2015");
  ASSERT_TRUE(other) << to_text(other.error());
  const Body reference{70.0, 1.75, Sex::male};
  const auto arm_mm = [&](double deg) {
    return 1e3 * quadriceps_lever_arm_m(other->patellofemoral, reference, deg * rad_per_deg);
  };
  EXPECT_NEAR(arm_mm(10.0), 47.1, 1e-9);
  EXPECT_NEAR(arm_mm(50.0), 31.5, 1e-9);
  EXPECT_DOUBLE_EQ(arm_mm(80.0), arm_mm(50.0));
  EXPECT_DOUBLE_EQ(arm_mm(0.0), arm_mm(10.0));
  const auto none = write_use("nobodys");
  ASSERT_FALSE(none);
  EXPECT_NE(to_text(none.error()).find("they are van_eijden_1986, dynamic_mri_2015"), std::string::npos)
      << to_text(none.error());
  fs::remove_all(folder);
}

TEST_F(Patellofemoral, OutsideTheFitsFlexionIsHeldAndFlagged) {
  for (const double deg : {-5.0, 120.0}) {
    const double held = std::clamp(deg, 0.0, 100.0) * rad_per_deg;
    EXPECT_TRUE(fit_flexion(model, deg * rad_per_deg).extrapolated);
    EXPECT_DOUBLE_EQ(quadriceps_lever_arm_m(model, man, deg * rad_per_deg), quadriceps_lever_arm_m(model, man, held));
    EXPECT_DOUBLE_EQ(pfj_force_ratio(model, deg * rad_per_deg), pfj_force_ratio(model, held));
  }
  EXPECT_FALSE(fit_flexion(model, 43.0 * rad_per_deg).extrapolated);
  EXPECT_TRUE(kneecap_load(model, man, 1000.0, 2.0).extrapolated);
}

TEST_F(Patellofemoral, StressIsForceOverArea) {
  const KneecapLoad load = kneecap_load(model, woman, 3000.0, 0.7);
  EXPECT_DOUBLE_EQ(load.pfj_force_n, 3000.0 * pfj_force_ratio(model, 0.7));
  EXPECT_DOUBLE_EQ(load.stress_mpa * load.contact_area_mm2, load.pfj_force_n);
  EXPECT_DOUBLE_EQ(load.contact_area_mm2, contact_area_mm2(model, woman, 0.7, load.pfj_force_n));
}

// net: M / r; willson_2015: (M + .36 M_hip + .31 M_ankle) / r; static optimisation: what the muscle model says.
TEST_F(Patellofemoral, EachMethodHasItsClosedForm) {
  JointMoments moments;
  moments.knee_extension_nm = 100.0;
  moments.hip_extension_nm = 40.0;
  moments.ankle_plantarflexion_nm = 160.0;
  const double arm_m = quadriceps_lever_arm_m(model, man, 0.7);
  const auto pull_n = [&](KneecapMethod method) {
    return quadriceps_force_n(model, man, method, {moments, 0.7, 1234.5});
  };
  EXPECT_DOUBLE_EQ(pull_n(KneecapMethod::net), 100.0 / arm_m);
  EXPECT_NEAR(pull_n(KneecapMethod::willson_2015), (100.0 + 0.36 * 40.0 + 0.31 * 160.0) / arm_m, 1e-9);
  EXPECT_EQ(pull_n(KneecapMethod::static_optimisation), 1234.5);
}

TEST_F(Patellofemoral, QuadricepsPullsOnlyAgainstFlexion) {
  JointMoments moments;
  moments.knee_extension_nm = -50.0;
  for (const KneecapMethod method : {KneecapMethod::net, KneecapMethod::willson_2015})
    EXPECT_EQ(quadriceps_force_n(model, man, method, {moments, 0.7, 0.0}), 0.0);
}

// 100 Nm at the knee, 40 at the hip, 160 at the ankle: 100 + .15 x 40 + .10 x 160 = 122 Nm. A hip that flexes and an
// ankle that dorsiflexes use other muscles: they add nothing.
TEST_F(Patellofemoral, HipAndAnkleAskForCoContraction) {
  const PatellofemoralModel::CoContraction share{0.15, 0.10};
  JointMoments moments;
  moments.knee_extension_nm = 100.0;
  moments.hip_extension_nm = 40.0;
  moments.ankle_plantarflexion_nm = 160.0;
  EXPECT_NEAR(quadriceps_moment_nm(share, moments), 122.0, 1e-9);
  moments.hip_extension_nm = -40.0;
  moments.ankle_plantarflexion_nm = -160.0;
  EXPECT_NEAR(quadriceps_moment_nm(share, moments), 100.0, 1e-9);
  EXPECT_DOUBLE_EQ(quadriceps_moment_nm({0.0, 0.0}, moments), moments.knee_extension_nm);
}

}  // namespace
}  // namespace stridelab
