// Whatever the bytes: the reader answers with a scenario or with diagnostics, never with a crash or a NaN.
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

class Fuzz : public ScenarioFolder {
 protected:
  void read(const std::string& text) {
    const auto path = write("fuzz.toml", text);
    const auto scenario = read_scenario(path, {}, metrics());
    if (!scenario) {
      ASSERT_FALSE(scenario.error().empty());
      for (const Diagnostic& fault : scenario.error()) ASSERT_FALSE(fault.message.empty());
      ASSERT_FALSE(to_text(scenario.error()).empty());
      return;
    }
    for (const ParameterValue& value : scenario->parameters.values()) ASSERT_TRUE(std::isfinite(value.number));
  }

  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

  std::mt19937_64 random_{20260101};  // fixed: a failure must come back
};

constexpr std::string_view seed_text = R"(question = "Same speed, 10 % more steps?"
base = "base.toml"
[form]
cadence_percent = 10
speed_m_s = 3.5
[body]
sex = "female"
mass_kg = 61.5
[run]
engine = "stride"
seed = 3
[[check]]
metric = "pfj_force_peak_bw"
change_percent = { min = -22, max = -8 }
source = "Lenhart 2014"
)";

TEST_F(Fuzz, RandomBytes) {
  for (int i = 0; i < 1500; ++i) {
    std::string text(below(300), '\0');
    for (char& c : text) c = static_cast<char>(below(256));
    read(text);
  }
}

TEST_F(Fuzz, RandomTomlLikeText) {
  const std::vector<std::string> words{
      "[form]\n", "[[check]]\n",   "[",  "]",   "=",     "\n",     "\"",     "speed_m_s",
      "metric",   "value",         "{",  "}",   "min",   "nan",    "-inf",   "1e308",
      "base",     "\"fuzz.toml\"", ".",  ",",   "'''",   "\"\"\"", "0x7fff", "1979-05-27",
      "#",        "\\u0000",       "\t", "run", "check", "form",   "seed",   "true"};
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t n = below(40); n > 0; --n) text += words[below(words.size())] + (below(2) == 0 ? " " : "");
    read(text);
  }
}

TEST_F(Fuzz, MutatedScenarios) {
  write("base.toml", "[form]\nspeed_m_s = 3.3\n");
  for (int i = 0; i < 3000; ++i) {
    std::string text(seed_text);
    for (std::size_t n = 1 + below(4); n > 0; --n) {
      const std::size_t at = below(text.size());
      const std::size_t length = std::min(below(12) + 1, text.size() - at);
      switch (below(4)) {
        case 0:
          text[at] = static_cast<char>(below(256));
          break;
        case 1:
          text.erase(at, length);
          break;
        case 2:
          text.insert(at, text.substr(below(text.size()), length));
          break;
        default:
          text.insert(at, 1, "[]{}=\"'.,#-\n0"[below(13)]);
          break;
      }
      if (text.empty()) break;
    }
    read(text);
  }
}

TEST_F(Fuzz, DeepNesting) {
  std::string dotted = "a", tables;
  for (int i = 0; i < 3900; ++i) dotted += ".a";
  for (int i = 0; i < 20000; ++i) tables += '[';
  read(dotted + " = 1\n");
  read("[" + dotted + "]\n");
  read("x = " + tables + "\n");
}

TEST_F(Fuzz, RandomOverrides) {
  const auto path = write("a.toml", "[form]\n");
  const auto keys = all_keys();
  const std::vector<std::string> values{"1", "-1e400", "nan", "", "=", "\"", "female", "3.3", "10", "0x10", "1e9"};
  for (int i = 0; i < 3000; ++i) {
    std::vector<std::string> overrides;
    for (std::size_t n = below(5); n > 0; --n) {
      overrides.push_back(std::string(keys[below(keys.size())]) + "=" + values[below(values.size())]);
    }
    const auto scenario = read_scenario(path, overrides, metrics());
    if (!scenario) continue;
    const ParameterSet& set = scenario->parameters;
    ASSERT_NEAR(set.number("speed_m_s"), set.number("stride_length_m") * set.number("cadence_spm") / 120.0, 1e-9);
  }
}

}  // namespace
}  // namespace stridelab::testing
