#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <set>

#include "study/why.h"
#include "support/solved_scenario.h"

namespace stridelab {
namespace {

/// "…. …" apart; "2.45 BW" holds no end of a sentence.
std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '.' || (i + 1 < text.size() && text[i + 1] != ' ')) continue;
    parts.push_back(text.substr(start, i + 1 - start));
    start = std::min(i + 2, text.size());
  }
  EXPECT_EQ(start, text.size()) << "no full stop at the end: " << text;
  return parts;
}

/// What is wrong with a text that people read; empty if nothing is.
std::string fault_of(const std::string& text) {
  for (const char* word : {"nan", "inf ", "inf)", "-nan", "{", "}", "  ", "..", " .", " ,", "+0.0 %", "-0.0 %",
                           " 0.0 % more", " 0.0 % less", "optional"})
    if (text.find(word) != std::string::npos) return word;
  return "";
}

// Each shipped scenario against what it stands on: the file's base, or the defaults.
TEST(WhyOfScenarios, EachIsOneToThreeSoundSentences) {
  int told = 0;
  for (const auto& file : std::filesystem::directory_iterator(STRIDELAB_SOURCE_DIR "/scenarios")) {
    if (file.path().extension() != ".toml") continue;
    const auto scenario = read_scenario(file.path());
    ASSERT_TRUE(scenario) << file.path();
    const test::SolvedScenario a = test::solved(scenario->base_parameters, scenario->base_inputs);
    const test::SolvedScenario b = test::solved(scenario->parameters, scenario->inputs);
    const std::string text = why(a.form(), b.form(), test::shipped_models());
    std::cout << file.path().filename().string() << ": " << text << "\n";
    EXPECT_EQ(fault_of(text), "") << file.path() << "\n" << text;
    const std::vector<std::string> parts = sentences(text);
    EXPECT_LE(parts.size(), 3U) << text;
    EXPECT_EQ(std::set<std::string>(parts.begin(), parts.end()).size(), parts.size()) << text;
    if (a.inputs != b.inputs) ++told;
  }
  EXPECT_GE(told, 20);  // the folder was read
}

}  // namespace
}  // namespace stridelab
