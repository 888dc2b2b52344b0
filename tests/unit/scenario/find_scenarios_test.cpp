#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "scenario/scenario.h"

namespace stridelab {
namespace {

// A folder may hold plans of weeks beside its scenarios: `run` takes the scenarios alone, a plan only when it is named.
TEST(FindScenarios, LeavesPlansToTheirOwnCommand) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "stridelab_find_scenarios";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "plans");
  for (const char* name : {"b.toml", "a.toml", "plans/jump.plan.toml", "all.design.toml", "notes.md"})
    std::ofstream(folder / name) << "";
  const auto in_folder = find_scenarios(std::vector<std::string>{folder.string()});
  ASSERT_TRUE(in_folder);
  EXPECT_EQ(*in_folder, (std::vector<std::filesystem::path>{folder / "a.toml", folder / "b.toml"}));
  const std::string plan = (folder / "plans/jump.plan.toml").string();
  EXPECT_EQ(find_scenarios(std::vector<std::string>{plan}).value().size(), 1U);
  EXPECT_FALSE(find_scenarios(std::vector<std::string>{(folder / "plans").string()})) << "no scenario in there";
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace stridelab
