#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/parameter_table.h"

namespace stridelab {

/// Where a value comes from. `derived`: follows from others (speed = stride length x cadence / 120).
enum class Origin { default_value, derived, model, scenario, command_line };

/// "default", "derived", "model", "scenario" or "--set", as in the JSON report.
std::string_view to_text(Origin origin);

/// One resolved parameter, in the unit of its key.
struct ParameterValue {
  const ParameterInfo* info = nullptr;  ///< row of the parameter table; never null in a ParameterSet
  double number = 0.0;                  ///< of a number key
  std::string text;                     ///< of a text key
  Origin origin = Origin::default_value;
  bool operator==(const ParameterValue&) const = default;
};

/// A value that one leg has for itself.
struct SideValue {
  Side side;
  ParameterValue value;
  bool operator==(const SideValue&) const = default;
};

/// Every parameter of one run, resolved: speed, cadence and stride length closed, relative keys applied.
/// An immutable value; two sets with equal numbers compare equal. Built by ParameterBuilder.
class ParameterSet {
 public:
  /// All defaults: the runner a scenario without a base starts from.
  ParameterSet();

  /// Value of a number key in the unit of the key. The key must be a number key of parameter_table().
  [[nodiscard]] double number(std::string_view key) const;

  /// Value of a text key, for example text("sex") == "male". The key must be a text key of parameter_table().
  [[nodiscard]] const std::string& text(std::string_view key) const;

  [[nodiscard]] const ParameterValue& value(std::string_view key) const;

  /// All values in table order.
  [[nodiscard]] std::span<const ParameterValue> values() const { return values_; }

  /// What a leg has for itself, in the order of the table, the right one first; only where it differs from values().
  [[nodiscard]] std::span<const SideValue> sides() const { return sides_; }

  /// This set as a runner would have it whose both sides are like that one.
  [[nodiscard]] ParameterSet of_side(Side side) const;

  /// Things a person should know that are not errors, for example an extrapolated preferred cadence.
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

  /// Writes every value that has a target into the person and the form, in SI units.
  void bind(Body& body, Form& form) const;

  bool operator==(const ParameterSet&) const = default;

 private:
  friend class ParameterBuilder;
  ParameterValue& at(std::string_view key);

  std::vector<ParameterValue> values_;
  std::vector<SideValue> sides_;
  std::vector<std::string> notes_;
};

}  // namespace stridelab
