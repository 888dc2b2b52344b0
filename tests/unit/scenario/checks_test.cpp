#include <gmock/gmock.h>

#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

using Checks = ScenarioFolder;

constexpr std::string_view head = "[[check]]\nmetric = \"vgrf_peak_bw\"\nsource = \"Author 2014\"\n";

TEST_F(Checks, EveryKindBecomesOne) {
  const auto checks = good(write("a.toml", std::string(head) + "value = { min = 2, max = 3 }\nchange = { max = 0 }\n"
                                                               "change_percent = { min = -22.5 }\n"))
                          .checks;
  ASSERT_EQ(checks.size(), 3U);
  for (const Check& check : checks) {
    EXPECT_EQ(check.metric, "vgrf_peak_bw");
    EXPECT_EQ(check.source, "Author 2014");
    EXPECT_EQ(check.line, 1);
    if (check.kind == CheckKind::value) {
      EXPECT_EQ(check.min, 2.0);
      EXPECT_EQ(check.max, 3.0);
    } else if (check.kind == CheckKind::change) {
      EXPECT_FALSE(check.min);
      EXPECT_EQ(check.max, 0.0);
    } else {
      EXPECT_EQ(check.min, -22.5);
    }
  }
}

// 1.1 deg inward of 1.1 deg outward is no "-100 %": the zero of this angle is a convention.
TEST_F(Checks, NoPercentOfAnAngleWhoseZeroIsAConvention) {
  const std::string angle = "[[check]]\nmetric = \"knee_valgus_fppa_peak_deg\"\nsource = \"s\"\n";
  const auto refused = read_scenario(write("a.toml", angle + "change_percent = { min = 1 }\n"));
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(to_text(refused.error()),
              AllOf(HasSubstr("a.toml:4:"), HasSubstr("the zero of this angle is a convention"),
                    HasSubstr("change = { min = -4, max = 0 } in degrees")));
  EXPECT_TRUE(read_scenario(write("b.toml", angle + "change = { min = 1 }\n")).has_value());
}

TEST_F(Checks, UnknownMetric) {
  EXPECT_THAT(faults_of(write("a.toml", "[[check]]\nmetric = \"pfj_force\"\nvalue = { min = 1 }\nsource = \"s\"\n")),
              AllOf(StartsWith("a.toml:2:1: error: unknown metric \"pfj_force\"\n    2 | metric = \"pfj_force\"\n"),
                    HasSubstr("did you mean pfj_force_peak_bw?")));
}

TEST_F(Checks, WithoutASource) {
  EXPECT_THAT(faults_of(write("a.toml", "\n[[check]]\nmetric = \"vgrf_peak_bw\"\nvalue = { min = 1 }\n")),
              StartsWith("a.toml:2:1: error: a check without a source\n"));
  EXPECT_THAT(faults_of(write("b.toml", "[[check]]\nmetric = \"vgrf_peak_bw\"\nvalue = { min = 1 }\nsource = \" \"\n")),
              StartsWith("b.toml:4:1: error: source is not text that names a source\n"));
}

TEST_F(Checks, MinAboveMax) {
  EXPECT_THAT(faults_of(write("a.toml", std::string(head) + "change_percent = { min = -8, max = -22 }\n")),
              AllOf(StartsWith("a.toml:4:1: error: min = -8 is above max = -22: nothing can pass\n"),
                    HasSubstr("a drop is negative")));
}

TEST_F(Checks, WithoutBounds) {
  EXPECT_THAT(faults_of(write("a.toml", std::string(head))), HasSubstr("a.toml:1:1: error: a check without bounds\n"));
  EXPECT_THAT(faults_of(write("b.toml", std::string(head) + "value = {}\n")),
              HasSubstr("value has neither min nor max"));
  EXPECT_THAT(faults_of(write("c.toml", std::string(head) + "value = 3\n")),
              HasSubstr("value = 3 is not a pair of bounds"));
  EXPECT_THAT(faults_of(write("d.toml", std::string(head) + "value = { mim = 3 }\n")), HasSubstr("did you mean min?"));
  EXPECT_THAT(faults_of(write("e.toml", std::string(head) + "value = { min = nan }\n")),
              HasSubstr("min = nan is not a finite"));
}

TEST_F(Checks, UnknownKey) {
  EXPECT_THAT(faults_of(write("a.toml", std::string(head) + "change_precent = { min = 1 }\n")),
              AllOf(HasSubstr("unknown key change_precent in a check"), HasSubstr("did you mean change_percent?")));
}

TEST_F(Checks, MustBeAList) {
  EXPECT_THAT(faults_of(write("a.toml", "[check]\nmetric = \"vgrf_peak_bw\"\n")),
              HasSubstr("checks are written as [[check]]"));
  EXPECT_THAT(faults_of(write("b.toml", "check = [1, 2]\n")), HasSubstr("checks are written as [[check]]"));
}

}  // namespace
}  // namespace stridelab::testing
