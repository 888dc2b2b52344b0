#include "training/plan_output.h"

namespace stridelab {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json band_json(const Band& band) { return {{"low", band.low}, {"mid", band.mid}, {"high", band.high}}; }

Json uncertain_json(const Uncertain& u) { return {{"low", u.low}, {"mid", u.mid}, {"high", u.high}}; }

Json week_json(const PlanReport& report, std::size_t w) {
  const WeekReport& week = report.weeks[w];
  Json out{{"week", week.number},
           {"distance_km", week.distance_km},
           {"change_percent", or_null(week.change_percent)},
           {"rise_percent", or_null(week.rise_percent)},
           {"rise_from_week", week.rise_from},
           {"acute_chronic", or_null(week.acute_chronic)},
           {"keeps_ten_percent", week.keeps_ten_percent},
           {"runs", week.runs},
           {"rest_days", week.rest_days},
           {"steps", week.steps},
           {"strength_gain_percent", week.strength_gain_percent},
           {"warnings", week.warnings},
           {"tissues", Json::object()}};
  for (const TissueReport& tissue : report.tissues) {
    if (!tissue.missing.empty()) continue;
    const TissueWeek& state = tissue.weeks[w];
    out["tissues"][tissue.tissue.key] = {{"state_peak", band_json(state.peak)},
                                         {"state_mean", band_json(state.mean)},
                                         {"over_tolerance", band_json(state.over_tolerance)},
                                         {"load_percent", state.load_percent},
                                         {"load", or_null(state.load)}};
  }
  return out;
}

Json tissue_json(const TissueReport& report) {
  const Tissue& tissue = report.tissue;
  Json out{{"name", tissue.name},
           {"metric", tissue.metric},
           {"exponent", uncertain_json(tissue.exponent)},
           {"recovery_days", uncertain_json(tissue.recovery_days)},
           {"adaptation_days", uncertain_json(tissue.adaptation_days)},
           {"source", tissue.source}};
  if (!report.missing.empty()) {
    out["missing"] = report.missing;
    return out;
  }
  out["usual_load"] = {{"value", report.usual_load}, {"unit", report.unit}};
  out["plan_peak"] = band_json(plan_peak(report));
  out["plan_peak_without_rest_days_between"] = band_json(report.bunched_peak);
  return out;
}

Json kind_json(const PlanReport& report, const RunKind& kind) {
  Json out{{"changes", kind.changes}, {"distance_km", kind.distance_km}, {"tissues", Json::object()}};
  for (std::size_t t = 0; t < report.tissues.size(); ++t)
    if (kind.load_ratio[t])
      out["tissues"][report.tissues[t].tissue.key] = {{"load_ratio", *kind.load_ratio[t]},
                                                      {"damage_per_km", band_json(*kind.damage_per_km[t])}};
  return out;
}

Json strengthening_json(const PlanReport& report) {
  if (!report.strengthening || !report.programme) return nullptr;
  return {
      {"strength", report.strengthening->strength},   {"sessions_per_week", report.strengthening->sessions_per_week},
      {"from_week", report.strengthening->from_week}, {"weeks", report.strengthening->weeks},
      {"published", report.programme->published},     {"source", report.programme->source}};
}

Json checks_json(const PlanReport& report) {
  Json out = Json::array();
  for (const CheckResult& c : report.checks) {
    Json entry{{"metric", c.check.metric},    {"value", or_null(c.value)}, {"min", or_null(c.check.min)},
               {"max", or_null(c.check.max)}, {"passed", c.passed()},      {"source", c.check.source}};
    if (!c.value) entry["missing"] = c.missing_reason;
    out.push_back(std::move(entry));
  }
  return out;
}

Json rules_json(const TrainingRules& r) {
  const auto rule = [](const Rule& from) { return Json{{"limit", from.limit}, {"source", from.source}}; };
  return {{"ten_percent", rule(r.ten_percent)},
          {"large_increase", rule(r.large_increase)},
          {"acute_chronic", rule(r.acute_chronic)},
          {"low_distance", rule(r.low_distance)},
          {"overreach", rule(r.overreach)}};
}

}  // namespace

nlohmann::ordered_json plan_json(const PlanReport& report) {
  static constexpr const char* status[] = {"passed", "failed", "error", "error"};
  Json out{{"schema", "stridelab.plan/1"},
           {"caveat", plan_caveat()},
           {"plan", report.path},
           {"question", report.question},
           {"status", status[static_cast<int>(report.status)]}};
  if (!report.error.empty()) out["error"] = report.error;
  out["accustomed"] = {{"weekly_distance_km", report.accustomed_km},
                       {"runs", report.accustomed_runs},
                       {"steps", report.accustomed_steps}};
  out["parameters"] = Json::object();
  for (const ParameterValue& p : report.usual_run.values())
    out["parameters"][std::string(p.info->key)] = {
        {"value", p.info->kind == ParameterKind::number ? Json(p.number) : Json(p.text)}, {"unit", p.info->unit}};
  out["strengthening"] = strengthening_json(report);
  out["tissues"] = Json::object();
  for (const TissueReport& tissue : report.tissues) out["tissues"][tissue.tissue.key] = tissue_json(tissue);
  out["weeks"] = Json::array();
  for (std::size_t w = 0; w < report.weeks.size(); ++w) out["weeks"].push_back(week_json(report, w));
  out["run_kinds"] = Json::array();
  for (const RunKind& kind : report.kinds) out["run_kinds"].push_back(kind_json(report, kind));
  out["checks"] = checks_json(report);
  out["rules"] = rules_json(report.rules);
  out["notes"] = report.notes;
  return out;
}

}  // namespace stridelab
