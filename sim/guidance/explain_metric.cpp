#include <algorithm>

#include "guidance/explain_parts.h"

namespace stridelab {
namespace {

bool share_a_word(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const auto& word) { return std::find(b.begin(), b.end(), word) != b.end(); });
}

/// Entries that act on the metric itself, or at its place on something that changes it.
std::vector<const GuidanceEntry*> entries_for(const MetricNotes& notes, const Guidance& guidance) {
  std::vector<const GuidanceEntry*> found;
  for (const GuidanceEntry& e : guidance.entries) {
    const bool direct = std::find(e.acts_on.begin(), e.acts_on.end(), notes.key) != e.acts_on.end();
    if (direct || (share_a_word(e.regions, notes.regions) && share_a_word(e.acts_on, notes.changed_by)))
      found.push_back(&e);
  }
  return found;
}

void add_notes(Explanation& to, const MetricNotes& notes, const Guidance& guidance) {
  add_passage(to, "How to read it", notes.reading);
  add_passage(to, "How sure", notes.validity);
  add_links(to, "Stands for", links_to(notes.regions, guidance));
  add_links(to, "Changed by", links_to(notes.changed_by, guidance));
  add_advice(to, entries_for(notes, guidance));
}

}  // namespace

Explanation explain_metric(const MetricRow& row, const Guidance& guidance) {
  Explanation e;
  e.kind = ExplainedKind::metric;
  e.key = row.key;
  e.title = row.label;
  e.meaning = row.meaning;
  add_fact(e, "unit", row.unit == "1" ? "none (a ratio)" : row.unit);
  add_fact(e, "sign", row.sign);
  add_fact(e, "legs", row.sided ? "right; append _left or _right" : "one value for both");
  add_fact(e, "definition", row.definition);
  add_fact(e, "trust", to_text(row.confidence));
  add_fact(e, "source", row.source);
  if (const MetricNotes* notes = guidance.metric(row.key)) {
    add_notes(e, *notes, guidance);
  } else {
    add_passage(e, "How to read it", "models/guidance has no text for this metric yet.");
  }
  return e;
}

}  // namespace stridelab
