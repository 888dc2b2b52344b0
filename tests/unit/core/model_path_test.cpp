#include "core/model_path.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <fstream>

namespace stridelab {
namespace {
namespace fs = std::filesystem;

class ModelPath : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("stridelab_models_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
    std::ofstream(folder_ / "own.toml") << "x = 1\n";
    ::setenv("STRIDELAB_MODELS", folder_.c_str(), 1);
  }
  void TearDown() override {
    ::unsetenv("STRIDELAB_MODELS");
    fs::remove_all(folder_);
  }
  fs::path folder_;
};

TEST_F(ModelPath, TheEnvironmentComesFirst) { EXPECT_EQ(model_path("own.toml").value(), folder_ / "own.toml"); }

TEST_F(ModelPath, WithTheEnvironmentSetNothingElseIsLookedAt) {
  EXPECT_FALSE(model_path("gait/reflexes.toml"));
  EXPECT_TRUE(model_paths("shoes").empty());
  ::setenv("STRIDELAB_MODELS", "/nowhere", 1);
  EXPECT_FALSE(models_folder());
  ::setenv("STRIDELAB_MODELS", "", 1);  // empty counts as not set
  EXPECT_TRUE(model_path("gait/reflexes.toml"));
  EXPECT_GT(model_paths("shoes").size(), 2U);
}

TEST_F(ModelPath, AMissingFileNamesThePlaceLookedAt) {
  const auto missing = model_path("no/such.toml");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message, "model file not found");
  EXPECT_NE(missing.error().help.find((folder_ / "no/such.toml").string()), std::string::npos);
  EXPECT_EQ(missing.error().help.find(STRIDELAB_SOURCE_DIR "/models"), std::string::npos);
  EXPECT_NE(missing.error().help.find("STRIDELAB_MODELS"), std::string::npos);
}

}  // namespace
}  // namespace stridelab
