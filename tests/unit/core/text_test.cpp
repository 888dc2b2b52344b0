#include "core/text.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 5> keys{"speed_m_s", "cadence_spm", "cadence_percent", "height_m",
                                               "hip_strength_percent"};

TEST(NumberText, IsShortestThatReadsBack) {
  EXPECT_EQ(number_text(3.3), "3.3");
  EXPECT_EQ(number_text(410.0), "410");
  EXPECT_EQ(number_text(-0.05), "-0.05");
}

TEST(NearestSpelling, FindsSlipsOfThePen) {
  EXPECT_EQ(nearest_spelling("cadance_spm", keys), "cadence_spm");
  EXPECT_EQ(nearest_spelling("cadence_smp", keys), "cadence_spm");
  EXPECT_EQ(nearest_spelling("height_cm", keys), "height_m");
}

TEST(NearestSpelling, FindsTheRestOfAName) {
  EXPECT_EQ(nearest_spelling("speed", keys), "speed_m_s");
  EXPECT_EQ(nearest_spelling("speed", std::vector<std::string_view>{"seed", "speed_percent", "speed_m_s"}),
            "speed_m_s");
  EXPECT_EQ(nearest_spelling("hip_strength", keys), "hip_strength_percent");
}

TEST(NearestSpelling, StaysSilentWhenNothingIsNear) {
  EXPECT_FALSE(nearest_spelling("temperature", keys));
  EXPECT_FALSE(nearest_spelling("", keys));
  EXPECT_FALSE(nearest_spelling(std::string(100000, 'a'), keys));
}

TEST(EditDistance, CountsASwapOnce) {
  EXPECT_EQ(edit_distance("spm", "smp"), 1U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(Utf8, TellsTextFromBinary) {
  EXPECT_EQ(first_non_utf8("plain, \xC3\xA9, \xF0\x9F\x8F\x83"), std::string_view::npos);
  EXPECT_EQ(first_non_utf8(std::string_view("a\0b", 3)), 1U);
  EXPECT_EQ(first_non_utf8("ab\xFF"), 2U);
  EXPECT_EQ(first_non_utf8("\xC0\x80"), 0U) << "overlong";
  EXPECT_EQ(first_non_utf8("\xED\xA0\x80"), 0U) << "surrogate";
  EXPECT_EQ(first_non_utf8("\xC3"), 0U) << "cut short";
}

TEST(Printable, ReplacesControlCharacters) {
  EXPECT_EQ(printable("a\x1b[0m\tb"), "a?[0m b");
  EXPECT_EQ(printable("one line,\r\n\tand another"), "one line, and another");
  EXPECT_EQ(printable("a\tb", true), "a\tb");
  EXPECT_EQ(printable("\xC2\x9B"), "?") << "the one-byte escape of C1";
}

TEST(OrList, ReadsAsASentence) {
  EXPECT_EQ(or_list(std::array<std::string_view, 3>{"a", "b", "c"}), "a, b or c");
  EXPECT_EQ(or_list(std::array<std::string_view, 1>{"a"}), "a");
}

TEST(OneLine, JoinsLinesWithoutTheirIndent) {
  EXPECT_EQ(one_line("no gait:\n    too fast\n  slow down\n"), "no gait:; too fast; slow down");
  EXPECT_EQ(one_line("one"), "one");
}

}  // namespace
}  // namespace stridelab
