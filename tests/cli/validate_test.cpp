#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli.h"
#include "support/models_folder.h"
#include "support/report_schema.h"
#include "support/synthetic_forward.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The command as it ships, with both engines: once for all tests, as it takes seconds.
struct ShippedValidation {
  int code = -1;
  std::string screen, markdown;
  nlohmann::json json;

  ShippedValidation() {
    const auto folder = std::filesystem::temp_directory_path() / ("stridelab_validate_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::ostringstream out, err;
    const std::vector<std::string> arguments{"validate", "--json", (folder / "v.json").string(), "--markdown",
                                             (folder / "v.md").string()};
    code = run_cli(arguments, {out, err, {false, 100}, {false, 100}}, Engines{});
    screen = out.str();
    markdown = text_of(folder / "v.md");
    json = nlohmann::json::parse(text_of(folder / "v.json"));
    std::filesystem::remove_all(folder);
  }
};

const ShippedValidation& shipped() {
  static const ShippedValidation once;
  return once;
}

TEST(Validate, EveryFigureIsWhereItWasStored) { EXPECT_EQ(shipped().code, 0) << shipped().screen; }

// The same text at every level of optimisation: both engines give the same bits, and cells are rounded.
TEST(Validate, ThePageInTheRepositoryIsFresh) {
  EXPECT_EQ(shipped().markdown, text_of(STRIDELAB_SOURCE_DIR "/sim/VALIDATION.md"))
      << "stridelab validate --markdown sim/VALIDATION.md writes it";
}

TEST(Validate, TheFirstScreenIsOne) {
  std::istringstream lines(shipped().screen);
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) EXPECT_LE(line.size(), 100U) << line;
  EXPECT_LE(count, 42);  // a line for every published effect that is missed
  EXPECT_THAT(shipped().screen, HasSubstr("Nm/kg"));
}

TEST(Validate, JsonFollowsItsSchema) {
  EXPECT_EQ(test::schema_faults(shipped().json, "validation/validation.schema.json"), "");
}

// 91 curves: 38 tables of the catalogue at their speeds. 34 effects. Nothing may be lost on the way.
TEST(Validate, NothingIsLeftOut) {
  EXPECT_EQ(shipped().json["curves"].size(), 91U);
  EXPECT_EQ(shipped().json["effects"].size(), 34U);
  EXPECT_EQ(shipped().json["strides"].size(), 6U);
  for (const auto& curve : shipped().json["curves"]) {
    EXPECT_FALSE(curve["stride"].is_null()) << curve["key"];
    EXPECT_THAT(shipped().markdown, HasSubstr(curve["title"].get<std::string>()));
  }
}

// What the JSON says of a curve can be recomputed from its own samples, which have seven digits.
TEST(Validate, SharesFollowFromTheSamples) {
  for (const auto& curve : shipped().json["curves"]) {
    const auto& a = curve["stride"];
    const double offset = curve["zero"].is_null() ? 0.0 : a["offset"].get<double>();
    int inside = 0;
    for (std::size_t i = 0; i < a["model"].size(); ++i)
      inside += std::abs(a["model"][i].get<double>() - offset - a["mean"][i].get<double>()) <= a["sd"][i] ? 1 : 0;
    const double one_sample = 100.0 / static_cast<double>(a["model"].size());  // one may lie on the very edge
    EXPECT_NEAR(one_sample * inside, a["share_inside_percent"].get<double>(), 1.01 * one_sample) << curve["key"];
  }
}

/// The command with known engines behind it; what a test writes below reference/ is read instead of what ships.
class ValidateCommand : public test::ModelsFolder {
 protected:
  int run(std::vector<std::string> arguments) {
    out.str("");
    err.str("");
    arguments.insert(arguments.begin(), "validate");
    return run_cli(arguments, {out, err, {false, 100}, {false, 100}}, test::synthetic_engines());
  }

  static std::string shipped_file(const std::string& name) { return STRIDELAB_SOURCE_DIR "/models/reference/" + name; }

  std::ostringstream out, err;
};

TEST_F(ValidateCommand, AnotherModelLeavesTheStoredFigures) {
  EXPECT_EQ(run({}), 1);
  EXPECT_THAT(out.str(), HasSubstr("left their stored expectation"));
}

TEST_F(ValidateCommand, ExpectationsChangeOnlyWhenAsked) {
  const auto file = write("reference/validation_expected.toml", text_of(shipped_file("validation_expected.toml")));
  EXPECT_EQ(run({}), 1);
  EXPECT_EQ(text_of(file), text_of(shipped_file("validation_expected.toml")));
  EXPECT_EQ(run({"--write-expected", file.string()}), 0);
  EXPECT_NE(text_of(file), text_of(shipped_file("validation_expected.toml")));
  EXPECT_EQ(run({}), 0) << out.str();
  EXPECT_THAT(out.str(), HasSubstr("figures are where they were stored"));
}

// A figure that is stored and no longer there, or there and not stored, is a change as well.
TEST_F(ValidateCommand, FiguresWithoutACounterpartAreNamed) {
  const auto file = write("reference/validation_expected.toml", "");
  EXPECT_EQ(run({"--write-expected", file.string()}), 0);
  write("reference/validation_expected.toml", test::changed(file, "\"knee_flexion_2.5\"", "\"knee_bending_2.5\""));
  EXPECT_EQ(run({"--more"}), 1);
  EXPECT_THAT(out.str(), HasSubstr("stride_share_percent of knee_flexion_2.5: new"));
  EXPECT_THAT(out.str(), HasSubstr("stride_share_percent of knee_bending_2.5: stored, but gone"));
}

// The known forward engine falls above 5 m/s.
TEST_F(ValidateCommand, ARunThatFallsIsARowThatSaysSo) {
  write("reference/published_effects.toml",
        test::changed(shipped_file("published_effects.toml"), "b = [\"speed_m_s=3.5\"]", "b = [\"speed_m_s=5.2\"]"));
  EXPECT_EQ(run({"--more"}), 1);
  EXPECT_THAT(out.str(), HasSubstr("the runner fell at 2.4 s"));
}

TEST_F(ValidateCommand, BrokenReferencesAreInvalidInput) {
  write("reference/published_effects.toml",
        "[mine]\nfamily = \"shoe\"\na = []\nb = []\nmetric = \"pfj_force\"\nkind = \"percent\"\nband = [2, 1]\n"
        "published = \"x\"\nsource = \"x\"\norigin = \"guessed\"\nmechanism = \"x\"\n");
  EXPECT_EQ(run({}), 2);
  EXPECT_THAT(err.str(), HasSubstr("'pfj_force' is no metric"));
  EXPECT_THAT(err.str(), HasSubstr("'guessed'"));
  EXPECT_THAT(err.str(), HasSubstr("'mine.band' needs two numbers, the smaller first"));
}

TEST_F(ValidateCommand, UnwritableOutputsAndWrongUsage) {
  EXPECT_EQ(run({"--json", (folder_ / "no" / "such" / "v.json").string()}), 4);
  EXPECT_EQ(run({"--mroe"}), 64);
  EXPECT_THAT(err.str(), HasSubstr("did you mean '--more'?"));
}

TEST_F(ValidateCommand, JsonAloneGoesToStdout) {
  run({"--json", "-", "--more"});
  const auto json = nlohmann::json::parse(out.str());
  EXPECT_EQ(test::schema_faults(json, "validation/validation.schema.json"), "");
  EXPECT_THAT(err.str(), HasSubstr("forward - stride"));
}

}  // namespace
}  // namespace stridelab
