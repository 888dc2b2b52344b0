#include <fmt/format.h>

#include "core/text.h"
#include "guidance/explain_parts.h"

namespace stridelab {
namespace {

std::string default_text_of(const ParameterInfo& info) {
  if (!info.default_number) return std::string(info.default_text);
  const std::string number = number_text(*info.default_number);
  return info.unit.empty() ? number : fmt::format("{} {}", number, info.unit);
}

std::string range_of(const ParameterInfo& info) {
  return info.folder.empty() ? range_text(info) : fmt::format("{} (files of {})", or_list(info.choices), info.folder);
}

/// The metrics in which a parameter is clearest, as many as are read: cadence moves most of the table.
std::vector<std::string> where_it_shows(std::string_view key, const Guidance& guidance) {
  constexpr std::size_t read = 8;
  std::vector<std::string> metrics = guidance.metrics_changed_by(key);
  std::erase(metrics, key);  // given and measured: that it changes itself says nothing
  if (metrics.size() > read) metrics.resize(read);
  return metrics;
}

/// What the guidance says about a key. A key without notes says so: an empty page would look like "no effect".
void add_notes(Explanation& to, std::string_view key, const Guidance& guidance) {
  const ParameterNotes* notes = guidance.parameter(key);
  if (notes == nullptr) return add_passage(to, "How it acts", "models/guidance has no text for this key yet.");
  add_fact(to, "acts in", notes->engines);
  add_passage(to, "How it acts", notes->mechanism);
  add_passage(to, "How sure", notes->certainty);
  add_links(to, "Where it shows", links_to(where_it_shows(key, guidance), guidance));
}

/// Speed, cadence and stride length are given and come out again: both tables have a row.
void add_result_of_same_name(Explanation& to, std::string_view key) {
  if (const auto metric = find_metric(key)) add_fact(to, "as a result", metric->row->definition);
}

Explanation page(std::string_view key, std::string_view meaning) {
  Explanation e;
  e.kind = ExplainedKind::parameter;
  e.key = e.title = key;
  e.meaning = meaning;
  return e;
}

}  // namespace

Explanation explain_parameter(const ParameterInfo& info, const Guidance& guidance) {
  Explanation e = page(info.key, info.meaning);
  add_fact(e, "unit", info.unit);
  add_fact(e, info.kind == ParameterKind::text ? "choices" : "range", range_of(info));
  add_fact(e, "default", default_text_of(info));
  add_fact(e, "in a file", fmt::format("[{}] {}", info.table, info.key));
  add_result_of_same_name(e, info.key);
  add_notes(e, info.key, guidance);
  add_fact(e, "source", info.source);
  add_advice(e, guidance.acting_on(info.key));
  return e;
}

Explanation explain_relative(const RelativeInfo& info, const Guidance& guidance) {
  Explanation e = page(info.key, info.meaning);
  add_fact(e, "unit", "%");
  add_fact(e, "range", range_text(info.lo, info.hi, "%"));
  add_fact(e, "default", "0 % (no change)");
  add_fact(e, "in a file", fmt::format("[{}] {}", table_of(info.key), info.key));
  add_fact(e, "changes", info.target);
  add_notes(e, info.target, guidance);
  add_advice(e, guidance.acting_on(info.target));
  return e;
}

}  // namespace stridelab
