#pragma once

#include <gmock/gmock.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "report/json_report.h"
#include "study/run_scenario.h"
#include "support/scenario_folder.h"
#include "support/synthetic_forward.h"

namespace stridelab::testing {

/// Reports of forward runs with known steps.
class ForwardReport : public ScenarioFolder {
 protected:
  std::shared_ptr<test::ForwardLog> log = std::make_shared<test::ForwardLog>();
  RunCache cache{read_load_models().value(), test::synthetic_engines(log), 0.005};

  RunReport run(const std::string& name, std::string_view text, std::vector<std::string> overrides = {},
                ChecksOf checks = ChecksOf::scenario) {
    const auto scenario = read_scenario(write(name, text), overrides);
    EXPECT_TRUE(scenario.has_value()) << (scenario ? "" : to_text(scenario.error()));
    return run_scenario(scenario.value_or(Scenario{}), cache, checks);
  }

  RunReport easy(std::vector<std::string> more = {}) {
    more.emplace_back("engine=forward");
    return run("easy.toml", "question = \"An easy run?\"\n[form]\nspeed_m_s = 3.3\n", more);
  }
  RunReport held() { return easy({"assist_percent=5"}); }
  RunReport stride() { return run("easy.toml", "question = \"An easy run?\"\n[form]\nspeed_m_s = 3.3\n"); }
  RunReport fallen() { return run("sprint.toml", "[form]\nspeed_m_s = 5.2\n", {"engine=forward", "assist_percent=5"}); }

  RunReport quick(std::vector<std::string> more = {"engine=forward"}) {
    easy();
    return run("quick.toml", R"toml(base = "easy.toml"
[form]
cadence_percent = 10
[[check]]
metric = "pfj_force_peak_bw"
change_percent = { min = -22, max = -8 }
source = "somebody 2020"
)toml",
               more);
  }
};

inline nlohmann::json parsed(const nlohmann::ordered_json& document) {
  return nlohmann::json::parse(json_text(document));
}
inline nlohmann::json first_run(const RunReport& report) { return parsed(report_to_json({report}))["runs"][0]; }

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace stridelab::testing
