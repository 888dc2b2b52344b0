// The texts against the tables: nothing without a text, no text about something that is not there.
#include <gmock/gmock.h>

#include <cctype>
#include <map>
#include <set>

#include "catalogue/metric_table.h"
#include "catalogue/parameter_table.h"
#include "core/text.h"
#include "guidance/guidance.h"

namespace stridelab {
namespace {

class Texts : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(shipped_guidance()) << to_text(shipped_guidance().error());
    all_ = &*shipped_guidance();
  }
  const Guidance& all() const { return *all_; }

  static bool is_parameter(std::string_view key) {
    return find_parameter(key) != nullptr || find_run_setting(key) != nullptr;
  }
  static bool is_metric(std::string_view key) {
    const auto name = find_metric(key);
    return name && name->row->key == key;
  }
  /// Everything a text may mention: keys of any sort, and the relative ones.
  bool is_known(std::string_view key) const {
    return is_parameter(key) || is_metric(key) || find_relative(key) != nullptr || all().entry(key) != nullptr ||
           find_region(all().map, key) != nullptr || is_choice(key);
  }
  /// "willson_2015" and the like: what a parameter of words may be set to.
  static bool is_choice(std::string_view key) {
    return std::any_of(parameter_table().begin(), parameter_table().end(), [&](const ParameterInfo& row) {
      return std::find(row.choices.begin(), row.choices.end(), key) != row.choices.end();
    });
  }

 private:
  const Guidance* all_ = nullptr;
};

TEST_F(Texts, EveryParameterSaysHowItActs) {
  for (const ParameterInfo& row : parameter_table()) {
    const ParameterNotes* notes = all().parameter(row.key);
    ASSERT_NE(notes, nullptr) << row.key << " has no [parameter." << row.key << "] in models/guidance";
    EXPECT_GT(notes->mechanism.size(), 80U) << row.key;
    EXPECT_FALSE(all().metrics_changed_by(row.key).empty()) << row.key;
    EXPECT_FALSE(row.meaning.empty()) << row.key;
    EXPECT_FALSE(row.source.empty()) << row.key;
  }
  for (const ParameterInfo& row : run_table()) EXPECT_NE(all().parameter(row.key), nullptr) << row.key;
  for (const RelativeInfo& row : relative_table()) EXPECT_NE(all().parameter(row.target), nullptr) << row.key;
}

TEST_F(Texts, EveryMetricSaysWhatItMeansAndWhatChangesIt) {
  for (const MetricRow& row : metric_table()) {
    const MetricNotes& notes = *all().metric(row.key);  // the reader refuses one without
    EXPECT_FALSE(notes.changed_by.empty()) << row.key;
    EXPECT_FALSE(notes.meaning.ends_with('.')) << row.key << ": a phrase, no sentence";
    EXPECT_LE(display_width(notes.meaning), 100U) << row.key;
    EXPECT_NE(notes.reading.substr(0, notes.meaning.size()), notes.meaning) << row.key << " says it twice";
  }
}

TEST_F(Texts, EveryRegionHasATextAdviceAndAnExercise) {
  for (const Region& region : all().map.regions) {
    const RegionNotes* notes = all().region(region.key);
    ASSERT_NE(notes, nullptr) << region.key;
    EXPECT_GE(notes->advice.size(), 3U) << region.key;
    int exercises = 0;
    for (const GuidanceEntry* e : all().in_region(region.key)) exercises += e->kind == GuidanceKind::exercise ? 1 : 0;
    EXPECT_GE(exercises, 1) << region.key;
  }
}

/// Words with an underscore are keys: a text must not send people to a name that nobody knows.
std::vector<std::string> keys_in(std::string_view text) {
  std::vector<std::string> keys;
  std::string word;
  for (const char c : std::string(text) + " ") {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
      word += c;
    } else {
      if (word.find('_') != std::string::npos) keys.push_back(word);
      word.clear();
    }
  }
  return keys;
}

