#include "model_files/models_origin.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "model_files/models_hash.h"

namespace stridelab {
namespace {

namespace fs = std::filesystem;

class ModelsOriginTest : public ::testing::Test {
 protected:
  ModelsOriginTest() { fs::copy(STRIDELAB_SOURCE_DIR "/models", folder_, fs::copy_options::recursive); }
  ~ModelsOriginTest() override {
    ::unsetenv("STRIDELAB_MODELS");
    fs::remove_all(folder_);
  }

  fs::path folder_ = fs::temp_directory_path() / ("stridelab_origin_" + std::to_string(::getpid()) +
                                                  ::testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(ModelsOriginTest, AnIdenticalCopyIsWhatShips) {
  EXPECT_TRUE(models_origin().shipped);
  ::setenv("STRIDELAB_MODELS", folder_.c_str(), 1);
  const ModelsOrigin origin = models_origin();
  EXPECT_TRUE(origin.shipped);
  EXPECT_EQ(origin.folder, folder_.string());
  EXPECT_EQ(origin.note(), "");
}

TEST_F(ModelsOriginTest, OneByteMakesAnotherModelThatSaysSo) {
  std::ofstream(folder_ / "loads" / "tibia.toml", std::ios::app) << "\n";
  ::setenv("STRIDELAB_MODELS", folder_.c_str(), 1);
  const ModelsOrigin origin = models_origin();
  EXPECT_FALSE(origin.shipped);
  EXPECT_EQ(origin.note(), "models: files in " + folder_.string() + " differ from the shipped ones (hash " +
                               origin.hash + "): figures are not comparable with published ones");
}

TEST_F(ModelsOriginTest, TheHashIsOfNamesAndBytesOfModelFilesAlone) {
  const std::string before = models_hash(folder_);
  EXPECT_THAT(before, ::testing::MatchesRegex("[0-9a-f]+"));
  EXPECT_EQ(before.size(), 16U);
  std::ofstream(folder_ / "notes.txt") << "not a model";
  EXPECT_EQ(models_hash(folder_), before);
  fs::rename(folder_ / "shoes" / "cushioned.toml", folder_ / "shoes" / "soft.toml");
  EXPECT_NE(models_hash(folder_), before);
  fs::rename(folder_ / "shoes" / "soft.toml", folder_ / "shoes" / "cushioned.toml");
  EXPECT_EQ(models_hash(folder_), before);
}

}  // namespace
}  // namespace stridelab
