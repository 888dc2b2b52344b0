#include "scenario/toml_place.h"

#include <fmt/format.h>

#include <cmath>

#include "core/text.h"

namespace stridelab {

Place place_of(const toml::key& key, const toml::node& value) {
  const auto& begin = key.source().begin;
  const auto& end = value.source().end;
  const auto first = static_cast<int>(begin.column);
  if (end.line == begin.line && end.column > begin.column) {
    return {static_cast<int>(begin.line), first, static_cast<int>(end.column) - first};
  }
  return {static_cast<int>(begin.line), first, static_cast<int>(display_width(key.str()))};
}

Place place_of(const toml::node& node) {
  const auto& begin = node.source().begin;
  return {static_cast<int>(begin.line), static_cast<int>(begin.column), 1};
}

GivenValue given_value(const toml::node& node) {
  GivenValue given;
  if (const auto* whole = node.as_integer()) {
    given = {GivenValue::Kind::number, static_cast<double>(whole->get()), true, "", fmt::format("{}", whole->get())};
  } else if (const auto* number = node.as_floating_point()) {
    const double value = number->get();
    given = {GivenValue::Kind::number, value, std::floor(value) == value, "", number_text(value)};
  } else if (const auto* text = node.as_string()) {
    given = {GivenValue::Kind::text, 0.0, false, text->get(), fmt::format("\"{}\"", text->get())};
  } else if (const auto* truth = node.as_boolean()) {
    given.shown = truth->get() ? "true" : "false";
  } else {
    given.shown = node.is_table() ? "{...}" : node.is_array() ? "[...]" : "a date or time";
  }
  return given;
}

}  // namespace stridelab
