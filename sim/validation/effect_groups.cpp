#include "validation/effect_groups.h"

#include <algorithm>
#include <functional>

#include "validation/agreement_statistics.h"

namespace stridelab {
namespace {

using Rows = std::vector<ValidatedEffect>;
using Wanted = std::function<bool(const ValidatedEffect&)>;

/// Nulls are counted apart: a line through zeros says nothing.
bool is_predicted(const ValidatedEffect& row) { return row.effect.origin == "predicted" && !row.effect.null; }

void count(EffectGroup& out, const ValidatedEffect& row, EngineIndex engine) {
  ++out.rows;
  out.inside += row.inside_band(engine) ? 1 : 0;
  if (!row.is_change()) return;
  ++out.directions;
  out.right_signs += row.right_sign(engine) ? 1 : 0;
}

EffectGroup group(std::string name, const Rows& rows, EngineIndex engine, const Wanted& wanted) {
  EffectGroup out;
  out.name = std::move(name);
  out.engine = engine;
  std::vector<double> published, answered;
  for (const ValidatedEffect& row : rows) {
    if (!wanted(row)) continue;
    count(out, row, engine);
    const auto& answer = row.answer[static_cast<std::size_t>(engine)];
    if (!row.is_change() || !row.effect.value || !answer) continue;
    published.push_back(*row.effect.value);
    answered.push_back(*answer);
  }
  out.numbers = static_cast<int>(published.size());
  if (const auto line = least_squares_line(published, answered)) {
    out.slope = line->slope;
    out.intercept = line->intercept;
  }
  out.reduced_axis = reduced_major_axis_slope(published, answered);
  out.concordance = concordance(published, answered);
  out.median_ratio = median_ratio(published, answered);
  return out;
}

std::vector<std::string> families_of(const Rows& rows) {
  std::vector<std::string> families;
  for (const ValidatedEffect& row : rows)
    if (is_predicted(row) && std::find(families.begin(), families.end(), row.effect.family) == families.end())
      families.push_back(row.effect.family);
  return families;
}

}  // namespace

std::vector<EffectGroup> effect_groups(const Rows& effects, const std::vector<std::string>& form_families) {
  using enum EngineIndex;
  std::vector<EffectGroup> out;
  out.push_back(group("predicted, all", effects, stride, is_predicted));
  for (const auto& [name, kind] : {std::pair{"predicted, percents", "percent"}, {"predicted, deltas", "delta"}})
    out.push_back(group(name, effects, stride, [kind = std::string(kind)](const auto& r) {
      return is_predicted(r) && r.effect.kind == kind;
    }));
  for (const std::string& family : families_of(effects))
    out.push_back(group("predicted, " + family, effects, stride,
                        [&](const auto& r) { return is_predicted(r) && r.effect.family == family; }));
  // Only rows that both engines answer, so that the two lines differ by the engine alone.
  const auto form = [&](const ValidatedEffect& r) {
    return is_predicted(r) && r.answer[0] && r.answer[1] &&
           std::find(form_families.begin(), form_families.end(), r.effect.family) != form_families.end();
  };
  for (const EngineIndex engine : {stride, forward}) out.push_back(group("predicted, form", effects, engine, form));
  for (const char* origin : {"calibrated", "put in"})
    out.push_back(
        group(origin, effects, stride, [&](const auto& r) { return r.effect.origin == origin && !r.effect.null; }));
  out.push_back(group("nothing changes", effects, stride, [](const auto& r) { return r.effect.null; }));
  return out;
}

}  // namespace stridelab
