// The view and the command line explain the same change with the same words.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli.h"
#include "render/ui/view_model.h"

namespace stridelab::view {
namespace {

const std::string easy_run = STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml";

std::string compared(const std::string& output, const std::string& change) {
  std::ostringstream out, err;
  run_cli({"compare", easy_run, "--set-b", change, output, "-"}, Console{out, err, {}, {}});
  return out.str();
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
    EXPECT_EQ(nlohmann::json::parse(compared("--json", change))["why"], said);
    const std::string page = compared("--markdown", change);
    EXPECT_NE(page.find("Why: "), std::string::npos) << page;
  }
}

}  // namespace
}  // namespace stridelab::view
