#include "guidance/guidance.h"

#include <algorithm>
#include <tuple>

#include "catalogue/metric_table.h"

namespace stridelab {
namespace {

template <typename Row>
const Row* with_key(const std::vector<Row>& rows, std::string_view key) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.key == key; });
  return row == rows.end() ? nullptr : &*row;
}

bool holds(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <typename Wanted>
std::vector<const GuidanceEntry*> those(const std::vector<GuidanceEntry>& entries, Wanted wanted) {
  std::vector<const GuidanceEntry*> found;
  for (const GuidanceEntry& entry : entries)
    if (wanted(entry)) found.push_back(&entry);
  return found;
}

}  // namespace

std::string_view to_text(GuidanceKind kind) {
  switch (kind) {
    case GuidanceKind::self_care:
      return "self-care";
    case GuidanceKind::warm_up:
      return "warm-up";
    case GuidanceKind::exercise:
      return "exercise";
    case GuidanceKind::stretch:
      return "stretch";
    case GuidanceKind::habit:
      return "habit";
    case GuidanceKind::professional:
      return "professional";
    case GuidanceKind::warning_sign:
      return "warning sign";
    case GuidanceKind::mechanism:
      return "mechanism";
  }
  return "";
}

std::string ParameterNotes::doubt() const {
  std::string clause;
  int depth = 0;  // of brackets: citations, which belong to the whole text
  for (std::size_t i = 0; i < certainty.size(); ++i) {
    const char c = certainty[i];
    const bool is_end = (c == ';' || c == '.') && (i + 1 == certainty.size() || certainty[i + 1] == ' ');
    if (depth == 0 && is_end) break;
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth == 0 && c != ')') clause += c;
    if (c == '(' && clause.ends_with(' ')) clause.pop_back();
  }
  return clause;
}

const GuidanceEntry* Guidance::entry(std::string_view key) const { return with_key(entries, key); }
const RegionNotes* Guidance::region(std::string_view key) const { return with_key(regions, key); }
const ParameterNotes* Guidance::parameter(std::string_view key) const { return with_key(parameters, key); }
const MetricNotes* Guidance::metric(std::string_view key) const { return with_key(metrics, key); }

std::vector<const GuidanceEntry*> Guidance::in_region(std::string_view region) const {
  return those(entries, [&](const GuidanceEntry& e) { return holds(e.regions, region); });
}

std::vector<const GuidanceEntry*> Guidance::of_kind(GuidanceKind kind) const {
  return those(entries, [&](const GuidanceEntry& e) { return e.kind == kind; });
}

std::vector<const GuidanceEntry*> Guidance::acting_on(std::string_view key) const {
  return those(entries, [&](const GuidanceEntry& e) { return holds(e.acts_on, key); });
}

std::vector<std::string> Guidance::metrics_changed_by(std::string_view parameter) const {
  std::vector<std::tuple<std::ptrdiff_t, Shown, std::string>> moved;  // in table order
  for (const MetricRow& row : metric_table()) {
    const std::vector<std::string>& by = metric(row.key)->changed_by;
    const auto at = std::find(by.begin(), by.end(), parameter);
    if (at != by.end()) moved.emplace_back(at - by.begin(), row.shown, row.key);
  }
  std::stable_sort(moved.begin(), moved.end(), [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
  });
  std::vector<std::string> keys;
  for (const auto& one : moved) keys.push_back(std::get<2>(one));
  return keys;
}

}  // namespace stridelab
