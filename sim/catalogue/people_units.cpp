#include "catalogue/people_units.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "core/decimal.h"
#include "core/text.h"

namespace stridelab {
namespace {

constexpr double m_per_mile = 1609.344, m_per_inch = 0.0254, kg_per_pound = 0.45359237,
                 n_per_pound_force = 4.4482216152605;
constexpr double inches_per_foot = 12.0, pounds_per_stone = 14.0, s_per_h = 3600.0, m_per_km = 1000.0;

/// Reads a text from its front: numbers and words, with blanks anywhere between them.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::optional<double> number() {
    skip();
    double value = 0.0;
    const auto [end, error] = read_decimal(rest_.data(), rest_.data() + rest_.size(), value, Exponent::left);
    if (error != std::errc() || value < 0.0 || !std::isfinite(value)) return std::nullopt;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }

  /// Takes the first of the words that stands here; a word of letters must end where the letters end.
  bool word(std::initializer_list<std::string_view> words) {
    skip();
    for (const std::string_view w : words) {
      if (!rest_.starts_with(w)) continue;
      const bool goes_on = is_letter(w.back()) && rest_.size() > w.size() && is_letter(rest_[w.size()]);
      if (goes_on) continue;
      rest_.remove_prefix(w.size());
      return true;
    }
    return false;
  }

  bool at_end() {
    skip();
    return rest_.empty();
  }

 private:
  static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
  void skip() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }

  std::string_view rest_;
};

/// m/s of a speed that stands at the front of the text, as a speed and not as a pace.
std::optional<double> speed_with_unit(std::string_view text) {
  Reader in(text);
  const auto value = in.number();
  if (!value) return std::nullopt;
  const double unit = in.word({"km/h", "kmh", "kph"}) ? m_per_km / s_per_h
                      : in.word({"mph", "mi/h"})      ? m_per_mile / s_per_h
                      : in.word({"m/s"})              ? 1.0
                                                      : 0.0;
  if (unit == 0.0 || !in.at_end()) return std::nullopt;
  return *value * unit;
}

constexpr std::array rows{
    SpokenInfo{"pace", "speed_m_s", "\"5:30/km\", \"8:51/mi\" or \"12 km/h\"",
               "how long a kilometre or a mile takes, min:s; the same as speed_m_s", read_pace_m_s},
    SpokenInfo{"height", "height_m", "\"1.68 m\", \"168 cm\" or \"5ft9\"", "standing height; the same as height_m",
               read_height_m},
    SpokenInfo{"mass", "mass_kg", "\"62 kg\", \"154 lb\" or \"11st 3\"", "body mass; the same as mass_kg",
               read_mass_kg},
};

std::string height_text(double height_m) {
  const double inches = std::round(height_m / m_per_inch);
  const double feet = std::floor(inches / inches_per_foot);
  return fmt::format("{:.0f} ft {:.0f} in", feet, inches - feet * inches_per_foot);
}

}  // namespace

std::span<const SpokenInfo> spoken_table() { return rows; }

const SpokenInfo* find_spoken(std::string_view key) {
  for (const SpokenInfo& row : rows)
    if (row.key == key) return &row;
  return nullptr;
}

std::optional<double> read_pace_m_s(std::string_view text) {
  if (const auto speed = speed_with_unit(text)) return speed;
  Reader in(text);
  const auto minutes = in.number();
  if (!minutes) return std::nullopt;
  double seconds = 0.0;
  if (in.word({":"})) {
    const auto given = in.number();
    if (!given || *given >= 60.0) return std::nullopt;
    seconds = *given;
  }
  in.word({"min"});
  const double distance_m = in.word({"/km", "per km"})              ? m_per_km
                            : in.word({"/mile", "/mi", "per mile"}) ? m_per_mile
                                                                    : 0.0;
  const double duration_s = 60.0 * *minutes + seconds;
  if (distance_m == 0.0 || duration_s <= 0.0 || !in.at_end()) return std::nullopt;
  return distance_m / duration_s;
}

std::optional<double> read_height_m(std::string_view text) {
  Reader in(text);
  const auto first = in.number();
  if (!first) return std::nullopt;
  double height_m = 0.0;
  if (in.word({"ft", "feet", "'"})) {
    const auto inches = in.number();
    in.word({"inches", "in", "\"", "''"});
    height_m = (*first * inches_per_foot + inches.value_or(0.0)) * m_per_inch;
  } else {
    const double unit = in.word({"cm"})                   ? 0.01
                        : in.word({"m"})                  ? 1.0
                        : in.word({"inches", "in", "\""}) ? m_per_inch
                                                          : 0.0;
    height_m = *first * unit;
  }
  if (height_m <= 0.0 || !in.at_end()) return std::nullopt;
  return height_m;
}

std::optional<double> read_mass_kg(std::string_view text) {
  Reader in(text);
  const auto first = in.number();
  if (!first) return std::nullopt;
  double mass_kg = 0.0;
  if (in.word({"stone", "st"})) {
    const auto pounds = in.number();
    in.word({"lbs", "lb"});
    mass_kg = (*first * pounds_per_stone + pounds.value_or(0.0)) * kg_per_pound;
  } else {
    mass_kg = *first * (in.word({"kg"}) ? 1.0 : in.word({"lbs", "lb", "pounds"}) ? kg_per_pound : 0.0);
  }
  if (mass_kg <= 0.0 || !in.at_end()) return std::nullopt;
  return mass_kg;
}

std::string pace_text(double speed_m_s, Units units) {
  const bool metric = units == Units::metric;
  const long seconds = std::lround((metric ? m_per_km : m_per_mile) / speed_m_s);
  return fmt::format("{}:{:02}/{}", seconds / 60, seconds % 60, metric ? "km" : "mi");
}

std::string with_units(std::string_view key, double value, const std::string& number, std::string_view unit,
                       Units units) {
  if (key == "speed_m_s") return fmt::format("{} m/s ({})", number, pace_text(value, units));
  if (units == Units::imperial) {
    if (key == "mass_kg") return fmt::format("{:.0f} lb", value / kg_per_pound);
    if (key == "height_m") return height_text(value);
    if (key.ends_with("_km")) return fmt::format("{:.0f} mi", value * m_per_km / m_per_mile);
    if (key == "stride_length_m") return fmt::format("{:.1f} ft", value / m_per_inch / inches_per_foot);
    if (key.ends_with("_m")) return fmt::format("{:.1f} in", value / m_per_inch);
  }
  return unit.empty() ? number : number + " " + std::string(unit);
}

std::string force_text(double force_n, Units units) {
  const double value = units == Units::metric ? force_n : force_n / n_per_pound_force;
  const double step = value >= 1000.0 ? 10.0 : 1.0;
  return fmt::format("{:.0f} {}", std::round(value / step) * step, units == Units::metric ? "N" : "lbf");
}

}  // namespace stridelab
