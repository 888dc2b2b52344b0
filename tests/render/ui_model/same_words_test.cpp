// The view and the command line explain the same change with the same words.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "cli/cli.h"
#include "render/ui/view_model.h"

namespace stridelab::view {
namespace {

const std::string easy_run = STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml";

/// What `compare` writes to stdout.
std::string compared(const std::string& change, const std::vector<std::string>& more) {
  std::vector<std::string> arguments{"compare", easy_run, "--set-b", change};
  arguments.insert(arguments.end(), more.begin(), more.end());
  std::ostringstream out, err;
  run_cli(arguments, Console{out, err, {}, {}});
  return out.str();
}

/// With single blanks between words.
std::string unwrapped(const std::string& text) {
  std::istringstream words(text);
  std::string all;
  for (std::string word; words >> word;) all += (all.empty() ? "" : " ") + word;
  return all;
}

TEST(Why, TheViewAndTheCommandLineSayTheSame) {
  auto model = ViewModel::open(easy_run);
  ASSERT_TRUE(model);
  for (const auto& [key, value] :
       {std::pair{"cadence_spm", "187"}, std::pair{"hip_strength_percent", "50"}, std::pair{"trunk_lean_deg", "13"}}) {
    (*model)->reset_all();
    (*model)->set_number(key, std::stod(value));
    (*model)->settle();
    const std::string& said = (*model)->why();
    const std::string change = std::string(key) + "=" + value;
    EXPECT_GT(said.size(), 40U);
    EXPECT_EQ(nlohmann::json::parse(compared(change, {"--json", "-"}))["why"], said);
    EXPECT_NE(compared(change, {"--markdown", "-"}).find("\nWhy: "), std::string::npos);
    const std::string console = unwrapped(compared(change, {"--more"}));
    EXPECT_NE(console.find("Why: " + said + " A "), std::string::npos) << said << "\n" << console;
  }
}

}  // namespace
}  // namespace stridelab::view
