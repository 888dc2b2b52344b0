#pragma once

#include <span>

#include "catalogue/parameter_table.h"

namespace stridelab {

/// The rows of the one table, table by table of the scenario file, in the order people read them. Strength, shoe,
/// ground, knee and training stand together as what a runner brings along; methods are how the answer is worked out.
std::span<const ParameterInfo> form_rows();
std::span<const ParameterInfo> body_rows();
std::span<const ParameterInfo> strength_rows();
std::span<const ParameterInfo> equipment_rows();
std::span<const ParameterInfo> method_rows();

/// A number with a default of its own.
constexpr ParameterInfo number_row(std::string_view key, std::string_view table, std::string_view unit, double value,
                                   double lo, double hi, std::string_view meaning, std::string_view source,
                                   Target target = {}, Conversion conversion = Conversion::none) {
  return {key, table, unit, ParameterKind::number, value, "", lo, hi, {}, meaning, source, target, conversion};
}

/// A number whose default follows from other values, as `how` says.
constexpr ParameterInfo following_row(std::string_view key, std::string_view table, std::string_view unit,
                                      std::string_view how, double lo, double hi, std::string_view meaning,
                                      std::string_view source, Target target = {},
                                      Conversion conversion = Conversion::none) {
  return {key, table, unit, ParameterKind::number, std::nullopt, how, lo, hi, {}, meaning, source, target, conversion};
}

/// One of a few words.
constexpr ParameterInfo text_row(std::string_view key, std::string_view table, std::string_view value,
                                 std::span<const std::string_view> choices, std::string_view meaning,
                                 std::string_view source, Target target = {}) {
  return {key, table, "", ParameterKind::text, std::nullopt, value, 0.0, 0.0, choices, meaning, source, target};
}

/// A row whose value each leg may have for itself.
constexpr ParameterInfo sided(ParameterInfo row) {
  row.sided = true;
  return row;
}

}  // namespace stridelab
