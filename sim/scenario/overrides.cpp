#include "scenario/overrides.h"

#include <fmt/format.h>

#include <cmath>

#include "core/decimal.h"
#include "core/text.h"

namespace stridelab {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

Diagnostic diagnostic(const std::string& written, const Fault& fault) {
  return {"--set", 0, 1, fault.message, written, static_cast<int>(display_width(written)), fault.help};
}

/// The fault of settings that cannot all hold, at the last one with the key to point at.
void add_contradiction(const Layer& layer, std::span<const std::string> written, Diagnostics& faults) {
  const auto contradiction = find_contradiction(layer.assignments());
  if (!contradiction) return;
  std::string place;
  for (const std::string& text : written)
    if (trimmed(std::string_view(text).substr(0, text.find('='))) == contradiction->key) place = text;
  faults.push_back(diagnostic(place, {contradiction->message, contradiction->help}));
}

}  // namespace

GivenValue read_value(std::string_view text) {
  GivenValue given;
  const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
  const auto [end, error] = read_decimal(digits.data(), digits.data() + digits.size(), given.number);
  if (error == std::errc() && end == digits.data() + digits.size() && !digits.empty()) {
    given.kind = GivenValue::Kind::number;
    given.whole = std::floor(given.number) == given.number;
    given.shown = number_text(given.number);
    return given;
  }
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  return {GivenValue::Kind::text, 0.0, false, std::string(text), fmt::format("\"{}\"", text)};
}

std::string to_text(const Assignment& assignment) {
  return assignment.key + "=" + (assignment.text.empty() ? number_text(assignment.number) : assignment.text);
}

Layer read_overrides(std::span<const std::string> overrides, Diagnostics& faults) {
  Layer layer;
  for (const std::string& written : overrides) {
    const std::size_t equals = written.find('=');
    if (equals == std::string::npos) {
      faults.push_back(diagnostic(written, {"not of the form key=value", "for example --set cadence_percent=10"}));
      continue;
    }
    const std::string_view key = trimmed(std::string_view(written).substr(0, equals));
    const std::string_view value = trimmed(std::string_view(written).substr(equals + 1));
    if (const auto fault = take(layer, "", key, read_value(value), {})) faults.push_back(diagnostic(written, *fault));
  }
  add_contradiction(layer, overrides, faults);
  return layer;
}

Layer layer_of(std::span<const Assignment> edits, Diagnostics& faults) {
  Layer layer;
  std::vector<std::string> written;
  for (const Assignment& edit : edits) {
    written.push_back(to_text(edit));
    GivenValue value{GivenValue::Kind::text, 0.0, false, edit.text, fmt::format("\"{}\"", edit.text)};
    if (edit.text.empty())
      value = {
          GivenValue::Kind::number, edit.number, std::floor(edit.number) == edit.number, {}, number_text(edit.number)};
    if (const auto fault = take(layer, "", edit.key, value, {})) faults.push_back(diagnostic(written.back(), *fault));
  }
  add_contradiction(layer, written, faults);
  return layer;
}

}  // namespace stridelab
