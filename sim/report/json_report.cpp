#include "report/json_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "build_info.h"
#include "whatif/change.h"

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
  return out;
}

Json metrics_json(const RunReport& report) {
  Json out = Json::object();
  if (!report.metrics) return out;
  for (const MetricRow& row : metric_table()) {
    const MetricValue& metric = report.metrics->of(*find_metric(row.key));
    Json entry = {{"value", or_null(metric.value)}, {"unit", row.unit}, {"sd", nullptr}, {"n_steps", 1}};
    if (!metric.value) entry["missing"] = metric.missing_reason;
    out[std::string(row.key)] = std::move(entry);
  }
  return out;
}

Json checks_json(const std::vector<CheckResult>& checks) {
  Json out = Json::array();
  for (const CheckResult& c : checks) {
    Json entry = {{"metric", c.check.metric},    {"kind", to_text(c.check.kind)}, {"value", or_null(c.value)},
                  {"min", or_null(c.check.min)}, {"max", or_null(c.check.max)},   {"unit", check_unit(c.check)},
                  {"passed", c.passed},          {"source", c.check.source}};
    if (!c.value) entry["missing"] = c.missing_reason;
    out.push_back(std::move(entry));
  }
  return out;
}

/// The stride engine makes one symmetric step, so there is one entry; per-step metrics only.
Json steps_json(const RunReport& report) {
  Json out = Json::array();
  if (!report.metrics) return out;
  Json step = {{"index", 0}, {"side", "right"}};
  for (const MetricRow& row : metric_table())
    if (row.sided) step[std::string(row.key)] = or_null(report.metrics->value(row.key));
  out.push_back(std::move(step));
  return out;
}

Json curves_json(const RunReport& report) {
  Json out = Json::object();
  if (report.curves.empty()) return out;
  Json percent = Json::array();
  for (int i = 0; i < curve_samples; ++i) percent.push_back(i);
  out["percent_gait"] = std::move(percent);
  for (const Curve& curve : report.curves) out[std::string(curve.name)] = curve.values;
  return out;
}

Json provenance_json(const RunReport& report) {
  return {{"version", build_info::version},
          {"git", build_info::git},
          {"build", build_info::build},
          {"state_hash", report.metrics ? Json(fmt::format("{:016x}", report.state_hash)) : Json(nullptr)}};
}

Json notes_json(const RunReport& report) {
  Json out = Json::array();
  if (report.readable)
    for (const std::string& note : report.parameters.notes()) out.push_back(note);
  if (report.metrics)
    for (const std::string& note : report.metrics->notes) out.push_back(note);
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

}  // namespace

Json run_to_json(const RunReport& report) {
  Json out = {{"scenario", report.scenario},
              {"question", report.question},
              {"engine", report.engine},
              {"status", to_text(report.status)}};
  if (report.status == RunStatus::error) out["error"] = report.error;
  out["parameters"] = report.readable ? parameters_json(report.parameters) : Json::object();
  out["metrics"] = metrics_json(report);
  out["checks"] = checks_json(report.checks);
  out["steps"] = steps_json(report);
  out["curves"] = curves_json(report);
  out["notes"] = notes_json(report);
  out["provenance"] = provenance_json(report);
  return out;
}

Json report_to_json(const std::vector<RunReport>& reports) {
  Json runs = Json::array();
  for (const RunReport& report : reports) runs.push_back(run_to_json(report));
  return {{"schema", "stridelab.report/1"}, {"runs", std::move(runs)}};
}

Json comparison_to_json(const RunReport& a, const RunReport& b) {
  Json metrics = Json::object();
  if (a.metrics && b.metrics) {
    for (const MetricRow& row : metric_table()) {
      const Change c = change_between(row, a.metrics->value(row.key), b.metrics->value(row.key));
      metrics[std::string(row.key)] = {{"a", or_null(c.a)},
                                       {"b", or_null(c.b)},
                                       {"change", or_null(c.change)},
                                       {"change_percent", or_null(c.change_percent)},
                                       {"unit", row.unit}};
    }
  }
  return {{"schema", "stridelab.compare/1"}, {"a", run_to_json(a)}, {"b", run_to_json(b)}, {"metrics", metrics}};
}

std::string json_text(const Json& document) {
  std::string text;
  write(document, 0, text);
  return text + "\n";
}

}  // namespace stridelab
