#include <cmath>

#include "render/scene/bone_clay.h"
#include "render/scene/bone_parts.h"

namespace stridelab::view {
namespace {

/// Shoulder blade: a plate of bars between its neck and its inner border, with spine, acromion and beak.
Clay scapula(const FigureSize& size) {
  Clay c(size.shoulder, size.scale);
  const glm::vec3 neck(-0.012F, -0.004F, -0.030F);
  const std::vector<Clay::Bead> border = {{{-0.050F, 0.022F, -0.104F}, 0.0042F},
                                          {{-0.064F, 0.000F, -0.106F}, 0.0042F},
                                          {{-0.074F, -0.030F, -0.104F}, 0.0042F},
                                          {{-0.080F, -0.066F, -0.100F}, 0.0042F},
                                          {{-0.083F, -0.104F, -0.092F}, 0.0060F}};
  c.chain(border, 0.008F);
  for (std::size_t i = 0; i + 1 < border.size(); ++i)
    for (float t : {0.0F, 0.5F})
      c.rod({neck + glm::vec3(0.0F, -0.006F * float(i), 0.0F), 0.006F},
            {glm::mix(border[i].at, border[i + 1].at, t), 0.0036F}, 0.014F);
  c.chain({border.back(), {{-0.052F, -0.054F, -0.058F}, 0.0060F}, {{-0.018F, -0.016F, -0.030F}, 0.008F}}, 0.012F);
  c.chain({{{-0.067F, -0.002F, -0.100F}, 0.004F},
           {{-0.056F, 0.012F, -0.062F}, 0.0055F},
           {{-0.036F, 0.026F, -0.018F}, 0.0065F},
           {{-0.010F, 0.029F, 0.000F}, 0.0075F}},
          0.008F);  // spine, acromion
  c.rod({{-0.050F, -0.002F, -0.060F}, 0.004F}, {{-0.052F, 0.010F, -0.056F}, 0.004F}, 0.012F);
  c.chain({{{-0.008F, 0.014F, -0.034F}, 0.007F},
           {{0.014F, 0.022F, -0.038F}, 0.0062F},
           {{0.024F, 0.008F, -0.024F}, 0.0055F}},
          0.008F);
  c.ball({-0.006F, -0.002F, -0.026F}, {0.013F, 0.019F, 0.008F}, 0.008F);  // socket of the arm
  return c;
}

void add_clavicle(BoneBuilder& bones, const FigureSize& size) {
  const float k = size.scale;
  const glm::vec3 inner = k * glm::vec3(0.012F, 0.533F, 0.022F),
                  outer = size.shoulder + k * glm::vec3(-0.006F, 0.029F, -0.014F);
  const auto along = [&](float t, float ahead) {
    return glm::mix(inner, outer, t) + k * glm::vec3(ahead, 0.004F * std::sin(3.0F * t), 0.0F);
  };
  bones.add_pair({{{inner, k * 0.0110F, k * 0.0100F},
                   {along(0.12F, 0.006F), k * 0.0075F, k * 0.0075F},
                   {along(0.35F, 0.010F), k * 0.0060F, k * 0.0060F},
                   {along(0.65F, -0.004F), k * 0.0060F, k * 0.0056F},
                   {along(0.85F, -0.006F), k * 0.0085F, k * 0.0052F},
                   {outer, k * 0.0090F, k * 0.0055F}},
                  {1.0F, 0.0F, 0.0F},
                  8,
                  3},
                 on_torso);
}

Clay humerus(const FigureSize& size) {
  const LimbFrame arm = hanging_arm(size);
  Clay c(arm.origin, size.scale);
  const float end = size.upper_arm / size.scale;
  // Down the arm is v of its frame: places below are (forward, up, outward), so y is turned over.
  c.turned({arm.axes[0], -arm.axes[1], arm.axes[2]});
  c.ball({-0.004F, 0.0F, -0.006F}, glm::vec3(0.0235F), 0.006F);
  c.ball({0.008F, -0.008F, 0.014F}, {0.015F, 0.022F, 0.012F}, 0.010F);
  c.shaft({{0.018F, 0.000F, 0.004F, 0.0180F, 0.0180F, 0.0180F},
           {0.050F, 0.000F, 0.006F, 0.0135F, 0.0130F, 0.0130F},
           {0.110F, 0.002F, 0.006F, 0.0112F, 0.0112F, 0.0112F},
           {0.190F, 0.002F, 0.002F, 0.0100F, 0.0100F, 0.0102F},
           {end - 0.045F, 0.000F, 0.000F, 0.0095F, 0.0095F, 0.0125F}},
          0.008F);
  c.chain({{{0.000F, -end + 0.048F, 0.000F}, 0.0100F}, {{0.000F, -end + 0.014F, -0.024F}, 0.0085F}}, 0.014F);
  c.chain({{{0.000F, -end + 0.048F, 0.000F}, 0.0100F}, {{0.000F, -end + 0.014F, 0.022F}, 0.0080F}}, 0.014F);
  c.rod({{0.002F, -end + 0.002F, -0.018F}, 0.0115F}, {{0.002F, -end + 0.002F, 0.018F}, 0.0105F}, 0.008F);
  c.hollow({-0.017F, -end + 0.016F, 0.0F}, {0.009F, 0.010F, 0.009F}, 0.005F);
  c.ball({0.002F, -end + 0.022F, -0.001F}, {0.0065F, 0.0190F, 0.0200F}, 0.006F);
  return c;
}

/// Bars in the frame of the carried forearm, where people of reference height have their bones.
struct ForearmBars {
  ForearmBars(BoneBuilder& into, const FigureSize& size)
      : bones(into), frame(carried_forearm(size)), scale(size.scale) {}
  [[nodiscard]] glm::vec3 at(float up, float along, float out) const {
    return frame.origin + scale * (frame.axes * glm::vec3(up, along, out));
  }
  void add(std::vector<BarStation> stations) const {
    bones.add_pair({std::move(stations), frame.axes[0], 8, 3}, on_forearm);
  }

