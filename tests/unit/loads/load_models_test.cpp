#include "loads/load_models.h"

#include <gmock/gmock.h>

#include <fstream>

#include "core/frames.h"
#include "core/model_path.h"
#include "gait/strike_groups.h"

namespace stridelab {
namespace {

namespace fs = std::filesystem;

/// A copy of the shipped load models that a test may break.
class LoadModelFiles : public ::testing::Test {
 protected:
  fs::path folder = fs::temp_directory_path() /
                    (std::string("stridelab_") + ::testing::UnitTest::GetInstance()->current_test_info()->name());

  void SetUp() override {
    const fs::path shipped = model_path("loads/tibia.toml").value().parent_path().parent_path();
    fs::remove_all(folder);
    fs::create_directories(folder);
    for (const char* part : {"gait", "knee", "loads", "muscles"})
      fs::copy(shipped / part, folder / part, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(folder); }

  void write(const char* file, const char* text) const { std::ofstream(folder / file) << text; }

  [[nodiscard]] Diagnostics faults() const {
    const auto models = read_load_models(folder);
    return models ? Diagnostics{} : models.error();
  }
};

TEST_F(LoadModelFiles, ACopyReadsLikeTheInstallation) {
  EXPECT_TRUE(faults().empty());
  EXPECT_EQ(read_load_models(folder)->iliotibial.gerdy_m, read_load_models()->iliotibial.gerdy_m);
}

TEST_F(LoadModelFiles, TheLandingKnowsTheWaysToLandThatTheStrideKnows) {
  const auto models = read_load_models(folder);
  ASSERT_TRUE(models.has_value());
  EXPECT_EQ(models->impact.rearfoot_from_rad, strike_groups().rearfoot_from_deg * rad_per_deg);
  EXPECT_EQ(models->impact.forefoot_below_rad, strike_groups().forefoot_below_deg * rad_per_deg);
}

TEST_F(LoadModelFiles, EveryMissingFileIsNamed) {
  const auto models = read_load_models(fs::path("/nowhere"));
  ASSERT_FALSE(models.has_value());
  EXPECT_GE(models.error().size(), 8U);  // seven files of the loads, and at least one of the muscles
  EXPECT_EQ(models.error().front().file, "/nowhere/knee/patellofemoral.toml");
}

TEST_F(LoadModelFiles, FaultsOfTwoFilesAreFoundInOnePass) {
  write("loads/tibia.toml", "reference_height_m = \"tall\"\n");
  write("knee/supports.toml", "[brace\n");
  std::vector<std::string> files;
  for (const Diagnostic& fault : faults()) files.push_back(fs::path(fault.file).filename());
  EXPECT_THAT(files, ::testing::Contains("tibia.toml").Times(3));  // the height and two tables
  EXPECT_THAT(files, ::testing::Contains("supports.toml").Times(1));
}

TEST_F(LoadModelFiles, AWrongKindOfValueIsShownWithItsPlace) {
  write("loads/iliotibial_band.toml",
        "crest_m = [0, 0.1, 0.05]\ntrochanter_m = [0, 0, 0.08]\nepicondyle_m = [0, true, 0.05]\n"
        "knee_m = [0, -0.4, 0]\ngerdy_m = [0, -0.04, 0.04]\n");
  const Diagnostics found = faults();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].line, 3);
  EXPECT_THAT(found[0].message, ::testing::HasSubstr("epicondyle_m[1]"));
}

}  // namespace
}  // namespace stridelab
