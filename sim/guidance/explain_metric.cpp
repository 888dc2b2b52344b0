#include <algorithm>

#include "guidance/explain_parts.h"

namespace stridelab {
namespace {

bool share_a_word(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const auto& word) { return std::find(b.begin(), b.end(), word) != b.end(); });
}

/// Advice that acts on the metric itself, or at its place on something that changes it. Exercises have their own list.
std::vector<const GuidanceEntry*> advice_for(const MetricNotes& notes, const Guidance& guidance) {
  std::vector<const GuidanceEntry*> found;
  for (const GuidanceEntry& e : guidance.entries) {
    if (!training_among({&e}).empty()) continue;
    const bool direct = std::find(e.acts_on.begin(), e.acts_on.end(), notes.key) != e.acts_on.end();
    if (direct || (share_a_word(e.regions, notes.regions) && share_a_word(e.acts_on, notes.changed_by)))
      found.push_back(&e);
  }
  return found;
}

/// What is trained at the place the metric stands for, by key: the list is long, and the place tells more.
std::vector<ExplainedLink> exercises_for(const MetricNotes& notes, const Guidance& guidance) {
  std::vector<ExplainedLink> links;
  if (notes.regions.empty()) return links;
  for (const GuidanceEntry* e : training_among(guidance.in_region(notes.regions.front())))
    links.push_back({e->key, {}});
  return links;
}

void add_notes(Explanation& to, const MetricNotes& notes, const Guidance& guidance) {
  add_passage(to, "How to read it", notes.reading);
  add_passage(to, "How sure", notes.validity);
  add_links(to, "Stands for", links_to(notes.regions, guidance));
  add_links(to, "Changed by", links_to(notes.changed_by, guidance));
  add_advice(to, advice_for(notes, guidance));
  add_links(to, "Exercises and stretches for this place", exercises_for(notes, guidance));
}

}  // namespace

Explanation explain_metric(const MetricRow& row, const Guidance& guidance) {
  Explanation e;
  e.kind = ExplainedKind::metric;
  e.key = row.key;
  e.title = row.label;
  const MetricNotes& notes = *guidance.metric(row.key);
  e.meaning = notes.meaning;
  add_fact(e, "unit", row.unit == "1" ? "none (a ratio)" : row.unit);
  add_fact(e, "sign", row.sign);
  add_fact(e, "legs", row.sided ? "right; append _left or _right" : "one value for both");
  add_fact(e, "definition", row.definition);
  add_fact(e, "trusted", to_text(row.confidence));
  add_fact(e, "source", row.source);
  add_notes(e, notes, guidance);
  return e;
}

}  // namespace stridelab
