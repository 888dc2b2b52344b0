#include <fmt/format.h>
#include <gtest/gtest.h>

#include <iostream>

#include "loads/muscles/sharing.h"
#include "support/leg_instants.h"
#include "support/reference_curves.h"

/// Measured moments and angles in, muscle forces out, against another static optimisation of the same 26 runners at
/// 3.5 m/s. One method against itself in other hands: it shows that the sharing is the usual one, not that it is right.
namespace stridelab {
namespace {

/// Peak of the mean curve over stance and the runners' SD there.
/// source  static optimisation (exponent 2, 1.5 x maximal forces, activations not limited) of the trials of Fukuchi 2017
///         with the models of Denton 2023. Its licence is not stated: these peaks are quoted, no curve is kept.
struct Peak {
  const char* name;
  MuscleGroup group;
  double mean_bw, sd_bw, at_percent;
};
constexpr Peak peaks[] = {{"quadriceps", MuscleGroup::quadriceps, 10.3, 1.7, 44},
                          {"gastrocnemius", MuscleGroup::gastrocnemius, 4.2, 0.9, 54},
                          {"soleus", MuscleGroup::soleus, 4.8, 0.7, 46},
                          {"gluteus medius", MuscleGroup::gluteus_medius, 3.7, 0.7, 44}};

Body mean_runner() {
  Body body;
  body.mass_kg = 69.4;
  body.height_m = 1.756;
  return body;
}

/// Angles of the mean runner and the moments that optimisation was given, every 4 % of stance.
std::vector<std::pair<double, test::LegInstant>> measured_stance() {
  const auto curves = test::stance_curves(3.5);
  test::Columns cycle(STRIDELAB_SOURCE_DIR "/models/gait/fukuchi_2017_angles_3.5.csv");
  test::Columns moments(test::reference_file("denton_2023_stance_moments_3.5.csv"));
  std::vector<std::pair<double, test::LegInstant>> stance;
  for (std::size_t i = 0; i < moments.at("percent").size(); ++i) {
    const double percent = moments.at("percent")[i];
    const auto angle_deg = [&](const char* name) { return test::at_percent(curves.at(name), percent).mean; };
    const auto moment = [&](const char* name) { return moments.at(name)[i]; };
    // The hip's rotation is known over the gait cycle, whose stance ends at 31.7 %.
    const double rotation_deg = cycle.at("hip_rotation")[static_cast<std::size_t>(std::lround(0.317 * percent))];
    test::LegInstant at;
    at.angle_rad << angle_deg("hip_flexion_deg"), angle_deg("hip_adduction_deg"), rotation_deg,
        angle_deg("knee_flexion_deg"), angle_deg("ankle_dorsiflexion_deg"), 0.0;
    at.angle_rad *= rad_per_deg;
    at.net_nm << -moment("hip_extension"), -moment("hip_abduction"), moment("hip_internal_rotation"),
        -moment("knee_extension"), -moment("ankle_plantarflexion"), 0.0;
    at.net_nm *= mean_runner().mass_kg;
    stance.emplace_back(percent, at);
  }
  return stance;
}

struct Found {
  double bw = 0.0, percent = 0.0;
};

struct Outcome {
  std::map<MuscleGroup, Found> peak;
  double achilles_bw = 0.0, reserve_nm = 0.0, rotation_reserve_nm = 0.0;
};

Outcome share_stance(const MuscleModel& model) {
  static const auto stance = measured_stance();
  const Body body = mean_runner();
  const double weight_n = body.mass_kg * gravity_m_s2;
  Outcome outcome;
  for (const auto& [percent, at] : stance) {
    const MuscleState s = share_muscles(model, body, {}, at.angle_rad, at.net_nm);
    EXPECT_TRUE(s.converged);
    for (const Peak& peak : peaks) {
      const double bw = group_force_n(model, s, peak.group) / weight_n;
      if (bw > outcome.peak[peak.group].bw) outcome.peak[peak.group] = {bw, percent};
    }
    const double achilles_n =
        group_force_n(model, s, MuscleGroup::gastrocnemius) + group_force_n(model, s, MuscleGroup::soleus);
    outcome.achilles_bw = std::max(outcome.achilles_bw, achilles_n / weight_n);
    LegMoments reserve = s.reserve_nm.cwiseAbs();
    outcome.rotation_reserve_nm = std::max(outcome.rotation_reserve_nm, reserve[hip_rotation]);
    reserve[hip_rotation] = 0.0;
    outcome.reserve_nm = std::max(outcome.reserve_nm, reserve.maxCoeff());
  }
  return outcome;
}

MuscleModel with_tendon_strain(double strain) {
  MuscleModel model = test::muscles();
  model.sharing.tendon_strain_at_capacity = strain;
  return model;
}

void show(const char* name, const Outcome& outcome) {
  std::cout << name << ":";
  for (const Peak& peak : peaks) {
    const Found& found = outcome.peak.at(peak.group);
    std::cout << fmt::format(" {} {:.2f} BW at {} % ({:+.1f} SD),", peak.name, found.bw, found.percent,
                             (found.bw - peak.mean_bw) / peak.sd_bw);
  }
  std::cout << fmt::format(" Achilles {:.2f} BW, reserves {:.2f} Nm, of hip rotation {:.1f} Nm\n", outcome.achilles_bw,
                           outcome.reserve_nm, outcome.rotation_reserve_nm);
}

// Within two SD of the runners and near their time. Curves are means of runners, so peaks here are lower than the mean of
// peaks; arms are those of one size.
TEST(MuscleForces, AreThoseOfTheUsualStaticOptimisation) {
  const Outcome outcome = share_stance(test::muscles());
  show("shipped settings", outcome);
  for (const Peak& peak : peaks) {
    const Found& found = outcome.peak.at(peak.group);
    EXPECT_NEAR(found.bw, peak.mean_bw, 2.0 * peak.sd_bw) << peak.name;
    EXPECT_NEAR(found.percent, peak.at_percent, 6.0) << peak.name;
  }
}

// Without tendon stretch, knee, gastrocnemius and hip come within one SD of it; the soleus then does not.
TEST(MuscleForces, ARigidTendonIsNearerToIt) {
  const Outcome outcome = share_stance(with_tendon_strain(0.0));
  show("rigid tendon", outcome);
  for (const MuscleGroup group : {MuscleGroup::quadriceps, MuscleGroup::gastrocnemius, MuscleGroup::gluteus_medius}) {
    const Peak& peak = *std::find_if(std::begin(peaks), std::end(peaks), [&](auto& p) { return p.group == group; });
    EXPECT_NEAR(outcome.peak.at(group).bw, peak.mean_bw, peak.sd_bw) << peak.name;
  }
}

// Why the Achilles tendon is the sturdiest output: the ankle's moment over the calf's arm, however the calf divides it.
TEST(MuscleForces, TheAchillesTendonDoesNotCareWhoPullsIt) {
  const double shipped_bw = share_stance(test::muscles()).achilles_bw;
  for (const double strain : {0.0, 0.10}) {
    const Outcome outcome = share_stance(with_tendon_strain(strain));
    show(strain > 0.0 ? "tendon strain 10 %" : "tendon strain 0", outcome);
    EXPECT_NEAR(outcome.achilles_bw, shipped_bw, 0.03 * shipped_bw);
  }
}

// 1.5 x the generic forces because below it the hip cannot: measured runners have muscles for their own moments. Above,
// forces hardly move. 1 Nm is half a per cent of the moments.
TEST(MuscleForces, MuscleStrengthSufficesForWhatRunnersDo) {
  const Outcome shipped = share_stance(test::muscles());
  EXPECT_LT(shipped.reserve_nm, 1.0);
  EXPECT_LT(shipped.rotation_reserve_nm, 10.0);
  MuscleModel stronger = test::muscles(), generic = test::muscles();
  stronger.sharing.force_factor = 2.0;
  generic.sharing.force_factor = 1.0;
  const double quadriceps_bw = shipped.peak.at(MuscleGroup::quadriceps).bw;
  EXPECT_NEAR(share_stance(stronger).peak.at(MuscleGroup::quadriceps).bw, quadriceps_bw, 0.02 * quadriceps_bw);
  const Outcome weak = share_stance(generic);
  show("generic strength", weak);
  EXPECT_GT(weak.rotation_reserve_nm, 1.5 * shipped.rotation_reserve_nm);
}

}  // namespace
}  // namespace stridelab