TEST_F(Texts, KeysInsideTextsExist) {
  const auto check = [&](const std::string& owner, const std::string& text) {
    for (const std::string& key : keys_in(text)) EXPECT_TRUE(is_known(key)) << owner << " mentions " << key;
  };
  for (const GuidanceEntry& e : all().entries) check(e.key, e.text);
  for (const RegionNotes& r : all().regions) check(r.key, r.text);
  for (const ParameterNotes& p : all().parameters) check(p.key, p.mechanism + " " + p.certainty);
  for (const MetricNotes& m : all().metrics) check(m.key, m.meaning + " " + m.reading + " " + m.validity);
}

/// One name, one thing. Speed, cadence and stride length alone are given and come out again.
TEST_F(Texts, NoNameMeansTwoThings) {
  std::map<std::string, int, std::less<>> uses;
  for (const auto& row : parameter_table()) ++uses[std::string(row.key)];
  for (const auto& row : run_table()) ++uses[std::string(row.key)];
  for (const auto& row : relative_table()) ++uses[std::string(row.key)];
  for (const auto& row : metric_table()) ++uses[std::string(row.key)];
  for (const Region& r : all().map.regions) ++uses[r.key];
  for (const GuidanceEntry& e : all().entries) ++uses[e.key];
  const std::set<std::string, std::less<>> given_and_measured{"speed_m_s", "cadence_spm", "stride_length_m"};
  for (const auto& [name, count] : uses) EXPECT_EQ(count, given_and_measured.contains(name) ? 2 : 1) << name;
}

TEST_F(Texts, TheTopicsRunnersAskForAreThere) {
  for (const char* key : {"rest",
                          "ice",
                          "compression",
                          "elevation",
                          "painkillers",
                          "warm_up",
                          "cool_down",
                          "massage",
                          "foam_roll",
                          "cross_training",
                          "walk_downhills",
                          "food_and_drink",
                          "sitting",
                          "standing",
                          "physiotherapy",
                          "gait_retraining",
                          "quicker_steps",
                          "replace_shoes",
                          "swelling",
                          "locking",
                          "grinding",
                          "instability",
                          "two_weeks",
                          "side_lying_leg_raise",
                          "clamshell",
                          "side_plank",
                          "squat",
                          "step_down",
                          "bridge",
                          "calf_raise_eccentric",
                          "nordic_hamstring",
                          "quadriceps_stretch",
                          "hamstring_stretch",
                          "calf_stretch",
                          "itb_hip_stretch"})
    EXPECT_NE(all().entry(key), nullptr) << key;
}

TEST_F(Texts, EveryStrengthHasTwoExercises) {
  for (const ParameterInfo& row : parameter_table()) {
    if (row.table != "strength") continue;
    int exercises = 0;
    for (const GuidanceEntry* e : all().acting_on(row.key)) exercises += e->kind == GuidanceKind::exercise ? 1 : 0;
    EXPECT_GE(exercises, 2) << row.key;
  }
}

int sentences_in(std::string_view text) {
  int count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool ends = text[i] == '.' || text[i] == '?' || text[i] == '!';
    count += ends && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n') ? 1 : 0;
  }
  return count;
}

TEST_F(Texts, AdviceIsShortAndEndsAsASentence) {
  constexpr std::size_t a_screen = 600;  // about eight lines of a terminal: more is not read
  for (const GuidanceEntry& e : all().entries) {
    EXPECT_GE(sentences_in(e.text), 2) << e.key;
    EXPECT_LE(sentences_in(e.text), 6) << e.key;
    EXPECT_LE(e.text.size(), a_screen) << e.key;
    EXPECT_EQ(e.text.back(), '.') << e.key;
    EXPECT_FALSE(e.evidence.empty()) << e.key;
  }
}

/// What trials did not find must not be promised.
TEST_F(Texts, NullResultsAreSaid) {
  using ::testing::HasSubstr;
  EXPECT_THAT(all().parameter("hip_strength_percent")->mechanism, HasSubstr("Above demand nothing changes"));
  EXPECT_THAT(all().parameter("q_angle_deg")->mechanism, HasSubstr("not the motion"));
  EXPECT_THAT(all().parameter("shoe")->mechanism, HasSubstr("does not cushion the kneecap"));
  EXPECT_THAT(all().parameter("knee_support")->mechanism, HasSubstr("pressure falls although the force does not"));
}

}  // namespace
}  // namespace stridelab
