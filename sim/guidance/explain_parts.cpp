#include "guidance/explain_parts.h"

#include <algorithm>
#include <iterator>

namespace stridelab {
namespace {

/// Empty for a parameter, whose key says enough, also where a metric is called the same.
std::string title_of(std::string_view key, const Guidance& guidance) {
  if (find_parameter(key) != nullptr) return {};
  if (const auto metric = find_metric(key)) return std::string(metric->row->label);
  if (const Region* region = find_region(guidance.map, key)) return region->name;
  if (const GuidanceEntry* entry = guidance.entry(key)) return entry->title;
  return {};
}

bool is_training(const GuidanceEntry& e) {
  return e.kind == GuidanceKind::exercise || e.kind == GuidanceKind::stretch || e.kind == GuidanceKind::warm_up;
}

}  // namespace

void add_fact(Explanation& to, std::string_view name, std::string_view value) {
  if (!value.empty()) to.facts.push_back({std::string(name), std::string(value)});
}

void add_passage(Explanation& to, std::string_view heading, std::string_view text) {
  if (!text.empty()) to.passages.push_back({std::string(heading), std::string(text)});
}

void add_links(Explanation& to, std::string_view heading, std::vector<ExplainedLink> links) {
  if (!links.empty()) to.related.push_back({std::string(heading), std::move(links)});
}

std::vector<ExplainedLink> links_to(const std::vector<std::string>& keys, const Guidance& guidance) {
  std::vector<ExplainedLink> links;
  links.reserve(keys.size());
  for (const std::string& key : keys) links.push_back({key, title_of(key, guidance)});
  return links;
}

std::vector<ExplainedLink> links_to(const std::vector<const GuidanceEntry*>& entries) {
  std::vector<ExplainedLink> links;
  links.reserve(entries.size());
  for (const GuidanceEntry* entry : entries) links.push_back({entry->key, entry->title});
  return links;
}

std::vector<const GuidanceEntry*> training_among(const std::vector<const GuidanceEntry*>& entries) {
  std::vector<const GuidanceEntry*> training;
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(training),
               [](const auto* e) { return is_training(*e); });
  return training;
}

void add_advice(Explanation& to, const std::vector<const GuidanceEntry*>& entries) {
  std::vector<const GuidanceEntry*> training, advice, background;
  for (const GuidanceEntry* e : entries) {
    if (e->kind == GuidanceKind::warning_sign) continue;
    (is_training(*e) ? training : e->kind == GuidanceKind::mechanism ? background : advice).push_back(e);
  }
  add_links(to, "Exercises and stretches", links_to(training));
  add_links(to, "Advice", links_to(advice));
  add_links(to, "Background", links_to(background));
}

}  // namespace stridelab
