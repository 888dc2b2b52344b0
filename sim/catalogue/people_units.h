#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stridelab {

/// What a person reads: SI with km, or miles, feet and pounds.
enum class Units { metric, imperial };

/// A key that takes a quantity as people write it, with its unit in the text: `pace = "5:30/km"` for `speed_m_s`.
struct SpokenInfo {
  std::string_view key;
  std::string_view target;  ///< the number key of parameter_table() it gives
  std::string_view forms;   ///< how it may be written, for people
  std::string_view meaning;
  std::optional<double> (*read)(std::string_view) = nullptr;  ///< in the unit of the target; none if it is no such text
};

/// Those keys, in the order people read them.
std::span<const SpokenInfo> spoken_table();
const SpokenInfo* find_spoken(std::string_view key);

/// "5:30/km", "8:51/mi", "12 km/h" or "7.5 mph" as a speed. m/s
std::optional<double> read_pace_m_s(std::string_view text);

/// "1.68 m", "168 cm", "5ft9", "5'9\"" or "66 in" as a height. m
std::optional<double> read_height_m(std::string_view text);

/// "62 kg", "154 lb" or "11st 3lb" as a mass. kg
std::optional<double> read_mass_kg(std::string_view text);

/// Minutes and seconds for a kilometre or a mile at a speed: "5:03/km". The speed must be positive. m/s
std::string pace_text(double speed_m_s, Units units);

/// A value of a parameter with its unit, as a person reads it, the pace beside a speed: "3.3 m/s (5:03/km)",
/// "154.3 lb", "5 ft 9 in". `number` is the text of the value in the unit of the key, which stands where people have no
/// other unit.
std::string with_units(std::string_view key, double value, const std::string& number, std::string_view unit,
                       Units units);

/// A force as people read it: "3830 N", "861 lbf"; three digits.
std::string force_text(double force_n, Units units);

}  // namespace stridelab
