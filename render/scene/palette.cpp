#include "render/scene/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace stridelab::view {
namespace {

// Ten even samples of viridis (Smith & van der Walt 2015, matplotlib, CC0).
constexpr std::array<glm::vec3, 10> viridis = {{{0.267F, 0.004F, 0.329F},
                                                {0.282F, 0.157F, 0.471F},
                                                {0.243F, 0.286F, 0.537F},
                                                {0.192F, 0.408F, 0.557F},
                                                {0.149F, 0.510F, 0.557F},
                                                {0.122F, 0.620F, 0.537F},
                                                {0.208F, 0.718F, 0.475F},
                                                {0.431F, 0.808F, 0.345F},
                                                {0.710F, 0.871F, 0.169F},
                                                {0.992F, 0.906F, 0.145F}}};
constexpr std::array<glm::vec3, 6> flesh = {{{0.915F, 0.765F, 0.710F},
                                             {0.890F, 0.610F, 0.540F},
                                             {0.825F, 0.435F, 0.375F},
                                             {0.735F, 0.295F, 0.260F},
                                             {0.600F, 0.155F, 0.165F},
                                             {0.400F, 0.035F, 0.095F}}};
constexpr glm::vec4 unknown{0.6F, 0.6F, 0.6F, 1.0F};

}  // namespace

glm::vec4 LoadScale::colour(double value) const {
  if (!std::isfinite(value)) return unknown;
  const std::span<const glm::vec3> stops = ramp == Ramp::flesh ? std::span<const glm::vec3>(flesh) : viridis;
  const float t = static_cast<float>(std::clamp((value - low) / (high - low), 0.0, 1.0)) * float(stops.size() - 1);
  const auto i = std::min(static_cast<std::size_t>(t), stops.size() - 2);
  return {glm::mix(stops[i], stops[i + 1], t - static_cast<float>(i)), 1.0F};
}

std::vector<ScaleTick> ticks(const LoadScale& scale, int count) {
  std::vector<ScaleTick> list;
  for (int i = 0; i < count; ++i) {
    const double value = scale.low + (scale.high - scale.low) * i / (count - 1);
    std::string text = fmt::format("{:.3g}", value);
    if (i + 1 == count) text += " " + scale.unit;
    list.push_back({value, scale.colour(value), std::move(text)});
  }
  return list;
}

}  // namespace stridelab::view
