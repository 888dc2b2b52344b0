#include "scenario/overrides.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "core/text.h"

namespace stridelab {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// A number if all of the text is one, else text; quotes around text are taken off, as a file has them.
GivenValue parse_value(std::string_view text) {
  GivenValue given;
  const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), given.number);
  if (error == std::errc() && end == digits.data() + digits.size() && !digits.empty()) {
    given.kind = GivenValue::Kind::number;
    given.whole = std::floor(given.number) == given.number;
    given.shown = number_text(given.number);
    return given;
  }
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  return {GivenValue::Kind::text, 0.0, false, std::string(text), fmt::format("\"{}\"", text)};
}

Diagnostic diagnostic(const std::string& written, const Fault& fault) {
  return {"--set", 0, 1, fault.message, written, static_cast<int>(display_width(written)), fault.help};
}

}  // namespace

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
    if (const auto fault = take(layer, "", key, parse_value(value), {})) faults.push_back(diagnostic(written, *fault));
  }
  if (const auto contradiction = find_contradiction(layer.assignments())) {
    std::string written;
    for (const std::string& text : overrides) {
      if (trimmed(std::string_view(text).substr(0, text.find('='))) == contradiction->key) written = text;
    }
    faults.push_back(diagnostic(written, {contradiction->message, contradiction->help}));
  }
  return layer;
}

}  // namespace stridelab
