#include <fmt/format.h>

#include <algorithm>

#include "guidance/explain_parts.h"

namespace stridelab {
namespace {

/// Warning signs of everywhere and of this place.
std::vector<const GuidanceEntry*> warning_signs(const std::string& region, const Guidance& guidance) {
  std::vector<const GuidanceEntry*> signs;
  for (const GuidanceEntry* e : guidance.of_kind(GuidanceKind::warning_sign))
    if (e->regions.empty() || std::find(e->regions.begin(), e->regions.end(), region) != e->regions.end())
      signs.push_back(e);
  return signs;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : "; ") + word;
  return text;
}

/// "peak kneecap pressure: 6 .. 9 MPa (men), 7 .. 10 MPa (women)", in an easy run on the level.
std::vector<ExplainedLink> loads_of(const Region& region, const UsualRanges& usual) {
  std::vector<ExplainedLink> links;
  for (const RegionMetric& m : region.metrics) {
    const auto metric = find_metric(m.key);
    const std::string label(metric ? metric->row->label : "");
    const std::string_view unit = metric ? metric->row->unit : "";
    const UsualRange men = usual.of(m.key, {}), women = usual.of(m.key, {.sex = Sex::female});
    links.push_back({m.key, fmt::format("{}: {} (men), {} (women)", label, range_text(men.low, men.high, unit),
                                        range_text(women.low, women.high, unit))});
  }
  return links;
}

}  // namespace

Explanation explain_region(const Region& region, const Guidance& guidance) {
  Explanation e;
  e.kind = ExplainedKind::region;
  e.key = region.key;
  e.title = region.name;
  e.meaning = region.where;
  add_fact(e, "people say", joined(region.words));
  add_fact(e, "usual is",
           guidance.map.basis +
               " at the same speed and slope, of the same sex, with the same engine; below those at 3.3 m/s on the "
               "level, stride "
               "engine; no limit of the tissue");
  const RegionNotes* notes = guidance.region(region.key);
  add_passage(e, "What is there", notes != nullptr ? notes->text : "models/guidance has no text for this place yet.");
  add_links(e, "Loads that stand for it, and their usual band", loads_of(region, guidance.map.usual));
  const std::vector<std::string> first = notes != nullptr ? notes->advice : std::vector<std::string>{};
  add_links(e, "Try first", links_to(first, guidance));
  std::vector<const GuidanceEntry*> others;
  for (const GuidanceEntry* entry : guidance.in_region(region.key))
    if (std::find(first.begin(), first.end(), entry->key) == first.end()) others.push_back(entry);
  add_advice(e, others);
  add_links(e, "Warning signs", links_to(warning_signs(region.key, guidance)));
  return e;
}

Explanation explain_topic(const GuidanceEntry& entry, const Guidance& guidance) {
  Explanation e;
  e.kind = ExplainedKind::topic;
  e.key = entry.key;
  e.title = entry.title;
  add_fact(e, "kind", to_text(entry.kind));
  add_fact(e, "evidence", entry.evidence);
  add_fact(e, "source", entry.source);
  add_fact(e, "in the model", entry.modelled() ? "acts through what is listed below" : "not modelled");
  add_passage(e, "", entry.text);
  add_links(e, "Acts on", links_to(entry.acts_on, guidance));
  add_links(e, "Where", links_to(entry.regions, guidance));
  return e;
}

}  // namespace stridelab
