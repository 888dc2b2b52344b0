#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "catalogue/metric_table.h"
#include "guidance/guidance.h"

namespace stridelab {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A folder of guidance files that lives as long as one test, with one region to name.
class Reader : public ::testing::Test {
 protected:
  Reader() : folder_(std::filesystem::temp_directory_path() / ("stridelab_guidance_" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    Region front;
    front.key = "front";
    front.metrics = {{"pfj_force_peak_bw", "kneecap force"}};
    Region hip;
    hip.key = "hip";
    map_.regions = {front, hip};
  }
  void SetUp() override {
    for (const MetricRow& row : metric_table()) words_[std::string(row.key)] = words({});
    write_words();
  }
  ~Reader() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  static std::string words(const std::vector<std::string>& changed_by, const std::string& more = "") {
    std::string by;
    for (const std::string& key : changed_by) by += "\"" + key + "\", ";
    return "meaning = \"x\"\nvalidity = \"x\"\nchanged_by = [" + by + "]\n" + more;
  }
  /// Every metric has its words, or the folder is refused.
  void write_words() {
    std::string text;
    for (const auto& [key, table] : words_) text += "[metric." + key + "]\n" + table;
    write("metrics.toml", text);
  }

  void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }

  std::string faults() const {
    const auto read = read_guidance(folder_, map_);
    return read ? "" : to_text(read.error());
  }

