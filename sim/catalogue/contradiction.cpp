#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "catalogue/parameter_builder.h"

namespace stridelab {
namespace {

/// Three rounded numbers still agree: a person writes 3.33 m/s, 170 steps/min, 2.35 m.
constexpr double closure_tolerance = 0.005;

std::optional<Contradiction> open_triangle(std::span<const Assignment> layer) {
  const Assignment* speed = find_assignment(layer, "speed_m_s");
  const Assignment* cadence = find_assignment(layer, "cadence_spm");
  const Assignment* stride = find_assignment(layer, "stride_length_m");
  if (speed == nullptr || cadence == nullptr || stride == nullptr) return std::nullopt;
  const double closed_m_s = stride->number * cadence->number / 120.0;
  if (std::abs(closed_m_s - speed->number) <= closure_tolerance * speed->number) return std::nullopt;
  return Contradiction{
      stride->key,
      fmt::format("speed, cadence and stride length do not agree: {} m x {} steps/min / 120 = {:.4g} m/s, but "
                  "speed_m_s = {}",
                  stride->number, cadence->number, closed_m_s, speed->number),
      fmt::format("any two define the third; leave one out, for example stride_length_m ({:.4g} m follows from the "
                  "other two)",
                  120.0 * speed->number / cadence->number)};
}

/// A relative key and what it cannot stand beside: both would fix the same thing.
struct Clash {
  std::string_view relative, other, why;
};

constexpr std::array clashes{
    Clash{"speed_percent", "speed_m_s", "both set the speed"},
    Clash{"cadence_percent", "cadence_spm", "both set the cadence"},
    Clash{"stride_length_percent", "stride_length_m", "both set the stride length"},
    Clash{"cadence_percent", "stride_length_m", "at one speed the stride length already sets the cadence"},
    Clash{"stride_length_percent", "cadence_spm", "at one speed the cadence already sets the stride length"},
    Clash{"stride_length_percent", "cadence_percent", "both hold the speed, so one sets the other"},
};

std::optional<Contradiction> relative_clash(std::span<const Assignment> layer) {
  for (const Clash& clash : clashes) {
    const Assignment* relative = find_assignment(layer, clash.relative);
    const Assignment* other = find_assignment(layer, clash.other);
    if (relative == nullptr || other == nullptr) continue;
    return Contradiction{relative->key,
                         fmt::format("{} and {} are both given: {}", clash.relative, clash.other, clash.why),
                         "leave one of the two out"};
  }
  const Assignment* speed = find_assignment(layer, "speed_percent");
  if (speed != nullptr && find_assignment(layer, "cadence_spm") != nullptr &&
      find_assignment(layer, "stride_length_m") != nullptr) {
    return Contradiction{speed->key,
                         "speed_percent is given, but cadence_spm and stride_length_m already define the speed",
                         "leave one of the three out"};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Contradiction> find_contradiction(std::span<const Assignment> layer) {
  if (auto triangle = open_triangle(layer)) return triangle;
  return relative_clash(layer);
}

}  // namespace stridelab
