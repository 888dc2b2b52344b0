#include "levers/lever_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "report/console_style.h"

namespace stridelab {
namespace {

constexpr double worth_percent = 0.5;  ///< less is no lever
constexpr double agree_points = 3.0;   ///< of the ways to work the kneecap's force out

}  // namespace

LeverGroups lever_groups(const LeverStudy& study) {
  LeverGroups groups;
  for (const LeverResult& result : study.results) {
    auto& group = result.percent <= -worth_percent  ? groups.lowers
                  : result.percent >= worth_percent ? groups.raises
                                                    : groups.leaves;
    group.push_back(&result);
  }
  std::reverse(groups.raises.begin(), groups.raises.end());
  return groups;
}

std::string pays_text(const LeverResult& result) {
  return result.pays.empty() ? "nothing else rises" : "pays: " + result.pays;
}

std::string sure_text(const LeverResult& result) {
  if (result.doubt.empty()) return {};
  std::string doubt = result.doubt;
  doubt.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(doubt.front())));
  return "how sure: " + doubt;
}

std::string methods_text(const LeverResult& result) {
  if (result.method_percent.empty()) return {};
  const auto [low, high] = std::ranges::minmax(result.method_percent);
  if (high - low <= agree_points) return {};
  return fmt::format("by three ways to work out the force: {} to {}", signed_percent(low), signed_percent(high));
}

}  // namespace stridelab
