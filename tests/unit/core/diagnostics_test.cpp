#include "core/diagnostics.h"

#include <gtest/gtest.h>

namespace stridelab {
namespace {

TEST(Diagnostics, ReadsAsTheHouseTemplate) {
  const Diagnostic d{"scenarios/quick_steps.toml",
                     14,
                     1,
                     "cadence_spm = 410 is outside 130 .. 220 steps/min",
                     "cadence_spm = 410",
                     17,
                     "steps per minute, both feet together; a watch that counts one foot shows half of it"};
  EXPECT_EQ(to_text(d),
            "scenarios/quick_steps.toml:14:1: error: cadence_spm = 410 is outside 130 .. 220 steps/min\n"
            "   14 | cadence_spm = 410\n"
            "      | ^~~~~~~~~~~~~~~~~\n"
            "  steps per minute, both feet together; a watch that counts one foot shows half of it\n");
}

TEST(Diagnostics, WithoutALineShowsOnlyTheFile) {
  EXPECT_EQ(to_text(Diagnostic{"a.toml", 0, 0, "no such file", "", 1, ""}), "a.toml: error: no such file\n");
}

TEST(Diagnostics, CaretStandsUnderItsColumnAfterTabsAndAccents) {
  const Diagnostic d{"a.toml", 1, 5, "m", "\té x y", 1, ""};
  EXPECT_EQ(to_text(d), "a.toml:1:5: error: m\n    1 | \té x y\n      | \t   ^\n");
}

TEST(Diagnostics, CaretNeverRunsPastTheLine) {
  EXPECT_EQ(to_text(Diagnostic{"a", 1, 3, "m", "abcd", 99, ""}), "a:1:3: error: m\n    1 | abcd\n      |   ^~\n");
}

TEST(Diagnostics, EscapeSequencesOfAFileDoNotReachTheTerminal) {
  const std::string text = to_text(Diagnostic{"a\x1b[2J", 1, 1, "m\x1b]0;x\x07", "\x1b[31m", 1, "h\x1b"});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
}

}  // namespace
}  // namespace stridelab