  BoneBuilder& bones;
  LimbFrame frame;
  float scale;
};

/// Radius and ulna, thumb side upwards.
void add_forearm(BoneBuilder& bones, const FigureSize& size) {
  const float k = size.scale, wrist = size.forearm / k;
  const ForearmBars forearm(bones, size);
  const auto at = [&](float up, float along, float out) { return forearm.at(up, along, out); };
  const auto bar = [&](std::vector<BarStation> stations) { forearm.add(std::move(stations)); };
  bar({{at(-0.002F, -0.026F, -0.002F), k * 0.011F, k * 0.010F},
       {at(-0.016F, 0.000F, -0.003F), k * 0.0095F, k * 0.0105F},
       {at(-0.013F, 0.040F, -0.004F), k * 0.0095F, k * 0.0085F},
       {at(-0.014F, 0.130F, 0.000F), k * 0.0065F, k * 0.0065F},
       {at(-0.016F, wrist - 0.024F, 0.004F), k * 0.0055F, k * 0.0055F},
       {at(-0.016F, wrist - 0.006F, 0.004F), k * 0.0080F, k * 0.0075F}});
  bar({{at(0.004F, 0.016F, 0.012F), k * 0.0095F, k * 0.0095F},
       {at(0.002F, 0.030F, 0.011F), k * 0.0068F, k * 0.0068F},
       {at(0.006F, 0.060F, 0.009F), k * 0.0075F, k * 0.0070F},
       {at(0.014F, 0.130F, 0.008F), k * 0.0072F, k * 0.0062F},
       {at(0.010F, wrist - 0.030F, 0.002F), k * 0.0100F, k * 0.0080F},
       {at(0.007F, wrist - 0.004F, 0.001F), k * 0.0150F, k * 0.0105F}});
}

/// Fingers, loosely closed.
void add_fingers(BoneBuilder& bones, const FigureSize& size) {
  const float k = size.scale, wrist = size.forearm / k;
  const ForearmBars forearm(bones, size);
  const auto at = [&](float up, float along, float out) { return forearm.at(up, along, out); };
  const auto bar = [&](std::vector<BarStation> stations) { forearm.add(std::move(stations)); };
  const float length[4] = {0.96F, 1.0F, 0.94F, 0.80F};
  for (int f = 0; f < 4; ++f) {
    const float up = 0.019F - 0.0135F * float(f), l = length[f];
    bar({{at(0.8F * up, wrist + 0.030F, 0.002F), k * 0.0055F, k * 0.0055F},
         {at(up, wrist + 0.060F, 0.006F), k * 0.0038F, k * 0.0038F},
         {at(1.1F * up, wrist + 0.030F + 0.058F * l, 0.006F), k * 0.0062F, k * 0.0062F}});
    bar({{at(1.1F * up, wrist + 0.040F + 0.058F * l, 0.003F), k * 0.0055F, k * 0.0052F},
         {at(1.08F * up, wrist + 0.040F + 0.070F * l, -0.014F), k * 0.0038F, k * 0.0036F},
         {at(1.05F * up, wrist + 0.038F + 0.068F * l, -0.030F), k * 0.0050F, k * 0.0046F}});
    bar({{at(1.03F * up, wrist + 0.032F + 0.062F * l, -0.037F), k * 0.0044F, k * 0.0040F},
         {at(0.98F * up, wrist + 0.020F + 0.050F * l, -0.040F), k * 0.0034F, k * 0.0032F},
         {at(0.95F * up, wrist + 0.010F + 0.044F * l, -0.034F), k * 0.0036F, k * 0.0034F}});
  }
}

/// Wrist and thumb.
void add_wrist(BoneBuilder& bones, const FigureSize& size) {
  const float k = size.scale, wrist = size.forearm / k;
  const ForearmBars forearm(bones, size);
  const auto at = [&](float up, float along, float out) { return forearm.at(up, along, out); };
  const auto bar = [&](std::vector<BarStation> stations) { forearm.add(std::move(stations)); };
  bar({{at(0.000F, wrist + 0.006F, 0.001F), k * 0.0170F, k * 0.0080F},
       {at(0.000F, wrist + 0.022F, 0.001F), k * 0.0200F, k * 0.0085F}});
  bar({{at(0.016F, wrist + 0.020F, -0.006F), k * 0.0055F, k * 0.0055F},
       {at(0.030F, wrist + 0.040F, -0.016F), k * 0.0045F, k * 0.0045F},
       {at(0.035F, wrist + 0.056F, -0.020F), k * 0.0058F, k * 0.0058F}});
  bar({{at(0.036F, wrist + 0.062F, -0.022F), k * 0.0052F, k * 0.0052F},
       {at(0.036F, wrist + 0.092F, -0.028F), k * 0.0038F, k * 0.0036F}});
}

}  // namespace

LimbFrame hanging_arm(const FigureSize& size) {
  const float c = std::cos(carried_arm_rad), s = std::sin(carried_arm_rad);
  return {size.shoulder, {{1.0F, 0.0F, 0.0F}, {0.0F, -c, s}, {0.0F, s, c}}};
}

LimbFrame carried_forearm(const FigureSize& size) { return forearm_of(hanging_arm(size), size); }

void add_shoulder_girdle(BoneBuilder& bones, const FigureSize& size) {
  bones.add(scapula(size).shape(), coarse_cell_m * size.scale, on_torso);
  add_clavicle(bones, size);
}

void add_arms(BoneBuilder& bones, const FigureSize& size) {
  bones.add(humerus(size).shape(), coarse_cell_m * size.scale, on_upper_arm);
  add_forearm(bones, size);
  add_wrist(bones, size);
  add_fingers(bones, size);
}

}  // namespace stridelab::view
