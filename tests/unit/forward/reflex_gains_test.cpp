#include "forward/reflex_gains.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <set>

namespace stridelab {
namespace {

using ::testing::HasSubstr;

TEST(ReflexGains, TableGivesEveryGainANameAUnitAndAStep) {
  std::set<std::string_view> keys;
  for (const GainRow& row : gain_table()) {
    EXPECT_TRUE(keys.insert(row.key).second) << row.key;
    EXPECT_FALSE(row.unit.empty()) << row.key;
    EXPECT_FALSE(row.meaning.empty()) << row.key;
    EXPECT_GT(row.scale, 0.0) << row.key;
  }
  EXPECT_EQ(gain_table()[static_cast<std::size_t>(Gain::phase_reset)].key, "phase_reset");
  EXPECT_EQ(gain_table()[static_cast<std::size_t>(Gain::stance_stiffness)].key, "stance_stiffness");
}

ReflexGains sloping() {
  ReflexGains gains = untuned_gains();
  for (ScheduledGain& g : gains.gain) g = {10.0, 1.0, 0.5};
  return gains;
}

TEST(ReflexGains, FollowSpeedAndSlope) {
  const ReflexGains gains = sloping();
  EXPECT_NEAR(gains.at(3.3, 0.0)[0], 10.0, 1e-12);
  EXPECT_NEAR(gains.at(4.3, 0.0)[0], 11.0, 1e-12);
  EXPECT_NEAR(gains.at(3.3, -0.05)[0], 9.75, 1e-12);
  EXPECT_NEAR(gains.at(2.3, 0.10)[0], 9.5, 1e-12);
}

TEST(ReflexGains, AreHeldAtTheEdgesOfWhatTheyWereTunedFor) {
  const ReflexGains gains = sloping();
  EXPECT_EQ(gains.at(1.0, 0.0), gains.at(2.0, 0.0));
  EXPECT_EQ(gains.at(9.0, 0.0), gains.at(5.0, 0.0));
  EXPECT_EQ(gains.at(3.3, 0.4), gains.at(3.3, 0.1));
  EXPECT_EQ(gains.at(3.3, -0.4), gains.at(3.3, -0.1));
  EXPECT_NE(gains.at(2.0, 0.1), gains.at(2.1, 0.09));
}

// A joint with negative stiffness or damping would feed energy in.
TEST(ReflexGains, NoScheduleMakesAJointPushItself) {
  ReflexGains gains = untuned_gains();
  for (ScheduledGain& g : gains.gain) g = {0.1, -5.0, 0.0};
  const auto now = gains.at(5.0, 0.0);
  for (const Gain g : {Gain::joint_stiffness, Gain::joint_damping, Gain::stance_stiffness})
    EXPECT_GT(now[static_cast<std::size_t>(g)], 0.0);
  EXPECT_LT(now[static_cast<std::size_t>(Gain::foot_side)], 0.0);  // the others may change their sign
}

/// A gains file with every gain, after one line of it is replaced.
class GainsFile {
 public:
  GainsFile() {
    for (const GainRow& row : gain_table()) {
      const std::string key(row.key);
      text += "[gain." + key + "]\nvalue = 0.5 # of " + key + "\nby_speed = 0.25\nby_slope = -1\n";
    }
  }
  void replace(const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
  }
  [[nodiscard]] tl::expected<ReflexGains, Diagnostics> read() const {
    const auto file = std::filesystem::path(::testing::TempDir()) / ("gains_" + std::to_string(::getpid()) + ".toml");
    std::ofstream(file) << text;
    auto gains = read_reflex_gains(file);
    std::filesystem::remove(file);
    return gains;
  }
  std::string text;
};

std::vector<std::string> faults_of(const GainsFile& file) {
  std::vector<std::string> messages;
  const auto read = file.read();
  if (!read)
    for (const Diagnostic& d : read.error()) messages.push_back(d.message);
  return messages;
}

TEST(ReflexGainsFile, IsReadWhole) {
  const auto gains = GainsFile{}.read();
  ASSERT_TRUE(gains);
  for (const ScheduledGain& g : gains->gain) {
    EXPECT_EQ(g.value, 0.5);
    EXPECT_EQ(g.by_speed_s_m, 0.25);
    EXPECT_EQ(g.by_slope, -1.0);  // a whole number is a number
  }
}

TEST(ReflexGainsFile, SlopesMayBeLeftOut) {
  GainsFile file;
  file.replace("value = 0.5 # of side_damping\nby_speed = 0.25\nby_slope = -1\n", "value = 7.0\n");
  const auto gains = file.read();
  ASSERT_TRUE(gains);
  const ScheduledGain& g = gains->gain[static_cast<std::size_t>(Gain::side_damping)];
  EXPECT_EQ(g.value, 7.0);
  EXPECT_EQ(g.by_speed_s_m, 0.0);
}

TEST(ReflexGainsFile, NamesEveryFaultInOnePass) {
  GainsFile file;
  file.replace("[gain.yaw_damping]", "[gain.yaw_dampning]");           // unknown, and one missing
  file.replace("value = 0.5 # of foot_side\n", "value = \"much\"\n");  // not a number
  file.replace("value = 0.5 # of thigh_roll\n", "");                   // no value
  file.replace("value = 0.5 # of phase_reset\nby_speed = 0.25", "value = 1.5\nby_speed = \"fast\"");
  file.replace("value = 0.5 # of pitch_damping\n", "value = nan\n");
  file.replace("value = 0.5 # of roll_damping\n", "value = 1.5\nby_speeed = 1.0\n");
  const auto faults = faults_of(file);
  EXPECT_THAT(faults, ::testing::UnorderedElementsAre(
                          HasSubstr("yaw_damping"), HasSubstr("yaw_dampning"), HasSubstr("foot_side"),
                          HasSubstr("thigh_roll"), AllOf(HasSubstr("phase_reset"), HasSubstr("by_speed")),
                          HasSubstr("pitch_damping"), AllOf(HasSubstr("roll_damping"), HasSubstr("by_speeed"))));
}

TEST(ReflexGainsFile, PointsAtTheLine) {
  GainsFile file;
  file.replace("[gain.roll_damping]", "[gain.roll_dampning]");
  const auto read = file.read();
  ASSERT_FALSE(read);
  const Diagnostic* unknown = nullptr;
  for (const Diagnostic& d : read.error())
    if (d.message.find("dampning") != std::string::npos) unknown = &d;
  ASSERT_NE(unknown, nullptr);
  EXPECT_EQ(unknown->line, 5);  // after the four lines of roll_stiffness
}

TEST(ReflexGainsFile, IsRefusedWithoutItsTableOrAsNoToml) {
  GainsFile file;
  file.text = "value = 1.0\n";
  EXPECT_THAT(faults_of(file), ::testing::Contains(HasSubstr("'gain' is missing")));
  file.text = "[gain.roll_damping\n";
  EXPECT_EQ(faults_of(file).size(), 1U);
  EXPECT_FALSE(read_reflex_gains("/nowhere/gains.toml"));
}

TEST(ReflexGainsFile, TheShippedOneIsRead) {
  const auto now = shipped_gains().at(3.3, 0.0);
  EXPECT_GT(now[static_cast<std::size_t>(Gain::height_stiffness)], 0.0);
  EXPECT_EQ(&shipped_gains(), &shipped_gains());
}

}  // namespace
}  // namespace stridelab
