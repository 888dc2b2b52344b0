#include "report/drift.h"

#include <fmt/format.h>

#include <cmath>
#include <fstream>

#include "core/text.h"
#include "report/console_style.h"
#include "report/json_report.h"

namespace stridelab {
namespace {

using Json = nlohmann::json;

Diagnostic fault(const std::filesystem::path& file, std::string message) {
  return {file.string(), 0, 0, std::move(message), "", 1, "--against takes what stridelab run --json wrote"};
}

/// A text of an object; empty where there is none.
std::string text_of(const Json& object, const char* key) {
  return object.is_object() && object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : "";
}

std::string shown(const Json& value) {
  return value.is_number() ? number_text(value.get<double>()) : value.is_null() ? "no value" : value.dump();
}

/// "5.57 -> 5.6 BW (+0.5 %)"
std::string change_text(const Json& before, const Json& now, const std::string& unit) {
  std::string text = shown(before) + " -> " + shown(now) + (unit.empty() ? "" : " " + unit);
  if (!before.is_number() || !now.is_number() || before.get<double>() == 0.0) return text;
  const double a = before.get<double>(), b = now.get<double>();
  return text + fmt::format(" ({:+.3g} %)", 100.0 * (b - a) / std::abs(a));
}

}  // namespace

tl::expected<Drift, Diagnostics> Drift::read(const std::filesystem::path& file, double tolerance_percent) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return tl::unexpected(Diagnostics{fault(file, "cannot be opened for reading")});
  const Json document = Json::parse(in, nullptr, false);
  if (text_of(document, "schema") != "stridelab.report/1" || !document.contains("runs") || !document["runs"].is_array())
    return tl::unexpected(Diagnostics{fault(file, "is no report of stridelab run")});
  Drift drift;
  drift.file_ = file.string();
  drift.tolerance_percent_ = tolerance_percent;
  for (const Json& run : document["runs"]) {
    const bool whole = run.is_object() && run.contains("scenario") && run["scenario"].is_string() &&
                       run.contains("metrics") && run["metrics"].is_object() && run.contains("parameters") &&
                       run["parameters"].is_object();
    if (!whole) return tl::unexpected(Diagnostics{fault(file, "has a run without scenario, parameters or metrics")});
    drift.old_[run["scenario"].get<std::string>()] = {
        {"metrics", run["metrics"]}, {"parameters", run["parameters"]}, {"status", text_of(run, "status")}};
  }
  return drift;
}

bool Drift::has_moved(double before, double now) const {
  return std::abs(now - before) > tolerance_percent_ / 100.0 * std::abs(before);
}

std::string Drift::compare(const std::string& scenario, const Json& before, const Json& now, std::string_view what) {
  std::string text;
  Json all = before;
  all.update(now);
  for (const auto& [key, entry] : all.items()) {
    if (key == "solve_time_ms" || !entry.is_object()) continue;
    const Json a = before.contains(key) && before[key].is_object() ? before[key].value("value", Json()) : Json();
    const Json b = now.contains(key) ? now[key].value("value", Json()) : Json();
    ++compared_;
    const bool same = a.is_number() && b.is_number() ? !has_moved(a.get<double>(), b.get<double>()) : a == b;
    if (same) continue;
    ++moved_;
    text +=
        fmt::format("moved  {}: {}{}: {}\n", printable(scenario), what, key, change_text(a, b, text_of(entry, "unit")));
  }
  return text;
}

std::string Drift::add(const RunReport& report) {
  const auto known = old_.find(report.scenario);
  if (known == old_.end()) {
    ++moved_;
    return fmt::format("new    {}: {} has no such run\n", printable(report.scenario), printable(file_));
  }
  const Json now = run_to_json(report);
  std::string text;
  if (known->second["status"] != now["status"]) {
    ++moved_;
    text = fmt::format("moved  {}: status: {} -> {}\n", printable(report.scenario),
                       known->second["status"].get<std::string>(), now["status"].get<std::string>());
  }
  text += compare(report.scenario, known->second["parameters"], now["parameters"], "input ");
  text += compare(report.scenario, known->second["metrics"], now["metrics"], "");
  old_.erase(known);
  return text;
}

std::string Drift::summary() const {
  std::string text;
  for (const auto& [scenario, run] : old_) text += fmt::format("gone   {}: not run now\n", printable(scenario));
  return text + fmt::format("against {}, tolerance {} %: {} of {} figures moved\n", printable(file_),
                            number_text(tolerance_percent_), moved_ + old_.size(), compared_);
}

}  // namespace stridelab
