#include "support/forward_report.h"

#include <algorithm>

#include "core/text.h"
#include "report/console_report.h"
#include "report/csv_report.h"
#include "report/forward_words.h"
#include "report/junit_report.h"
#include "report/markdown_report.h"

namespace stridelab::testing {
namespace {

using ::testing::Contains;
using ::testing::ContainsRegex;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

constexpr ConsoleStyle narrow{false, 80};
constexpr const char* held_sentence = "a fore-aft force of at most 1.30 % BW held the runner (assist_percent = 5)";

TEST_F(ForwardReport, EveryFormatOfAHeldRunSaysSo) {
  const RunReport report = held();
  const auto says_so = HasSubstr(held_sentence);
  EXPECT_THAT(run_text(report, {false, 120}), says_so);
  EXPECT_THAT(runs_text({report, easy()}, {false, 120}), says_so);
  EXPECT_THAT(comparison_text({report, easy(), {}}, {false, 120}), HasSubstr("A: " + std::string(held_sentence)));
  EXPECT_THAT(json_text(report_to_json({report})), says_so);
  EXPECT_THAT(csv_text({report}), says_so);
  EXPECT_THAT(junit_text({report}), says_so);
  EXPECT_THAT(comparison_markdown({easy(), report, {}}),
              HasSubstr("a fore-aft force of at most 1.30 % BW held the runner"));
  for (const std::string& text : {run_text(easy(), narrow), csv_text({easy()}), junit_text({easy()})})
    EXPECT_THAT(text, Not(HasSubstr("held the runner ("))) << "nobody held this one";
}

TEST_F(ForwardReport, AHeldRunThatFailsSaysSoToo) {
  const RunReport report = fallen();
  const auto says_so = HasSubstr("a fore-aft force held the runner (assist_percent = 5)");
  EXPECT_THAT(run_text(report, {false, 120}), says_so);
  EXPECT_THAT(quiet_text({report}, {false, 120}), says_so);
  EXPECT_THAT(csv_text({report}), says_so);
  EXPECT_THAT(junit_text({report}), says_so);
  EXPECT_THAT(comparison_markdown({report, easy(), {}}), HasSubstr("ore-aft force held the runner"));
}

TEST_F(ForwardReport, ConsoleShowsMeanAndSpreadOfBothLegs) {
  const RunReport report = easy();
  const std::string text = run_text(report, narrow);
  EXPECT_THAT(text, HasSubstr("nothing holds the runner; mean and SD of 3 right and 3\n  left steps"));
  EXPECT_THAT(text, HasSubstr("2 settling, 1 cut off by the end"));
  const double force = *report.metrics->value("pfj_force_peak_bw");
  EXPECT_THAT(text, HasSubstr("peak kneecap force                   " + fixed(force, 2) + "   0.10    " +
                              fixed(force + 0.2, 2) + "   0.00 BW\n"));
  EXPECT_THAT(run_text(report, {false, 80, true}), HasSubstr("Not in every step: impact peak (2 right, 3 left)."));
  EXPECT_THAT(text, HasSubstr("worst joint ankle_angle_r 2.1 deg RMS"));
  EXPECT_THAT(text, HasSubstr("28 of 28 planned steps"));
}

TEST_F(ForwardReport, ConsoleComparesMeansAndShowsTheirSpread) {
  const std::string text = comparison_text({easy(), quick(), {}}, narrow);
  const auto lines = lines_of(text);
  const auto row =
      std::find_if(lines.begin(), lines.end(), [](auto& l) { return l.starts_with("  peak kneecap force "); });
  ASSERT_NE(row, lines.end());
  EXPECT_THAT(*row, HasSubstr("  0.10"));
  EXPECT_THAT(*row, EndsWith(" " + signed_percent(test::quicker_kneecap_change_percent())));
  EXPECT_THAT(text, HasSubstr("A  run forward for 10 s, nothing holds the runner; mean and SD of 3 right"));
}

TEST_F(ForwardReport, AChangeFromTheBaseNamesTheStepsOfBoth) {
  const std::string text = run_text(quick(), {false, 120});
  EXPECT_THAT(text,
              HasSubstr("Run forward for 10 s, nothing holds the runner; mean and SD of 3 right and 3 left steps"));
  EXPECT_THAT(text, HasSubstr("  A: mean and SD of 3 right and 3 left steps; left out: 2 settling, 1 cut off"));
}

TEST_F(ForwardReport, AComparisonOfEnginesOrSettingsSaysWhatDiffers) {
  EXPECT_EQ(what_differs(stride(), easy()), "stride engine -> forward engine");
  EXPECT_EQ(what_differs(easy(), held()), "assist 0 % -> 5 %");
  EXPECT_EQ(what_differs(easy(), easy({"seed=2", "duration_s=20"})), "duration 10 s -> 20 s, seed 1 -> 2");
  EXPECT_EQ(what_differs(easy(), easy()), "the two runs are the same");
  EXPECT_EQ(what_differs(easy(), quick()), "same speed, 10 % more steps");
  EXPECT_THAT(comparison_text({stride(), easy(), {}}, narrow),
              HasSubstr("one synthesised stride, every step the same"));
}

TEST_F(ForwardReport, TextFitsTheTerminal) {
  for (const int columns : {80, 100, 120}) {
    const ConsoleStyle style{false, columns};
    for (const std::string& text :
         {run_text(held(), style), run_text(quick(), style), comparison_text({held(), quick(), {}}, style),
          comparison_text({stride(), easy(), {}}, style), run_text(fallen(), style),
          runs_text({held(), quick()}, style)}) {
      for (const std::string& line : lines_of(text)) {
        const bool path = line.find(folder_.string()) != std::string::npos;  // one word cannot be broken
        EXPECT_TRUE(path || display_width(line) <= static_cast<std::size_t>(columns)) << line;
        EXPECT_FALSE(line.ends_with(' ')) << line;
      }
    }
  }
}

TEST_F(ForwardReport, MarkdownHasTheSpreadBesideEachMean) {
  const std::string text = comparison_markdown({easy(), quick(), {}});
  EXPECT_THAT(text, HasSubstr("| | unit | A | SD | B | SD | B - A | change |\n"));
  EXPECT_THAT(text, ContainsRegex("peak kneecap force \\| BW \\| [0-9.]+ \\| 0.10 \\| [0-9.]+ \\| 0.10 \\|"));
  EXPECT_THAT(text, HasSubstr("- **B** run forward for 10 s, nothing holds the runner; mean and SD of 3 right"));
}

TEST_F(ForwardReport, SettingsWithoutEffectAreANote) {
  const RunReport report = run("a.toml", "[run]\nseed = 3\nassist_percent = 5\n");
  EXPECT_EQ(report.outcome, RunOutcome::passed);
  EXPECT_THAT(report.notes, Contains(HasSubstr("assist_percent and seed have no effect with the stride engine")));
  EXPECT_THAT(run_text(report, {false, 120}), HasSubstr("note: assist_percent and seed have no effect"));
  EXPECT_TRUE(stride().notes.empty());
  EXPECT_THAT(first_run(report)["notes"], SizeIs(report.notes.size()));
}

}  // namespace
}  // namespace stridelab::testing
