#include <fmt/format.h>

#include "scenario/scenario.h"

namespace stridelab {

std::string settings_without_effect(const RunSettings& settings) {
  if (settings.is_forward()) return {};
  std::vector<std::string> idle;
  for (const std::string& key : settings.given)
    if (key != "engine") idle.push_back(key);
  if (idle.empty()) return {};
  std::string names = idle.front();
  for (std::size_t i = 1; i < idle.size(); ++i) names += (i + 1 == idle.size() ? " and " : ", ") + idle[i];
  return fmt::format("{} {} no effect with the stride engine: one stride, the same each time", names,
                     idle.size() == 1 ? "has" : "have");
}

}  // namespace stridelab
