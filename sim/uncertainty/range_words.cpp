#include <fmt/format.h>

#include <cmath>

#include "report/console_style.h"
#include "uncertainty/ranges.h"

namespace stridelab {
namespace {

std::string number(const MetricRange& range, double value) {
  if (!range.in_percent) return fmt::format("{:.1f}", value);
  std::string shown = signed_percent(value);
  shown.resize(shown.size() - 2);  // " %" is said once
  return shown;
}

std::string without_sign(std::string text) {
  if (text.starts_with('+') || text.starts_with('-')) text.erase(0, 1);
  return text;
}

nlohmann::ordered_json json_of(const std::optional<Spread>& spread) {
  if (!spread) return nullptr;
  return {{"p5", spread->p5}, {"p25", spread->p25}, {"p50", spread->p50}, {"p75", spread->p75}, {"p95", spread->p95}};
}

}  // namespace

std::string range_words(const MetricRange& range) {
  if (!range.change) return {};
  const Spread& c = *range.change;
  const std::string_view unit = range.in_percent ? "%" : metric(range.metric).row->unit;
  if (c.p5 < 0.0 && c.p95 > 0.0)
    return fmt::format("{} to {} {}: cannot tell", number(range, c.p5), number(range, c.p95), unit);
  const bool falls = c.p95 <= 0.0;
  return fmt::format("{} to {} {}", without_sign(number(range, falls ? c.p95 : c.p5)),
                     without_sign(number(range, falls ? c.p5 : c.p95)), unit);
}

ChangeRanges change_ranges(const std::vector<MetricRange>& ranges) {
  ChangeRanges out;
  for (const MetricRange& range : ranges)
    if (const std::string words = range_words(range); !words.empty()) out.words[range.metric] = words;
  if (out.words.empty()) return out;
  const MetricRange& first = ranges.front();
  out.decided = fmt::format("brackets: nine in ten of {} draws of what is not known", first.draws);
  if (first.without > 0) out.decided += fmt::format(" ({} had no stride)", first.without);
  std::string most;
  for (const RangeShare& share : first.decided_by)
    if (share.share >= 0.1)
      most += fmt::format("{}{} {:.0f} %", most.empty() ? "" : ", ", share.label, 100.0 * share.share);
  if (!most.empty()) out.decided += "; the first hangs on " + most;
  return out;
}

nlohmann::ordered_json ranges_json(const std::vector<MetricRange>& ranges) {
  nlohmann::ordered_json out{{"draws", ranges.empty() ? 0 : ranges.front().draws},
                             {"without_value", ranges.empty() ? 0 : ranges.front().without},
                             {"metrics", nlohmann::ordered_json::object()}};
  for (const MetricRange& range : ranges) {
    nlohmann::ordered_json one{{"a", json_of(range.level_a)}, {"b", json_of(range.level_b)}};
    one[range.in_percent ? "change_percent" : "change"] = json_of(range.change);
    for (const RangeShare& share : range.decided_by)
      one["decided_by"].push_back({{"what", share.label}, {"share", share.share}});
    out["metrics"][range.metric] = std::move(one);
  }
  return out;
}

}  // namespace stridelab
