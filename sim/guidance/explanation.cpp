#include "guidance/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/text.h"
#include "guidance/explain_parts.h"

namespace stridelab {
namespace {

/// The key a name stands for: "Side plank" and "side-plank" are side_plank.
std::string as_key(std::string_view name) {
  std::string key;
  for (const char c : name) {
    const bool is_gap = c == ' ' || c == '-' || c == '_' || c == ',' || c == '/';
    if (is_gap && (key.empty() || key.back() == '_')) continue;
    if (c == '\'') continue;  // runner's knee
    key += is_gap ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return key;
}

/// The region of that key, or of that name or label: "calf_achilles" is the calf.
const Region* region_called(std::string_view key, const Guidance& guidance) {
  for (const Region& r : guidance.map.regions)
    if (r.key == key || as_key(r.name) == key || as_key(r.label) == key) return &r;
  return nullptr;
}

template <typename Rows>
ExplainedLinks keys_of(std::string heading, const Rows& rows) {
  ExplainedLinks group{std::move(heading), {}};
  for (const auto& row : rows) group.links.push_back({std::string(row.key), {}});
  return group;
}

struct KindHeading {
  GuidanceKind kind;
  std::string_view heading;
};

constexpr std::array headings{KindHeading{GuidanceKind::warning_sign, "Warning signs"},
                              KindHeading{GuidanceKind::self_care, "Self-care"},
                              KindHeading{GuidanceKind::habit, "Running habits and cues"},
                              KindHeading{GuidanceKind::warm_up, "Warming up and cooling down"},
                              KindHeading{GuidanceKind::exercise, "Strengthening exercises"},
                              KindHeading{GuidanceKind::stretch, "Stretches"},
                              KindHeading{GuidanceKind::professional, "With a professional"},
                              KindHeading{GuidanceKind::mechanism, "Background"}};

void add_parameters(std::vector<ExplainedLinks>& groups) {
  groups.push_back(keys_of("Parameters", parameter_table()));
  groups.push_back(keys_of("Parameters that change another by a percentage", relative_table()));
  groups.push_back(keys_of("Settings of a run", run_table()));
}

void add_metrics(std::vector<ExplainedLinks>& groups) {
  std::string_view last;
  for (const MetricRow& row : metric_table()) {
    const std::string_view heading = group_heading(row.group);
    if (heading != last) groups.push_back({fmt::format("Metrics: {}", heading), {}});
    last = heading;
    groups.back().links.push_back({std::string(row.key), std::string(row.label)});
  }
}

std::optional<Explanation> found(std::string_view key, const Guidance& guidance) {
  if (const ParameterInfo* info = find_parameter(key)) return explain_parameter(*info, guidance);
  if (const ParameterInfo* info = find_run_setting(key)) return explain_parameter(*info, guidance);
  if (const RelativeInfo* info = find_relative(key)) return explain_relative(*info, guidance);
  if (const auto metric = find_metric(key)) return explain_metric(*metric->row, guidance);
  if (const Region* region = region_called(key, guidance)) return explain_region(*region, guidance);
  if (const GuidanceEntry* entry = guidance.entry(key)) return explain_topic(*entry, guidance);
  for (const PeopleWord& word : guidance.words)
    if (as_key(word.says) == key && word.means != key) return found(word.means, guidance);
  for (const Region& region : guidance.map.regions)
    for (const std::string& says : region.words)
      if (as_key(says) == key) return explain_region(region, guidance);
  return std::nullopt;
}

/// The first words of a key, as many as `like` has.
std::string_view first_words(std::string_view key, std::string_view like) {
  std::size_t end = 0;
  for (auto words = 1 + std::count(like.begin(), like.end(), '_'); words > 0 && end < key.size(); --words)
    end = std::min(key.find('_', end + 1), key.size());
  return key.substr(0, end);
}

/// The name that was probably meant, or empty. A misspelt beginning counts too: "hip_strenght" is hip_strength_percent.
std::string nearest(std::string_view key, const std::vector<std::string>& names) {
  std::vector<std::string_view> whole(names.begin(), names.end()), beginnings;
  for (const std::string_view name : whole) beginnings.push_back(first_words(name, key));
  const auto near = nearest_spelling(key, whole);
  const auto near_beginning = nearest_spelling(key, beginnings);
  if (!near_beginning || (near && edit_distance(key, *near) <= edit_distance(key, *near_beginning)))
    return std::string(near.value_or(""));
  const auto at = std::find(beginnings.begin(), beginnings.end(), *near_beginning) - beginnings.begin();
  return names[static_cast<std::size_t>(at)];
}

Diagnostic unknown(std::string_view name, std::string_view key, const Guidance& guidance) {
  std::vector<std::string> names;
  for (const ExplainedLinks& group : explainable(guidance))
    for (const ExplainedLink& link : group.links) names.push_back(link.key);
  for (const PeopleWord& word : guidance.words) names.push_back(as_key(word.says));
  std::string near = nearest(key, names);
  for (const PeopleWord& word : guidance.words)
    if (as_key(word.says) == near) near = word.means;
  Diagnostic d;
  d.message = fmt::format("nothing is called '{}'", printable(name));
  d.help = (near.empty() ? near : fmt::format("did you mean {}?\n", near)) + "all names: stridelab explain";
  return d;
}

}  // namespace

std::string_view to_text(ExplainedKind kind) {
  switch (kind) {
    case ExplainedKind::parameter:
      return "parameter";
    case ExplainedKind::metric:
      return "metric";
    case ExplainedKind::region:
      return "region";
    case ExplainedKind::topic:
      return "topic";
  }
  return "";
}

const Region* region_meant(std::string_view name, const Guidance& guidance) {
  const std::string key = as_key(name);
  if (const Region* region = region_called(key, guidance)) return region;
  for (const PeopleWord& word : guidance.words)
    if (as_key(word.says) == key)
      if (const Region* region = region_called(word.means, guidance)) return region;
  for (const Region& region : guidance.map.regions)
    for (const std::string& says : region.words)
      if (as_key(says) == key) return &region;
  return nullptr;
}

tl::expected<Explanation, Diagnostic> explain(std::string_view name, const Guidance& guidance) {
  const std::string key = as_key(name);
  if (auto explanation = found(key, guidance)) return *std::move(explanation);
  return tl::unexpected(unknown(name, key, guidance));
}

std::vector<ExplainedLinks> explainable(const Guidance& guidance) {
  std::vector<ExplainedLinks> groups;
  ExplainedLinks regions{"Where it hurts", {}};
  for (const Region& region : guidance.map.regions) regions.links.push_back({region.key, region.name});
  groups.push_back(std::move(regions));
  for (const KindHeading& h : headings) {
    const auto entries = guidance.of_kind(h.kind);
    if (!entries.empty()) groups.push_back({std::string(h.heading), links_to(entries)});
  }
  add_parameters(groups);
  add_metrics(groups);
  return groups;
}

}  // namespace stridelab