  std::filesystem::path folder_;
  RegionMap map_;
  std::map<std::string, std::string> words_;  ///< tables of metrics.toml
};

constexpr const char* good =
    "[[entry]]\nkey = \"ice\"\ntitle = \"Ice\"\nkind = \"self-care\"\nregions = [\"front\"]\n"
    "text = \"\"\"\nCold numbs.\nFor a while.\n\nNo more.\"\"\"\nmodelled = false\nevidence = \"weak\"\n";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST_F(Reader, LinesJoinAndEmptyLinesPartParagraphs) {
  write("a.toml", good);
  const auto read = read_guidance(folder_, map_);
  ASSERT_TRUE(read) << to_text(read.error());
  const GuidanceEntry* ice = read->entry("ice");
  ASSERT_NE(ice, nullptr);
  EXPECT_EQ(ice->text, "Cold numbs. For a while.\n\nNo more.");
  EXPECT_FALSE(ice->modelled());
  EXPECT_EQ(read->in_region("front").size(), 1U);
  EXPECT_TRUE(read->in_region("back").empty());
}

TEST_F(Reader, AllFaultsOfAllFilesInOnePass) {
  write("a.toml", std::string(good) + "[[entry]]\nkey = \"b\"\ntitel = \"B\"\ntext = \"x\"\nkind = \"magic\"\n");
  write("b.toml", std::string(good) + "[parameter.speed_m_s]\nmechanism = 3\n[[metric]]\n");
  write("c.toml", "[[region\n");
  const std::string text = faults();
  EXPECT_THAT(text, HasSubstr("a.toml:15:1: error: unknown key 'entry[1].titel'"));
  EXPECT_THAT(text, HasSubstr("did you mean title?"));
  EXPECT_THAT(text, HasSubstr("'entry[1].title' is missing"));
  EXPECT_THAT(text, HasSubstr("unknown kind 'magic'"));
  EXPECT_THAT(text, HasSubstr("neither acts_on nor modelled = false"));
  EXPECT_THAT(text, HasSubstr("b.toml:1:1: error: 'ice' is there already"));
  EXPECT_THAT(text, HasSubstr("'parameter.speed_m_s.mechanism' is missing or not a text"));
  EXPECT_THAT(text, HasSubstr("'parameter.speed_m_s.certainty' is missing"));
  EXPECT_THAT(text, HasSubstr("'metric' is missing or not a table"));
  EXPECT_THAT(text, HasSubstr("c.toml:"));
}

TEST_F(Reader, ANameThatIsNotThereIsAFaultOnItsLine) {
  write("a.toml", good);
  write("b.toml",
        "[[region]]\nkey = \"frnt\"\ntext = \"x\"\nadvice = [\"ice\", \"icee\"]\n"
        "[parameter.speed_m]\nmechanism = \"x\"\nengines = \"x\"\ncertainty = \"x\"\n"
        "[metric.vgrf_peak]\nmeaning = \"x\"\nvalidity = \"x\"\nregions = [\"tail\"]\n"
        "changed_by = [\"speed_m_s\",\n\"cadense_spm\"]\n");
  write("c.toml", replaced(replaced(good, "modelled = false", "acts_on = [\"masss_kg\"]"), "ice", "snow"));
  const std::string text = faults();
  EXPECT_THAT(text, HasSubstr("b.toml:2:7: error: there is no region 'frnt'"));
  EXPECT_THAT(text, HasSubstr("did you mean front?"));
  EXPECT_THAT(text, HasSubstr("b.toml:4:18: error: there is no entry 'icee'"));
  EXPECT_THAT(text, HasSubstr("did you mean ice?"));
  EXPECT_THAT(text, HasSubstr("b.toml:5:1: error: there is no parameter 'speed_m'"));
  EXPECT_THAT(text, HasSubstr("b.toml:9:1: error: there is no metric 'vgrf_peak'"));
  EXPECT_THAT(text, HasSubstr("did you mean vgrf_peak_bw?"));
  EXPECT_THAT(text, HasSubstr("b.toml:12:12: error: there is no region 'tail'"));
  EXPECT_THAT(text, HasSubstr("b.toml:14:1: error: there is no parameter 'cadense_spm'"));
  EXPECT_THAT(text, HasSubstr("did you mean cadence_spm?"));
  EXPECT_THAT(text, HasSubstr("c.toml:11:12: error: there is no parameter or metric 'masss_kg'"));
  EXPECT_THAT(text, ::testing::Not(HasSubstr("'ice'")));
}

TEST_F(Reader, AdviceIsForThePlaceThatNamesIt) {
  write("a.toml", good);
  write("b.toml", "[[region]]\nkey = \"hip\"\ntext = \"x\"\nadvice = [\"ice\"]\n");
  EXPECT_THAT(faults(), HasSubstr("b.toml:4:10: error: 'hip' advises 'ice', which is for other places"));
}

TEST_F(Reader, AMetricWithoutWordsIsRefusedByName) {
  words_.erase("vgrf_peak_bw");
  write_words();
  EXPECT_THAT(faults(), HasSubstr("metrics.toml: error: there is no [metric.vgrf_peak_bw]"));
  words_["vgrf_peak_bw"] = "validity = \"x\"\nchanged_by = []\n";
  write_words();
  EXPECT_THAT(faults(), HasSubstr("'metric.vgrf_peak_bw.meaning' is missing"));
}

/// Places that have a metric among their loads are told by the region map, the others by its words.
TEST_F(Reader, PlacesOfAMetricAreThoseWhoseLoadItIsAndTheOnesItNames) {
  words_["pfj_force_peak_bw"] = words({}, "regions = [\"hip\"]\n");
  words_["vgrf_peak_bw"] = words({}, "regions = [\"front\"]\n");
  write_words();
  const auto read = read_guidance(folder_, map_);
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_THAT(read->metric("pfj_force_peak_bw")->regions, ElementsAre("front", "hip"));
  EXPECT_THAT(read->metric("vgrf_peak_bw")->regions, ElementsAre("front"));
  EXPECT_THAT(read->metric("loading_rate_bw_s")->regions, ElementsAre());
  words_["pfj_force_peak_bw"] = words({}, "regions = [\"front\"]\n");
  write_words();
  EXPECT_THAT(faults(), HasSubstr("'front' has 'pfj_force_peak_bw' among its loads already"));
}

/// The strongest first; of equal ones those of the first table (braking), then in table order (propulsion, stiffness).
TEST_F(Reader, WhereAParameterShowsIsToldByTheMetrics) {
  words_["vgrf_peak_bw"] = words({"cadence_spm", "speed_m_s"});
  words_["leg_stiffness_kn_m"] = words({"speed_m_s"});
  words_["propulsion_peak_bw"] = words({"speed_m_s", "cadence_spm"});
  words_["braking_peak_bw"] = words({"speed_m_s"});
  write_words();
  const auto read = read_guidance(folder_, map_);
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_THAT(read->metrics_changed_by("speed_m_s"),
              ElementsAre("braking_peak_bw", "propulsion_peak_bw", "leg_stiffness_kn_m", "vgrf_peak_bw"));
  EXPECT_THAT(read->metrics_changed_by("cadence_spm"), ElementsAre("vgrf_peak_bw", "propulsion_peak_bw"));
  EXPECT_THAT(read->metrics_changed_by("mass_kg"), ElementsAre());
}

TEST_F(Reader, AnEmptyFolderIsAFault) {
  std::filesystem::remove(folder_ / "metrics.toml");
  EXPECT_THAT(faults(), HasSubstr("no *.toml file to read"));
}

}  // namespace
}  // namespace stridelab
