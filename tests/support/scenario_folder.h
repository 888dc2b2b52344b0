#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "scenario/scenario.h"

namespace stridelab::testing {

/// A folder of scenario files that lives as long as one test.
class ScenarioFolder : public ::testing::Test {
 protected:
  ScenarioFolder() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("stridelab_" + std::to_string(::getpid()) + "_" + test->test_suite_name() + "_" + test->name());
    std::filesystem::create_directories(folder_);
  }
  ~ScenarioFolder() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::filesystem::path write(const std::string& name, std::string_view text) {
    const auto path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  /// The faults of a file as one text, with the folder cut off the paths.
  std::string faults_of(const std::filesystem::path& path, const std::vector<std::string>& overrides = {}) {
    const auto scenario = read_scenario(path, overrides, metrics());
    if (scenario) return "";
    std::string text = to_text(scenario.error());
    const std::string prefix = folder_.string() + "/";
    for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) text.erase(at, prefix.size());
    return text;
  }

  /// A scenario that must be good.
  Scenario good(const std::filesystem::path& path, const std::vector<std::string>& overrides = {}) {
    const auto scenario = read_scenario(path, overrides, metrics());
    EXPECT_TRUE(scenario.has_value()) << (scenario ? "" : to_text(scenario.error()));
    return scenario.value_or(Scenario{});
  }

  /// Two metrics are enough to tell a known name from an unknown one.
  static MetricNames metrics() {
    return {[](std::string_view key) { return key == "pfj_force_peak_bw" || key == "vgrf_peak_bw"; },
            [](std::string_view key) { return key.starts_with("pfj") ? "pfj_force_peak_bw" : ""; }};
  }

  std::filesystem::path folder_;
};

}  // namespace stridelab::testing
