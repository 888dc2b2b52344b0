#include "report/json_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "build_info.h"
#include "model_files/models_origin.h"
#include "report/forward_words.h"
#include "report/side_rows.h"
#include "report/spread_columns.h"
#include "report/sureness_tables.h"
#include "study/change.h"

namespace stridelab {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json parameters_json(const ParameterSet& parameters) {
  Json out = Json::object();
  for (const ParameterValue& p : parameters.values()) {
    const bool is_number = p.info->kind == ParameterKind::number;
    out[std::string(p.info->key)] = {
        {"value", is_number ? Json(p.number) : Json(p.text)}, {"unit", p.info->unit}, {"origin", to_text(p.origin)}};
  }
  // What a leg has for itself, under the name it is given by.
  for (const auto& [side, p] : parameters.sides()) {
    const bool is_number = p.info->kind == ParameterKind::number;
    out[(side == Side::right ? "right." : "left.") + std::string(p.info->key)] = {
        {"value", is_number ? Json(p.number) : Json(p.text)}, {"unit", p.info->unit}, {"origin", to_text(p.origin)}};
  }
  return out;
}

/// A mean with its spread; a stride has none. The clock is read once per run.
Json metric_json(const RunReport& report, const MetricName& name) {
  const MetricValue& metric = report.metrics->of(name);
  const ForwardResult* steps = name.row->key == "solve_time_ms" ? nullptr : report.forward.get();
  Json entry = {{"value", or_null(metric.value)},
                {"unit", name.row->unit},
                {"sd", or_null(spread_of(steps, name))},
                {"n_steps", steps_behind(steps, name)}};
  if (!metric.value) entry["missing"] = metric.missing_reason;
  if (metric.at_window_edge) entry["at_window_edge"] = true;
  if (name.row->confidence != Confidence::size) entry["confidence"] = to_text(name.row->confidence);
  return entry;
}

Json load_json(const MetricLoad& load) {
  Json entry = {{"metric", load.metric.key},
                {"value", or_null(load.value)},
                {"unit", load.row->unit},
                {"band", {load.usual.low, load.usual.high}},
                {"level", to_text(load.level)}};
  if (load.row->confidence != Confidence::size) entry["confidence"] = to_text(load.row->confidence);
  return entry;
}

/// By place: its loads, the one that stands for it first, each with the band of ordinary runs.
Json regions_json(const RunReport& report) {
  Json out = Json::object();
  for (const RegionLoad& region : report.regions) {
    Json loads = Json::array();
    for (const MetricLoad& load : region.loads) loads.push_back(load_json(load));
    out[region.region.key] = {{"name", region.region.name}, {"level", to_text(region.main().level)}, {"loads", loads}};
  }
  return out;
}

Json metrics_json(const RunReport& report) {
  Json out = Json::object();
  if (!report.metrics) return out;
  for (const MetricRow& row : metric_table()) {
    const MetricName name = *find_metric(row.key);
    out[std::string(row.key)] = metric_json(report, name);
    if ((report.forward || report.inputs.left) && row.sided)
      out[std::string(row.key) + "_left"] = metric_json(report, {name.row, name.index, Side::left});
  }
  return out;
}

/// Where the legs differ: every sided metric of each, how far they differ, and the balance that watches print.
Json sides_json(const RunReport& report) {
  Json right = Json::object(), left = Json::object(), index = Json::object();
  for (const SideRow& side : side_rows(report)) {
    right[std::string(side.row->key)] = side.right;
    left[std::string(side.row->key)] = side.left;
    if (const auto percent = side.symmetry_index_percent()) index[std::string(side.row->key)] = *percent;
  }
  return {{"right", std::move(right)},
          {"left", std::move(left)},
          {"symmetry_index_percent", std::move(index)},
          {"contact_time_balance_left_percent", or_null(contact_balance_left_percent(report))}};
}

Json energy_json(const EnergyAudit& audit) {
  return {{"hip_flexion_j", audit.hip_flexion_j},
          {"hip_other_j", audit.hip_other_j},
          {"knee_j", audit.knee_j},
          {"ankle_j", audit.ankle_j},
          {"subtalar_j", audit.subtalar_j},
          {"toe_joint_j", audit.toe_joint_j},
          {"trunk_j", audit.trunk_j},
          {"arms_j", audit.arms_j},
          {"ground_j", audit.ground_j},
          {"residual_j", audit.residual_j},
          {"climb_j", audit.climb_j},
          {"imbalance_j", audit.imbalance_j()}};
}

Json checks_json(const std::vector<CheckResult>& checks) {
  Json out = Json::array();
  for (const CheckResult& c : checks) {
    Json entry = {{"metric", c.check.metric},    {"kind", to_text(c.check.kind)}, {"value", or_null(c.value)},
                  {"min", or_null(c.check.min)}, {"max", or_null(c.check.max)},   {"unit", check_unit(c.check)},
                  {"passed", c.passed()},        {"source", c.check.source}};
    if (c.verdict == CheckVerdict::not_checked) {
      entry["passed"] = nullptr;
      entry["reason"] = c.missing_reason;
    } else if (!c.value) {
      entry["missing"] = c.missing_reason;
    }
    out.push_back(std::move(entry));
  }
  return out;
}

Json step_json(const StepResult& step) {
  Json out = {{"index", step.index},
              {"side", step.side == Side::right ? "right" : "left"},
              {"contact_s", step.contact_s},
              {"averaged", step.left_out.empty()}};
  if (!step.left_out.empty()) out["left_out"] = step.left_out;
  for (std::size_t i = 0; i < step.values.size() && i < metric_table().size(); ++i)
    if (metric_table()[i].key != "solve_time_ms")
      out[std::string(metric_table()[i].key)] = or_null(step.values[i].value);
  return out;
}

/// The stride engine makes one symmetric step, so there is one entry, or one of each foot; per-step metrics only.
Json steps_json(const RunReport& report) {
  Json out = Json::array();
  if (!report.metrics) return out;
  if (report.forward) {
    for (const StepResult& step : report.forward->steps) out.push_back(step_json(step));
    return out;
  }
  Json step = {{"index", 0}, {"side", "right"}};
  for (const MetricRow& row : metric_table())
    if (row.sided) step[std::string(row.key)] = or_null(report.metrics->value(row.key));
  out.push_back(std::move(step));
  if (!report.inputs.left) return out;
  Json other = {{"index", 1}, {"side", "left"}};
  for (const MetricRow& row : metric_table())
    if (row.sided) other[std::string(row.key)] = or_null(report.metrics->value(std::string(row.key) + "_left"));
  out.push_back(std::move(other));
  return out;
}

Json curves_json(const RunReport& report) {
  Json out = Json::object();
  if (report.curves.empty()) return out;
  Json percent = Json::array();
  for (int i = 0; i < curve_samples; ++i) percent.push_back(i);
  out["percent_gait"] = std::move(percent);
  out["time_s"] = curve_times_s(report);
  for (const Curve& curve : report.curves) out[std::string(curve.name)] = curve.values;
  return out;
}

/// How the forward engine was set; `interference` says in words what held or shook the runner.
Json forward_settings_json(const RunReport& report) {
  const SimulationSettings simulation = simulation_settings(report.run);
  const std::string added = interference(report);
  return {{"dt_s", simulation.dt_s},
          {"duration_s", report.run.duration_s},
          {"seed", simulation.seed},
          {"assist_percent", simulation.assist_percent},
          {"torque_noise_percent", simulation.torque_noise_percent},
          {"carrier", simulation.carrier == CarrierKind::bullet ? "bullet" : "own"},
          {"interference", added.empty() ? "none" : added}};
}

Json provenance_json(const RunReport& report) {
  const ModelsOrigin models = models_origin();
  Json out = {{"version", build_info::version},
              {"git", build_info::git},
              {"build", build_info::build},
              {"models", models.folder},
              {"models_hash", models.hash},
              {"models_shipped", models.shipped},
              {"state_hash", report.metrics ? Json(fmt::format("{:016x}", report.state_hash)) : Json(nullptr)}};
  if (report.is_forward()) out["forward"] = forward_settings_json(report);
  return out;
}

Json quality_json(const RunningQuality& quality) {
  const int worst = quality.worst_joint();
  return {{"worst_joint", coordinate_names[static_cast<std::size_t>(worst)]},
          {"worst_joint_rms_deg", deg_per_rad * quality.joint_rms_rad[worst]},
          {"vertical_force_rms_n", quality.vertical_force_rms_n},
          {"height_error_mm", 1e3 * quality.height_error_m},
          {"speed_error_m_s", quality.speed_error_m_s},
          {"lateral_drift_m", quality.lateral_drift_m},
          {"drift_m_s", quality.drift_m_s},
          {"steps", quality.steps},
          {"planned_steps", quality.planned_steps},
          {"duration_s", quality.duration_s}};
}

Json notes_json(const RunReport& report) {
  Json out = Json::array();
  for (const std::string& note : all_notes(report)) out.push_back(note);
  return out;
}

// Bytes that are not UTF-8 (a path may hold any) are replaced instead of thrown about.
std::string compact(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

bool on_one_line(const Json& value) {
  if (!value.is_structured() || value.empty()) return true;
  return std::none_of(value.begin(), value.end(), [](const Json& inner) { return inner.is_structured(); });
}

/// Indented, but a curve, a metric or a check is one line: people read these files too.
void write(const Json& value, std::size_t depth, std::string& out) {
  if (on_one_line(value) && depth > 0) {
    out += compact(value);
    return;
  }
  const bool object = value.is_object();
  const std::string margin(2 * (depth + 1), ' ');
  out += object ? "{" : "[";
  for (auto item = value.begin(); item != value.end(); ++item) {
    out += (item == value.begin() ? "\n" : ",\n") + margin;
    if (object) out += compact(item.key()) + ": ";
    write(*item, depth + 1, out);
  }
  out += "\n" + std::string(2 * depth, ' ') + (object ? "}" : "]");
}

/// Beside a mean in a comparison: its standard deviation and how many steps it comes from.
void add_spread(Json& entry, const std::string& side, const RunReport& run, const MetricName& name) {
  if (name.row->key == "solve_time_ms") return;
  entry[side + "_sd"] = or_null(spread_of(run.forward.get(), name));
  entry[side + "_n_steps"] = steps_behind(run.forward.get(), name);
}

}  // namespace

Json run_to_json(const RunReport& report) {
  Json out = {{"scenario", report.scenario},
              {"question", report.question},
              {"engine", report.run.engine},
              {"status", to_text(report.outcome)}};
  if (!report.is_answered()) out["error"] = report.error;
  out["parameters"] = report.is_readable() ? parameters_json(report.parameters) : Json::object();
  out["metrics"] = metrics_json(report);
  if (report.inputs.left) out["sides"] = sides_json(report);
  out["checks"] = checks_json(report.checks);
  out["steps"] = steps_json(report);
  out["curves"] = curves_json(report);
  if (report.energy) out["energy"] = energy_json(*report.energy);
  if (report.sure)
    out["uncertainty"] =
        sureness_json(*report.sure, report.has_change() ? SideNames{"base", "run"} : SideNames{"run", "none"});
  if (!report.regions.empty()) out["regions"] = regions_json(report);
  if (report.quality) out["running_quality"] = quality_json(*report.quality);
  out["notes"] = notes_json(report);
  out["provenance"] = provenance_json(report);
  return out;
}

Json report_to_json(const std::vector<RunReport>& reports) {
  Json runs = Json::array();
  for (const RunReport& report : reports) runs.push_back(run_to_json(report));
  return {{"schema", "stridelab.report/1"}, {"runs", std::move(runs)}};
}

std::string ReportText::add(const RunReport& report) {
  constexpr std::size_t depth_of_run = 2;
  std::string text = empty_ ? "{\n  \"schema\": \"stridelab.report/1\",\n  \"runs\": [\n" : ",\n";
  text += std::string(2 * depth_of_run, ' ');
  write(run_to_json(report), depth_of_run, text);
  empty_ = false;
  return text;
}

std::string ReportText::finish() const { return "\n  ]\n}\n"; }

Json comparison_to_json(const Comparison& compared) {
  const RunReport &a = compared.a, &b = compared.b;
  Json metrics = Json::object();
  if (a.metrics && b.metrics) {
    for (const MetricRow& row : metric_table()) {
      const Change c = change_between(row, a.metrics->value(row.key), b.metrics->value(row.key));
      metrics[std::string(row.key)] = {{"a", or_null(c.a)},
                                       {"b", or_null(c.b)},
                                       {"change", or_null(c.change)},
                                       {"change_percent", or_null(c.change_percent)},
                                       {"unit", row.unit}};
      if (row.confidence != Confidence::size) metrics[std::string(row.key)]["confidence"] = to_text(row.confidence);
      for (const auto& [side, run] : {std::pair{"a", &a}, std::pair{"b", &b}})
        if (run->forward) add_spread(metrics[std::string(row.key)], side, *run, *find_metric(row.key));
    }
  }
  return {{"schema", "stridelab.compare/1"},
          {"a", run_to_json(a)},
          {"b", run_to_json(b)},
          {"why", compared.why.empty() ? Json() : Json(compared.why)},
          {"metrics", metrics}};
}

std::string json_text(const Json& document) {
  std::string text;
  write(document, 0, text);
  return text + "\n";
}

}  // namespace stridelab
