#include "catalogue/derived_range.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"

namespace stridelab {
namespace {

/// A value that is out of its range, with the bound it has passed.
struct Outside {
  const ParameterValue* value;
  double bound;
};

/// The newest assignment of a kind; those of one layer in the order of the keys.
const Assignment* newest(std::span<const std::vector<Assignment>> layers, std::span<const std::string_view> keys) {
  for (const std::vector<Assignment>& layer : layers)
    for (const std::string_view key : keys)
      if (const Assignment* found = find_assignment(layer, key)) return found;
  return nullptr;
}

std::string given_text(const Assignment& given) { return fmt::format("{} = {}", given.key, number_text(given.number)); }

/// As few digits as show on which side of the bound a number lies.
std::string deciding(double number, double bound) {
  for (int digits = 4; digits < 17; ++digits) {
    std::string text = fmt::format("{:.{}g}", number, digits);
    if ((std::stod(text) > bound) == (number > bound) && std::stod(text) != bound) return text;
  }
  return number_text(number);
}

/// The last tenth, hundredth ... of a value that still holds: rounded away from what is outside.
double rounded_inside(double value, double step, bool down) {
  return step * (down ? std::floor(value / step + 1e-9) : std::ceil(value / step - 1e-9));
}

std::string range_fault(const Outside& outside, const std::string& given, const std::string& arithmetic) {
  const ParameterInfo& info = *outside.value->info;
  const std::string start = given.empty() ? "" : given + ": ";
  return fmt::format("{}{} = {} = {} is outside {}", start, info.key, arithmetic,
                     deciding(outside.value->number, outside.bound), range_text(info));
}

/// A relative key: base x (1 + percent / 100), or base / (1 + percent / 100) where the other of the two is changed.
Contradiction relative_fault(const Outside& outside, const Assignment& given) {
  const double factor = 1.0 + given.number / 100.0;
  const bool own = find_relative(given.key)->target == outside.value->info->key;
  const double base = own ? outside.value->number / factor : outside.value->number * factor;
  const double limit = own ? 100.0 * (outside.bound / base - 1.0) : 100.0 * (base / outside.bound - 1.0);
  const bool is_maximum = own == (outside.value->number > outside.bound);
  const bool helps = std::abs(limit) <= 100.0 && (limit > 0.0) == (given.number > 0.0);
  return {given.key,
          range_fault(outside, given_text(given),
                      fmt::format("{:.6g} {} (1 {} {} / 100)", base, own ? "x" : "/", given.number < 0.0 ? "-" : "+",
                                  number_text(std::abs(given.number)))),
          helps ? fmt::format("{} of {} {} holds", given.key, is_maximum ? "at most" : "at least",
                              fmt::format("{:.1f}", rounded_inside(limit, 0.1, is_maximum)))
                : "the value it changes is too near that end of the range"};
}

/// speed = stride length x cadence / 120, solved for what is outside.
Contradiction closed_fault(const Outside& outside, const ParameterSet& set, const Assignment& given,
                           const std::string& all_given) {
  const double speed = set.number("speed_m_s"), cadence = set.number("cadence_spm"),
               stride = set.number("stride_length_m");
  const std::string_view key = outside.value->info->key;
  std::string arithmetic = fmt::format("{:.6g} m x {:.6g} steps/min / 120", stride, cadence);
  if (key == "cadence_spm") arithmetic = fmt::format("120 x {:.6g} m/s / {:.6g} m", speed, stride);
  if (key == "stride_length_m") arithmetic = fmt::format("120 x {:.6g} m/s / {:.6g} steps/min", speed, cadence);
  return {given.key, range_fault(outside, all_given, arithmetic), "any two of the three define the third"};
}

Contradiction preferred_fault(const Outside& outside, const ParameterSet& set, const Assignment* given) {
  return {given == nullptr ? std::string() : given->key,
          range_fault(outside, given == nullptr ? "" : given_text(*given),
                      fmt::format("what people of {} m choose at {:.6g} m/s", number_text(set.number("height_m")),
                                  set.number("speed_m_s"))),
          "give cadence_spm or stride_length_m"};
}

Contradiction fault_of(const Outside& outside, const ParameterSet& set,
                       std::span<const std::vector<Assignment>> layers) {
  constexpr std::array<std::string_view, 3> absolute{"stride_length_m", "cadence_spm", "speed_m_s"};
  constexpr std::array<std::string_view, 4> of_speed{"speed_percent", "speed_m_s", "stride_length_m", "cadence_spm"};
  constexpr std::array<std::string_view, 6> of_step{"cadence_percent", "stride_length_percent", "stride_length_m",
                                                    "cadence_spm",     "speed_percent",         "speed_m_s"};
  constexpr std::array<std::string_view, 4> of_rule{"cadence_percent", "stride_length_percent", "stride_length_m",
                                                    "cadence_spm"};
  constexpr std::array<std::string_view, 3> of_preference{"speed_percent", "speed_m_s", "height_m"};
  const bool is_speed = outside.value->info->key == "speed_m_s";
  const Assignment* given = is_speed ? newest(layers, of_speed) : newest(layers, of_step);
  if (given != nullptr && find_relative(given->key) != nullptr && (is_speed || given->key != "speed_percent"))
    return relative_fault(outside, *given);
  if (given == nullptr || (!is_speed && newest(layers, of_rule) == nullptr))
    return preferred_fault(outside, set, newest(layers, of_preference));
  std::string all;
  for (const std::string_view key : absolute)
    if (const Assignment* other = newest(layers, std::array{key}); other != nullptr && key != outside.value->info->key)
      all += (all.empty() ? "" : ", ") + given_text(*other);
  if (given->key == "speed_percent") all = given_text(*given) + ", " + all;
  return closed_fault(outside, set, *given, all);
}

}  // namespace

bool is_rounding(double number, double lo, double hi) {
  constexpr double rounding = 1e-9;  // of the range: a few last digits of a double, far below what anybody gives
  const double beyond = std::max(lo - number, number - hi);
  return beyond > 0.0 && beyond <= rounding * (hi - lo);
}

std::optional<Contradiction> find_derived_fault(const ParameterSet& set,
                                                std::span<const std::vector<Assignment>> layers) {
  for (const std::string_view key : {"speed_m_s", "cadence_spm", "stride_length_m"}) {
    const ParameterValue& value = set.value(key);
    const ParameterInfo& info = *value.info;
    if (value.number >= info.lo && value.number <= info.hi) continue;
    return fault_of({&value, value.number > info.hi ? info.hi : info.lo}, set, layers);
  }
  return std::nullopt;
}

}  // namespace stridelab
