#include "tuning/gain_vector.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>

namespace stridelab {
namespace {

/// Gains with awkward digits everywhere: no two alike, signs mixed.
ReflexGains awkward() {
  ReflexGains gains;
  for (std::size_t i = 0; i < n_gains; ++i) {
    const double x = 1.0 + static_cast<double>(i);
    const double scale = gain_table()[i].scale;
    gains.gain[i] = {scale * std::sqrt(7.0 * x), -scale * std::sin(x), scale * std::cos(1.3 * x)};
  }
  return gains;
}

/// Largest difference of any number, in scales of its gain.
double difference(const ReflexGains& a, const ReflexGains& b) {
  double worst = 0.0;
  for (std::size_t i = 0; i < n_gains; ++i) {
    const double scale = gain_table()[i].scale;
    worst = std::max(worst, std::abs(a.gain[i].value - b.gain[i].value) / scale);
    worst = std::max(worst, std::abs(a.gain[i].by_speed_s_m - b.gain[i].by_speed_s_m) / scale);
    worst = std::max(worst, std::abs(a.gain[i].by_slope - b.gain[i].by_slope) / scale);
  }
  return worst;
}

TEST(GainVector, ThereAndBackIsTheSame) {
  const Eigen::VectorXd v = to_vector(awkward(), true);
  EXPECT_EQ(v.size(), 3 * n_gains);
  EXPECT_LT(difference(to_gains(v, ReflexGains{}, true), awkward()), 1e-14);  // one division and one product
}

TEST(GainVector, WithoutScheduleTheSlopesStayThoseOfTheOrigin) {
  ReflexGains other = awkward();
  for (ScheduledGain& g : other.gain) g.value = 0.0;
  const Eigen::VectorXd v = to_vector(awkward(), false);
  EXPECT_EQ(v.size(), n_gains);
  EXPECT_LT(difference(to_gains(v, other, false), awkward()), 1e-14);
}

TEST(GainVector, OneIsAStepOfTheTablesScale) {
  Eigen::VectorXd v = to_vector(untuned_gains(), false);
  const auto pitch = static_cast<std::size_t>(Gain::pitch_stiffness);
  v(static_cast<Eigen::Index>(pitch)) += 1.0;
  const double moved = to_gains(v, untuned_gains(), false).gain[pitch].value - untuned_gains().gain[pitch].value;
  EXPECT_NEAR(moved, gain_table()[pitch].scale, 1e-9);
}

// The file holds six digits: half a unit of the sixth is 5e-6 of a number below 17 scales.
TEST(GainVector, FileIsReadBackAsTheSameGains) {
  const auto file = std::filesystem::path(::testing::TempDir()) / ("tuned_" + std::to_string(::getpid()) + ".toml");
  const std::string text = to_toml(awkward(), "stridelab_tune --seed 3");
  std::ofstream(file) << text;
  const auto read = read_reflex_gains(file);
  std::filesystem::remove(file);
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_LT(difference(*read, awkward()), 17.0 * 5e-6);
  EXPECT_NE(text.find("#   stridelab_tune --seed 3\n"), std::string::npos);
  // Written again it is the same file: nothing is lost by tuning on from it.
  EXPECT_EQ(to_toml(*read, "stridelab_tune --seed 3"), text);
}

}  // namespace
}  // namespace stridelab
