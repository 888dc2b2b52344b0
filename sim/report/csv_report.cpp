#include "report/csv_report.h"

#include "core/text.h"

namespace stridelab {
namespace {

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::string csv_text(const std::vector<RunReport>& reports) {
  std::string text = "scenario,question,engine,status,step,side";
  for (const MetricRow& row : metric_table()) text += "," + std::string(row.key);
  text += "\n";
  for (const RunReport& report : reports) {
    text += quoted(report.scenario) + "," + quoted(report.question) + "," + report.engine + "," +
            std::string(to_text(report.status)) + ",0,right";
    for (const MetricRow& row : metric_table()) {
      const auto value = report.metrics ? report.metrics->value(row.key) : std::nullopt;
      text += "," + (value ? number_text(*value) : std::string());
    }
    text += "\n";
  }
  return text;
}

std::string curves_csv_text(const std::vector<RunReport>& reports) {
  std::string text = "scenario,percent_gait";
  for (const CurveRow& row : curve_table()) text += "," + std::string(row.name);
  text += "\n";
  for (const RunReport& report : reports) {
    if (report.curves.empty()) continue;
    for (std::size_t i = 0; i < curve_samples; ++i) {
      text += quoted(report.scenario) + "," + std::to_string(i);
      for (const Curve& curve : report.curves) text += "," + number_text(curve.values[i]);
      text += "\n";
    }
  }
  return text;
}

}  // namespace stridelab
