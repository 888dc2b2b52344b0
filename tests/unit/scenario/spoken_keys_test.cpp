#include <gmock/gmock.h>

#include "scenario/scenario.h"
#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

using ::testing::HasSubstr;

using SpokenKeys = ScenarioFolder;

TEST_F(SpokenKeys, AFileAndSetTakeThem) {
  const auto file = write("a.toml", "[form]\npace = \"5:30/km\"\n[body]\nheight = \"5ft9\"\nmass = \"154 lb\"\n");
  const auto scenario = read_scenario(file);
  ASSERT_TRUE(scenario) << to_text(scenario.error());
  EXPECT_DOUBLE_EQ(scenario->parameters.number("speed_m_s"), 1000.0 / 330.0);
  EXPECT_DOUBLE_EQ(scenario->parameters.number("height_m"), 69 * 0.0254);
  EXPECT_DOUBLE_EQ(scenario->parameters.number("mass_kg"), 154 * 0.45359237);
  const auto set = read_scenario(file, std::vector<std::string>{"pace=5:00/km", "mass=62 kg"});
  ASSERT_TRUE(set) << to_text(set.error());
  EXPECT_DOUBLE_EQ(set->parameters.number("speed_m_s"), 1000.0 / 300.0);
  EXPECT_EQ(set->parameters.number("mass_kg"), 62.0);
}

TEST_F(SpokenKeys, OneQuantityUnderTwoKeysIsRefused) {
  const auto file = write("a.toml", "[form]\npace = \"5:30/km\"\nspeed_m_s = 3.0\n");
  const auto scenario = read_scenario(file);
  ASSERT_FALSE(scenario);
  EXPECT_THAT(to_text(scenario.error()), HasSubstr("a.toml:3:1: error: pace and speed_m_s are both given"));
  const auto plain = write("b.toml", "[form]\n");
  EXPECT_FALSE(read_scenario(plain, std::vector<std::string>{"mass_kg=62", "mass=62 kg"}));
  EXPECT_TRUE(read_scenario(plain, std::vector<std::string>{"mass=70 kg", "mass=62 kg"})) << "the later one holds";
}

TEST_F(SpokenKeys, FaultsSayHowToWriteIt) {
  const auto file = write("a.toml", "[form]\n");
  const auto of = [&](const std::string& set) {
    const auto scenario = read_scenario(file, std::vector<std::string>{set});
    return scenario ? std::string("none") : to_text(scenario.error());
  };
  EXPECT_THAT(of("pace=5:30"), HasSubstr("\"5:30/km\""));
  EXPECT_THAT(of("mass=62"), HasSubstr("mass_kg (kg)"));
  EXPECT_THAT(of("pace=1:00/km"), HasSubstr("is 16.67 m/s, outside 1.8 .. 6 m/s"));
}

}  // namespace
}  // namespace stridelab::testing
