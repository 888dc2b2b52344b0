#include "render/ui/save_scenario.h"

#include <fmt/format.h>

#include "core/text.h"
#include "report/atomic_file.h"

namespace stridelab::view {
namespace {

bool is_given(const ParameterValue& value) {
  return value.origin == Origin::scenario || value.origin == Origin::command_line;
}

/// The keys of `[run]` that somebody gave.
std::string run_rows(const RunSettings& run) {
  std::string rows;
  for (const std::string& key : run.given) {
    if (key == "engine") rows += fmt::format("engine = {}\n", toml_string(run.engine));
    if (key == "duration_s") rows += fmt::format("duration_s = {}\n", number_text(run.duration_s));
    if (key == "seed") rows += fmt::format("seed = {}\n", run.seed);
    if (key == "assist_percent") rows += fmt::format("assist_percent = {}\n", number_text(run.assist_percent));
    if (key == "torque_noise_percent")
      rows += fmt::format("torque_noise_percent = {}\n", number_text(run.torque_noise_percent));
  }
  return rows;
}

std::string value_text(const ParameterValue& value) {
  return value.info->kind == ParameterKind::text ? toml_string(value.text) : number_text(value.number);
}

}  // namespace

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n' || c == '\t') {
      out += c == '\n' ? "\\n" : "\\t";
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
  }
  return out + "\"";
}

std::string scenario_text(const ParameterSet& parameters, std::string_view question, const RunSettings& run) {
  std::string text = question.empty() ? "" : "question = " + toml_string(question) + "\n";
  // Keys of a table stand together in the file, also where they do not in the parameter table.
  std::string_view last;
  for (const ParameterValue& head : parameters.values()) {
    if (head.info->table == last) continue;
    last = head.info->table;
    std::string rows;
    for (const ParameterValue& value : parameters.values())
      if (value.info->table == last && is_given(value))
        rows += fmt::format("{} = {}\n", value.info->key, value_text(value));
    if (last == "run") rows += run_rows(run);
    const std::string heading = fmt::format("\n[{}]\n", last);
    if (!rows.empty() && text.find(heading) == std::string::npos) text += heading + rows;
  }
  if (const std::string rows = run_rows(run); text.find("\n[run]\n") == std::string::npos && !rows.empty())
    text += "\n[run]\n" + rows;
  return text;
}

tl::expected<void, std::string> save_scenario(const std::filesystem::path& path, const ParameterSet& parameters,
                                              std::string_view question, const RunSettings& run) {
  for (const ParameterValue& value : parameters.values()) {
    const ParameterInfo& info = *value.info;
    if (info.kind == ParameterKind::number && is_given(value) && (value.number < info.lo || value.number > info.hi))
      return tl::unexpected(fmt::format("{} = {} is outside {}: a file cannot give it", info.key,
                                        number_text(value.number), range_text(info)));
  }
  return write_file(path, scenario_text(parameters, question, run));
}

}  // namespace stridelab::view
