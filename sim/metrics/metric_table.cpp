#include "metrics/metric_table.h"

#include <algorithm>

#include "core/text.h"
#include "metrics/metric_rows.h"

namespace stridelab {
namespace {

std::vector<MetricRow> make_table() {
  std::vector<MetricRow> table;
  for (const auto& rows :
       {kneecap_rows(), muscles_rows(), joints_rows(), ground_rows(), posture_rows(), motion_rows(), quality_rows()})
    table.insert(table.end(), rows.begin(), rows.end());
  return table;
}

/// Removes a leg suffix and says which leg it named.
Side take_side(std::string_view& key) {
  constexpr std::string_view left = "_left";
  constexpr std::string_view right = "_right";
  if (key.ends_with(left)) {
    key.remove_suffix(left.size());
    return Side::left;
  }
  if (key.ends_with(right)) key.remove_suffix(right.size());
  return Side::right;
}

}  // namespace

std::string_view group_heading(MetricGroup group) {
  switch (group) {
    case MetricGroup::kneecap:
      return "Kneecap";
    case MetricGroup::muscles:
      return "Muscles and neighbours";
    case MetricGroup::joint_moments:
      return "Joint effort (stance peaks)";
    case MetricGroup::ground:
      return "Ground forces";
    case MetricGroup::posture:
      return "Posture";
    case MetricGroup::motion:
      return "Stride";
    case MetricGroup::quality:
      return "Quality of the solution";
  }
  return "";
}

std::string_view to_text(Confidence confidence) {
  return confidence == Confidence::direction ? "direction known, size uncertain" : "size and direction";
}

const std::vector<MetricRow>& metric_table() {
  static const std::vector<MetricRow> table = make_table();
  return table;
}

std::optional<MetricName> find_metric(std::string_view key) {
  std::string_view stem = key;
  const Side side = take_side(stem);
  const std::vector<MetricRow>& table = metric_table();
  const auto row = std::find_if(table.begin(), table.end(), [&](const MetricRow& r) { return r.key == stem; });
  if (row == table.end() || (stem != key && !row->sided)) return std::nullopt;
  return MetricName{&*row, static_cast<int>(row - table.begin()), side};
}

const std::vector<std::string_view>& metric_keys() {
  static const std::vector<std::string_view> keys = [] {
    std::vector<std::string_view> all;
    for (const MetricRow& row : metric_table()) all.push_back(row.key);
    return all;
  }();
  return keys;
}

std::string nearest_metric(std::string_view key) {
  std::string_view stem = key;
  take_side(stem);
  return std::string(nearest_spelling(stem, metric_keys()).value_or(""));
}

}  // namespace stridelab
