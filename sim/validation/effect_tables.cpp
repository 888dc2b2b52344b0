#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "report/console_style.h"
#include "validation/validation_tables.h"

namespace stridelab {
namespace {

using enum EngineIndex;

std::string unit_of(const PublishedEffect& effect) {
  if (effect.kind == "percent") return "%";
  return std::string(find_metric(effect.metric)->row->unit);
}

std::string number(const std::optional<double>& value) { return value ? fixed(*value, 1) : "-"; }

/// A change of 0.04 % of strain is a result, not a zero.
std::string answer_text(const PublishedEffect& effect, const std::optional<double>& value) {
  if (!value) return "-";
  return fixed(*value, effect.high - effect.low < 1.0 || (*value != 0.0 && std::abs(*value) < 0.1) ? 2 : 1);
}

std::string spaced(std::string key) {
  std::replace(key.begin(), key.end(), '_', ' ');
  return key;
}

std::string statistic(const std::optional<double>& value) { return value ? fixed(*value, 2) : "-"; }

bool is_miss(const ValidatedEffect& row) { return !row.inside_band(stride); }

std::string_view reason_of_miss(const ValidatedEffect& row) {
  if (!row.answer[0]) return "no answer";
  return row.is_change() && !row.right_sign(stride) ? "wrong sign" : "outside";
}

std::string verdict(const ValidatedEffect& row) {
  const bool wrong = row.is_change() && row.answer[0] && !row.right_sign(stride);
  return is_miss(row) || wrong ? fmt::format("MISS: {}", reason_of_miss(row)) : "inside";
}

std::string engines_of(const EffectGroup& group) { return engine_names[static_cast<std::size_t>(group.engine)]; }

}  // namespace

TextTable group_table(const Validation& validation, bool all) {
  TextTable table{{"effects", "engine", "rows", "in band", "sign", "n", "slope", "intercept", "axis", "Lin's", "ratio"},
                  {true, true, false, false, false, false, false, false, false, false, false},
                  {}};
  for (const EffectGroup& g : validation.groups) {
    if (!all && g.rows < 2) continue;
    const bool changes = g.directions > 0;
    table.rows.push_back({g.name, engines_of(g), std::to_string(g.rows), std::to_string(g.inside),
                          changes ? fmt::format("{} of {}", g.right_signs, g.directions) : "-",
                          changes ? std::to_string(g.numbers) : "-", statistic(g.slope), number(g.intercept),
                          statistic(g.reduced_axis), statistic(g.concordance), statistic(g.median_ratio)});
  }
  return table;
}

TextTable effect_table(const Validation& validation, bool misses_only) {
  TextTable table{
      {misses_only ? "effects that miss" : "effect", "unit", "published", "stride", "forward", "band", "evidence", ""},
      {true, true, false, false, false, true, true, true},
      {}};
  for (const ValidatedEffect& row : validation.effects) {
    const PublishedEffect& e = row.effect;
    if (misses_only && !is_miss(row)) continue;
    table.rows.push_back({spaced(e.key) + (e.null ? " (null)" : ""), unit_of(e), e.value ? number_text(*e.value) : "-",
                          answer_text(e, row.answer[0]), answer_text(e, row.answer[1]),
                          fmt::format("{} .. {}", number_text(e.low), number_text(e.high)), e.origin,
                          misses_only ? std::string(reason_of_miss(row)) : verdict(row)});
  }
  return table;
}

TextTable engine_effect_table(const Validation& validation) {
  TextTable table{{"change of form", "unit", "stride", "forward", "forward - stride", ""},
                  {true, true, false, false, false, true},
                  {}};
  for (const ValidatedEffect& row : validation.effects) {
    const auto& [by_stride, by_forward] = row.answer;
    if (row.missing[1] == "not a change of form") continue;
    table.rows.push_back({spaced(row.effect.key), unit_of(row.effect), number(by_stride), number(by_forward),
                          by_stride && by_forward ? number(*by_forward - *by_stride) : "-", row.missing[1]});
  }
  return table;
}

}  // namespace stridelab
