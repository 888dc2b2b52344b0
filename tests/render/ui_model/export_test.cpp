#include "render/ui/export.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "cli/run_command.h"
#include "scenario/scenario.h"

namespace stridelab::view {
namespace {

namespace fs = std::filesystem;

const std::string scenarios = STRIDELAB_SOURCE_DIR "/scenarios/";

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The cells of a table without quoted commas in its last columns, `solve_time_ms` blanked: no two clocks agree.
std::string without_clock(const std::string& csv) {
  const std::string head = csv.substr(0, csv.find('\n'));
  const std::size_t key = head.find("solve_time_ms");
  EXPECT_NE(key, std::string::npos);
  const auto after = std::count(head.begin() + static_cast<std::ptrdiff_t>(key), head.end(), ',');
  std::string row = csv.substr(head.size() + 1);
  std::size_t end = row.size() - 1;  // of the cell: the line end, then comma by comma from the right
  for (std::ptrdiff_t i = 0; i < after; ++i) end = row.rfind(',', end - 1);
  const std::size_t begin = row.rfind(',', end - 1) + 1;
  EXPECT_GT(std::stod(row.substr(begin, end - begin)), 0.0);
  return head + "\n" + row.substr(0, begin) + row.substr(end);
}

class Export : public ::testing::Test {
 protected:
  fs::path folder_ = fs::path(::testing::TempDir()) / ("stridelab_export_" + std::to_string(::getpid()));
  Export() { fs::remove_all(folder_); }
  ~Export() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  /// What the headless program writes.
  std::string headless(const std::string& scenario, const std::vector<std::string>& overrides) const {
    fs::create_directories(folder_ / "headless");
    const fs::path file = folder_ / "headless" / "run.csv";
    std::ostringstream out, err;
    RunOptions options;
    options.paths = {scenario};
    options.overrides = overrides;
    options.csv = file.string();
    options.quiet = true;
    run_command(options, {out, err, {}, {}, false}, Engines{});
    return content(file);
  }
};

std::unique_ptr<ViewModel> settled(const std::string& scenario, const std::vector<std::string>& overrides) {
  auto model = ViewModel::open(scenario, overrides);
  EXPECT_TRUE(model) << (model ? "" : to_text(model.error()));
  (*model)->settle();
  return *std::move(model);
}

// The third has checks on changes, so that its status needs its base; the fourth fails one of them.
TEST_F(Export, TheNumbersAreThoseOfTheHeadlessProgram) {
  using Overrides = std::vector<std::string>;
  for (const auto& [name, overrides] :
       {std::pair{"easy_run.toml", Overrides{}}, std::pair{"easy_run.toml", Overrides{"cadence_percent=10"}},
        std::pair{"quick_steps.toml", Overrides{}}, std::pair{"quick_steps.toml", Overrides{"cadence_percent=1"}}}) {
    const auto model = settled(scenarios + name, overrides);
    ASSERT_TRUE(model->shows_form()) << model->message();
    const auto csv = csv_text(*model->b(), model->strides(), model->models());
    ASSERT_TRUE(csv) << csv.error();
    EXPECT_EQ(without_clock(*csv), without_clock(headless(scenarios + name, overrides))) << name;
  }
}

TEST_F(Export, EachFileHasANameOfItsOwn) {
  const auto model = settled(scenarios + "easy_run.toml", {"cadence_percent=10"});
  std::set<std::string> names;
  for (int i = 0; i < 3; ++i) {
    const auto said = fulfil(Wish::export_csv, *model, folder_);
    ASSERT_TRUE(said) << said.error();
    for (const auto& file : fs::directory_iterator(folder_))
      if (names.insert(file.path().filename().string()).second) {
        EXPECT_NE(said->find(file.path().filename().string()), std::string::npos) << *said;
      }
    EXPECT_EQ(names.size(), static_cast<std::size_t>(i + 1));
  }
  EXPECT_TRUE(names.contains("easy_run_cadence_percent_10.csv")) << *names.begin();
}

TEST_F(Export, WhatCannotBeWrittenIsSaid) {
  const auto model = settled(scenarios + "easy_run.toml", {});
  std::ofstream(folder_.string() + "_file") << "in the way";
  const auto said = fulfil(Wish::export_csv, *model, folder_.string() + "_file/below");
  EXPECT_FALSE(said);
  EXPECT_FALSE(fulfil(Wish::export_png, *model, folder_));
  fs::remove(folder_.string() + "_file");
}

}  // namespace
}  // namespace stridelab::view
