#include <fmt/format.h>

#include <cstdlib>

#include "model_files/models_origin.h"
#include "validation/validation_output.h"

namespace stridelab {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }
Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

/// Seven digits: far more than the references have, and half the size.
Json samples(const std::vector<double>& values) {
  Json out = Json::array();
  for (const double value : values) out.push_back(std::strtod(fmt::format("{:.7g}", value).c_str(), nullptr));
  return out;
}

Json stride_json(const ValidatedSpeed& speed, std::size_t engine) {
  Json out = {{"engine", engine_names[engine]}, {"speed_m_s", speed.speed_m_s}, {"missing", nullptr}};
  const auto& stride = speed.stride[engine];
  if (!stride) {
    out["missing"] = speed.missing[engine];
    return out;
  }
  out["period_s"] = stride->period_s;
  out["toe_off_percent"] = stride->toe_off_percent;
  Json& signals = out["unfiltered"] = Json::object();
  for (const auto& [name, signal] : stride->signals) signals[name] = samples(signal.unfiltered);
  return out;
}

Json extremum_json(const Extremum& e) { return {{"value", e.value}, {"percent", e.percent}}; }

Json agreement_json(const std::optional<CurveAgreement>& found, bool agrees) {
  if (!found) return nullptr;
  return {{"share_inside_percent", found->share_inside_percent},
          {"rms", found->rms},
          {"offset", found->offset},
          {"peak", extremum_json(found->peak)},
          {"reference_peak", extremum_json(found->reference_peak)},
          {"agrees", agrees},
          {"percent", samples(found->percent)},
          {"model", samples(found->model)},
          {"model_unfiltered", samples(found->model_unfiltered)},
          {"mean", samples(found->mean)},
          {"sd", samples(found->sd)}};
}

Json curve_json(const Validation& v, const ValidatedCurve& row) {
  const CataloguedCurve& c = row.curve;
  return {
      {"key", c.key},
      {"title", c.title},
      {"unit", c.unit},
      {"signal", c.signal},
      {"over", c.over == CyclePart::stance ? "stance" : "swing"},
      {"speed_m_s", c.speed_m_s},
      {"evidence", {{"word", c.evidence.word}, {"reason", c.evidence.reason}}},
      {"reference", {{"file", c.file}, {"filter", c.filter}, {"percent_of", c.percent_of_cycle ? "cycle" : "stance"}}},
      {"peak_is", c.peak_sign > 0.0 ? "largest" : "smallest"},
      {"zero", or_null(c.zero)},
      {"not_judged", or_null(c.not_judged)},
      {"stride", agreement_json(row.engine[0], v.agrees(row, EngineIndex::stride))},
      {"forward", agreement_json(row.engine[1], v.agrees(row, EngineIndex::forward))},
      {"between_engines_rms", or_null(row.between_engines_rms)}};
}

Json answer_json(const ValidatedEffect& row, EngineIndex engine) {
  const auto e = static_cast<std::size_t>(engine);
  return {{"value", or_null(row.answer[e])},
          {"missing", or_null(row.missing[e])},
          {"right_sign", row.is_change() ? Json(row.right_sign(engine)) : Json(nullptr)},
          {"inside_band", row.inside_band(engine)}};
}

Json effect_json(const ValidatedEffect& row) {
  const PublishedEffect& e = row.effect;
  return {{"key", e.key},
          {"family", e.family},
          {"a", e.a},
          {"b", e.b},
          {"metric", e.metric},
          {"kind", e.kind},
          {"band", {e.low, e.high}},
          {"published", e.published},
          {"published_value", or_null(e.value)},
          {"null", e.null},
          {"evidence", e.origin},
          {"source", e.source},
          {"stride", answer_json(row, EngineIndex::stride)},
          {"forward", answer_json(row, EngineIndex::forward)}};
}

Json group_json(const EffectGroup& g) {
  return {{"name", g.name},
          {"engine", engine_names[static_cast<std::size_t>(g.engine)]},
          {"rows", g.rows},
          {"inside_band", g.inside},
          {"directions", g.directions},
          {"right_signs", g.right_signs},
          {"numbers", g.numbers},
          {"slope", or_null(g.slope)},
          {"intercept", or_null(g.intercept)},
          {"reduced_axis", or_null(g.reduced_axis)},
          {"concordance", or_null(g.concordance)},
          {"median_ratio", or_null(g.median_ratio)}};
}

Json expectations_json(const ExpectationOutcome* outcome) {
  if (outcome == nullptr) return nullptr;
  Json deviations = Json::array();
  for (const Deviation& d : outcome->deviations)
    deviations.push_back({{"figure", d.figure},
                          {"expected", or_null(d.expected)},
                          {"found", or_null(d.found)},
                          {"tolerance", d.tolerance}});
  return {{"figures", outcome->figures}, {"deviations", deviations}};
}

Json conditions_json(const ValidationConditions& c) {
  Json speeds = Json::array();
  for (const SpeedCondition& s : c.speeds)
    speeds.push_back(
        {{"speed_m_s", s.speed_m_s}, {"settings", s.settings}, {"reference_toe_off_percent", s.toe_off_percent}});
  return {{"cutoff_hz", c.cutoff_hz},
          {"agreeing_share_percent", c.agreeing_share_percent},
          {"form_families", c.form_families},
          {"speeds", speeds}};
}

}  // namespace

Json validation_json(const Validation& validation, const ExpectationOutcome* outcome) {
  Json out = {{"schema", "stridelab.validation/1"},
              {"conditions", conditions_json(validation.conditions)},
              {"expectations", expectations_json(outcome)}};
  if (const std::string note = models_origin().note(); !note.empty()) out["note"] = note;
  for (const char* list : {"groups", "effects", "curves", "strides"}) out[list] = Json::array();
  for (const EffectGroup& group : validation.groups) out["groups"].push_back(group_json(group));
  for (const ValidatedEffect& row : validation.effects) out["effects"].push_back(effect_json(row));
  for (const ValidatedCurve& row : validation.curves) out["curves"].push_back(curve_json(validation, row));
  for (const ValidatedSpeed& speed : validation.speeds)
    for (std::size_t e = 0; e < 2; ++e) out["strides"].push_back(stride_json(speed, e));
  return out;
}

}  // namespace stridelab
