#include <fmt/format.h>
#include <gtest/gtest.h>

#include <iostream>

#include "loads/leg_loads.h"
#include "loads/leg_state.h"
#include "loads/muscles/sharing.h"
#include "support/reference_curves.h"
#include "support/reference_runner.h"

/// Muscle forces of our own stride at 3.5 m/s against a static optimisation of 26 runners: stride and sharing together.
/// muscle_forces_test.cpp gives the sharing those runners' moments; here it has to live with the plan's.
namespace stridelab {
namespace {

/// Peak of the runners' mean curve over stance, and their SD there.
/// source  static optimisation of the trials of Fukuchi 2017 with the models of Denton 2023, as in muscle_forces_test.cpp.
///         Its licence is not stated: these peaks are quoted, no curve is kept.
struct Peak {
  const char* name;
  double LegLoads::*force_n;
  double mean_bw, sd_bw, at_percent;
};
constexpr Peak peaks[] = {{"quadriceps", &LegLoads::quadriceps_static_opt_force_n, 10.29, 1.73, 46},
                          {"gastrocnemius", &LegLoads::gastrocnemius_force_n, 4.20, 0.86, 54},
                          {"soleus", &LegLoads::soleus_force_n, 4.83, 0.68, 46},
                          {"gluteus medius", &LegLoads::gluteus_medius_force_n, 3.73, 0.67, 44}};

/// Gastrocnemius and soleus of the same curves, added.
constexpr double achilles_of_that_method_bw = 8.9;

const LoadModels& models() {
  static const LoadModels shipped = read_load_models().value();
  return shipped;
}

const Stride& run_at(double speed_m_s) {
  static const Stride slow = test::reference_stride(2.5), fast = test::reference_stride(3.5);
  return speed_m_s < 3.0 ? slow : fast;
}

/// Factors on the plan's moments about hip abduction and ankle.
struct MomentScale {
  double ankle = 1.0, hip_abduction = 1.0;
};

/// The right leg at one instant, its moments scaled; other loads stay as they were.
LegLoads loads_at(const Stride& stride, double phase, const MomentScale& scale, const LoadModels& with) {
  StrideSample sample = stride.at(phase);
  sample.generalised_force_nm[ankle_angle_r] *= scale.ankle;
  sample.generalised_force_nm[hip_adduction_r] *= scale.hip_abduction;
  return leg_loads(sample, Side::right, stride.body(), stride.form(), with);
}

struct Found {
  double bw = 0.0, percent = 0.0;
};

struct Outcome {
  std::map<std::string, Found> peak;
  Found achilles;
};

Outcome over_stance(const Stride& stride, const MomentScale& scale = {}, const LoadModels& with = models()) {
  const test::Contact contact = test::measured_contact(stride);
  const double weight_n = test::weight_n(stride);
  Outcome outcome;
  const auto keep = [](Found& largest, const Found& now) {
    if (now.bw > largest.bw) largest = now;
  };
  for (double percent = 0.0; percent <= 100.0; percent += 0.5) {
    const double phase = contact.begin + 0.01 * percent * (contact.end - contact.begin);
    const LegLoads loads = loads_at(stride, phase, scale, with);
    for (const Peak& peak : peaks) keep(outcome.peak[peak.name], {loads.*peak.force_n / weight_n, percent});
    keep(outcome.achilles, {loads.achilles_force_n / weight_n, percent});
  }
  return outcome;
}

void show(const char* title, const Outcome& outcome) {
  std::cout << title << ":";
  for (const Peak& peak : peaks) {
    const Found& found = outcome.peak.at(peak.name);
    std::cout << fmt::format(" {} {:.2f} BW at {:.1f} % ({:+.1f} SD),", peak.name, found.bw, found.percent,
                             (found.bw - peak.mean_bw) / peak.sd_bw);
  }
  std::cout << fmt::format(" Achilles {:.2f} BW at {:.1f} %\n", outcome.achilles.bw, outcome.achilles.percent);
}

/// Largest of a moment over stance, Nm/kg.
double own_moment(const Stride& stride, const char* curve) {
  const test::Contact contact = test::measured_contact(stride);
  double largest = 0.0;
  for (int i = 0; i <= 200; ++i)
    largest = std::max(largest, test::quantity(stride.at(contact.begin + i / 200.0 * (contact.end - contact.begin)),
                                               stride.body(), curve));
  return largest;
}

double their_moment(const char* name) {
  test::Columns moments(test::reference_file("denton_2023_stance_moments_3.5.csv"));
  const auto& column = moments.at(name);
  return *std::max_element(column.begin(), column.end());
}

/// What brings the plan's moments to the size of those that optimisation was given.
MomentScale to_their_moments(const Stride& stride) {
  return {their_moment("ankle_plantarflexion") / own_moment(stride, "ankle_plantarflexion_moment_nm_kg"),
          their_moment("hip_abduction") / own_moment(stride, "hip_abduction_moment_nm_kg")};
}

const Peak& peak_of(const std::string& name) {
  return *std::find_if(std::begin(peaks), std::end(peaks), [&](const Peak& p) { return name == p.name; });
}

// All are lower than that method's but the soleus, which takes what the stretching tendon leaves the gastrocnemius. Two SD of
// runners hold nearly all of them; times within 9 % of stance, of curves that are flat at their peaks.
TEST(MuscleCurves, PeakLikeThoseOfRunners) {
  const Outcome own = over_stance(run_at(3.5));
  show("3.5 m/s", own);
  for (const Peak& peak : peaks) {
    const Found& found = own.peak.at(peak.name);
    EXPECT_NEAR(found.percent, peak.at_percent, 9.0) << peak.name;
    EXPECT_LT(found.bw, peak.mean_bw + 0.5 * peak.sd_bw) << peak.name;
    if (std::string(peak.name) != "gastrocnemius") {
      EXPECT_GT(found.bw, peak.mean_bw - 2.0 * peak.sd_bw) << peak.name;
    }
  }
}

// The ankle moment is theirs to 5 %; hip abduction is 1.9 Nm/kg where that optimisation was given 2.4
// (models/reference/denton_2023_stance_moments_3.5.csv says why). With theirs, in our posture, soleus and gluteus medius come
// within one SD, and every force within two.
TEST(MuscleCurves, GluteusMediusIsLowerBecauseTheHipMomentIs) {
  const Stride& stride = run_at(3.5);
  const MomentScale scale = to_their_moments(stride);
  std::cout << fmt::format("moments of that optimisation / the plan's: ankle {:.2f}, hip abduction {:.2f}\n",
                           scale.ankle, scale.hip_abduction);
  EXPECT_NEAR(scale.ankle, 1.0, 0.05);
  EXPECT_GT(scale.hip_abduction, 1.1);
  const Outcome own = over_stance(stride), scaled = over_stance(stride, scale);
  show("with their moments", scaled);
  for (const Peak& peak : peaks) {
    EXPECT_NEAR(scaled.peak.at(peak.name).bw, peak.mean_bw, 2.0 * peak.sd_bw) << peak.name;
  }
  EXPECT_GT(scaled.peak.at("gluteus medius").bw, own.peak.at("gluteus medius").bw);
  for (const char* name : {"soleus", "gluteus medius"})
    EXPECT_NEAR(scaled.peak.at(name).bw, peak_of(name).mean_bw, peak_of(name).sd_bw) << name;
}

// The second: a usual static optimisation keeps the Achilles tendon rigid, ours stretches (models/muscles/sharing.toml),
// which moves load from the gastrocnemius to the soleus. Rigid and with their moments, the gastrocnemius is within one
// SD of theirs, and so is the quadriceps.
TEST(MuscleCurves, GastrocnemiusIsLowerBecauseItsTendonStretches) {
  LoadModels rigid = models();
  rigid.muscles.sharing.tendon_strain_at_capacity = 0.0;
  const Stride& stride = run_at(3.5);
  show("rigid tendon", over_stance(stride, {}, rigid));
  const Outcome both = over_stance(stride, to_their_moments(stride), rigid);
  show("rigid tendon, with their moments", both);
  for (const char* name : {"quadriceps", "gastrocnemius"})
    EXPECT_NEAR(both.peak.at(name).bw, peak_of(name).mean_bw, peak_of(name).sd_bw) << name;
}

// Method decides: that optimisation gives 8.9 BW, inverse dynamics of the ankle over one arm 6.1 to 8.2 BW (Scott &
// Winter 1990, Med Sci Sports Exerc 22:357). Ours lies in the range of the latter and goes with the ankle moment. With the moment
// of the former 11 % are left, which are not resolved: the arms of their scaled models are not known. Tuned to neither.
TEST(MuscleCurves, TheAchillesTendonBelongsToInverseDynamics) {
  const Stride& stride = run_at(3.5);
  const double own_bw = over_stance(stride).achilles.bw;
  EXPECT_GT(own_bw, 6.1);
  EXPECT_LT(own_bw, 8.2);
  const MomentScale scale = to_their_moments(stride);
  const double scaled_bw = over_stance(stride, scale).achilles.bw;
  EXPECT_NEAR(scaled_bw / own_bw, scale.ankle, 0.05 * scale.ankle);
  std::cout << fmt::format("Achilles: own {:.2f} BW, with their ankle moment {:.2f}, theirs {:.1f}\n", own_bw,
                           scaled_bw, achilles_of_that_method_bw);
  EXPECT_GT(scaled_bw, 0.85 * achilles_of_that_method_bw);
  EXPECT_LT(scaled_bw, achilles_of_that_method_bw);
}

// Nothing published by that method at 2.5 m/s: reported, and lower than at 3.5 in every muscle.
TEST(MuscleCurves, AreLowerAtLowerSpeed) {
  const Outcome slow = over_stance(run_at(2.5)), fast = over_stance(run_at(3.5));
  show("2.5 m/s, against the runners at 3.5", slow);
  for (const Peak& peak : peaks) EXPECT_LT(slow.peak.at(peak.name).bw, fast.peak.at(peak.name).bw) << peak.name;
}

}  // namespace
}  // namespace stridelab
