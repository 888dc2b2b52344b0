#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "guidance/guidance.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

/// A folder of guidance files that lives as long as one test, with one region to name.
class Reader : public ::testing::Test {
 protected:
  Reader() : folder_(std::filesystem::temp_directory_path() / ("stridelab_guidance_" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    Region front;
    front.key = "front";
    map_.regions.push_back(front);
  }
  ~Reader() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }

  std::string faults() const {
    const auto read = read_guidance(folder_, map_);
    return read ? "" : to_text(read.error());
  }

  std::filesystem::path folder_;
  RegionMap map_;
};

constexpr const char* good =
    "[[entry]]\nkey = \"ice\"\ntitle = \"Ice\"\nkind = \"self-care\"\nregions = [\"front\"]\n"
    "text = \"\"\"\nCold numbs.\nFor a while.\n\nNo more.\"\"\"\nmodelled = false\nevidence = \"weak\"\n";

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

TEST_F(Reader, NamesOfRegionsAndAdviceMustExist) {
  write("a.toml", good);
  write("b.toml",
        "[[region]]\nkey = \"elbow\"\ntext = \"x\"\nadvice = [\"ice\", \"magic\"]\n"
        "[metric.m]\nreading = \"x\"\nvalidity = \"x\"\nregions = [\"tail\"]\nchanged_by = []\n");
  const std::string text = faults();
  EXPECT_THAT(text, HasSubstr("'[[region]]' names the region 'elbow', which is not there"));
  EXPECT_THAT(text, HasSubstr("'elbow' advises 'magic', which is no entry"));
  EXPECT_THAT(text, HasSubstr("'m' names the region 'tail', which is not there"));
  EXPECT_THAT(text, ::testing::Not(HasSubstr("advises 'ice'")));
}

TEST_F(Reader, AnEmptyFolderIsAFault) { EXPECT_THAT(faults(), HasSubstr("no *.toml file to read")); }

}  // namespace
}  // namespace stridelab
