#include <algorithm>
#include <cmath>

#include "render/scene/bone_clay.h"
#include "render/scene/bone_parts.h"
#include "render/scene/knee_bones.h"
#include "render/scene/knee_patella.h"

namespace stridelab::view {
namespace {

constexpr float reference_thigh_m = 0.4222F, reference_shank_m = 0.4340F;

/// Ball, neck, trochanters and the shaft, bowed forward and running inward.
void put_upper_femur(Clay& c) {
  c.ball({0.0F, 0.0F, 0.0F}, glm::vec3(0.0240F), 0.004F);
  c.rod({{0.000F, -0.004F, 0.008F}, 0.0165F}, {{-0.004F, -0.026F, 0.036F}, 0.0165F}, 0.010F);
  c.ball({-0.010F, -0.022F, 0.052F}, {0.018F, 0.024F, 0.0125F}, 0.012F);
  c.rod({{-0.014F, -0.014F, 0.049F}, 0.012F}, {{-0.020F, -0.001F, 0.047F}, 0.0085F}, 0.010F);
  c.ball({-0.018F, -0.058F, 0.018F}, {0.011F, 0.014F, 0.010F}, 0.010F);
  c.shaft({{0.040F, -0.003F, 0.040F, 0.0200F, 0.0200F, 0.0190F},
           {0.070F, 0.002F, 0.037F, 0.0168F, 0.0168F, 0.0165F},
           {0.120F, 0.011F, 0.032F, 0.0145F, 0.0145F, 0.0145F},
           {0.180F, 0.0165F, 0.025F, 0.0138F, 0.0138F, 0.0138F},
           {0.240F, 0.0150F, 0.017F, 0.0136F, 0.0136F, 0.0138F},
           {0.290F, 0.0085F, 0.008F, 0.0138F, 0.0138F, 0.0142F},
           {0.335F, 0.002F, 0.001F, 0.0140F, 0.0140F, 0.0148F}},
          0.006F);
  c.chain({{{-0.005F, -0.090F, 0.036F}, 0.004F},
           {{0.003F, -0.180F, 0.026F}, 0.0035F},
           {{-0.003F, -0.280F, 0.011F}, 0.0035F}},
          0.008F);
}

/// A bone of the leg: what is modelled here melts into its end at the knee, which the close-up shows too.
///
/// knee_end  of knee_bones.h, about the knee centre, reference size
/// axes      of the segment at rest, as columns
Field with_knee_end(const Clay& clay, float (*knee_end)(const glm::vec3&), const FigureSize& size,
                    const glm::mat3& axes) {
  const float knee_size = size.thigh / knee_shape::reference_thigh_m, reach = 0.12F * knee_size;
  const glm::vec3 knee = size.knee;
  const auto value = [=, shape = clay.shape()](const glm::vec3& p) {
    const glm::vec3 right(p.x, p.y, std::abs(p.z));
    const float bone = shape.value(right);
    if (std::abs(p.y - knee.y) > reach) return bone;
    const float end = knee_size * knee_end((right - knee) * axes / knee_size), width = 0.008F * knee_size;
    const float h = std::max(width - std::abs(bone - end), 0.0F);
    return std::min(bone, end) - 0.25F * h * h / width;
  };
  const glm::vec3 around(0.05F * knee_size);
  glm::vec3 low = glm::min(clay.shape().low(), knee - around), high = glm::max(clay.shape().high(), knee + around);
  low.z = -high.z;
  return {low, high, value, true};
}

/// Down the line from knee to ankle, which a knock knee tilts.
glm::mat3 shank_axes(const FigureSize& size) {
  const glm::vec3 up = glm::normalize(size.knee - size.ankle), x(1.0F, 0.0F, 0.0F);
  return {x, up, glm::cross(x, up)};
}

Clay tibia(const FigureSize& size) {
  Clay c(size.knee, size.scale, glm::distance(size.knee, size.ankle) / reference_shank_m);
  c.turned(shank_axes(size));
  c.shaft({{0.085F, 0.007F, -0.001F, 0.0150F, 0.0150F, 0.0150F},
           {0.110F, 0.009F, -0.001F, 0.0150F, 0.0145F, 0.0132F},
           {0.160F, 0.011F, -0.003F, 0.0148F, 0.0140F, 0.0120F},
           {0.230F, 0.011F, -0.004F, 0.0135F, 0.0130F, 0.0112F},
           {0.310F, 0.008F, -0.006F, 0.0115F, 0.0120F, 0.0110F},
           {0.370F, 0.005F, -0.006F, 0.0120F, 0.0130F, 0.0135F},
           {0.405F, 0.002F, -0.004F, 0.0160F, 0.0170F, 0.0190F}},
          0.006F);
  c.chain({{{0.022F, -0.070F, 0.001F}, 0.0035F},
           {{0.023F, -0.130F, -0.003F}, 0.0030F},
           {{0.023F, -0.200F, -0.006F}, 0.0030F},
           {{0.016F, -0.300F, -0.010F}, 0.0030F}},
          0.005F);  // front edge
  c.ball({0.000F, -0.424F, -0.004F}, {0.0190F, 0.0100F, 0.0200F}, 0.008F);
  c.rod({{0.003F, -0.418F, -0.021F}, 0.0090F}, {{0.004F, -0.440F, -0.0245F}, 0.0065F}, 0.008F);  // inner ankle
  c.hollow({0.000F, -0.446F, -0.001F}, {0.0230F, 0.0150F, 0.0175F}, 0.003F);
  return c;
}

void add_fibula(BoneBuilder& bones, const FigureSize& size) {
  const float k = size.scale, along = glm::distance(size.knee, size.ankle) / reference_shank_m;
  const glm::mat3 axes = shank_axes(size);
  const auto at = [&](float x, float y, float z) { return size.knee + axes * glm::vec3(k * x, along * y, k * z); };
  bones.add_pair({{{at(-0.019F, -0.046F, 0.033F), k * 0.0100F, k * 0.0100F},
                   {at(-0.018F, -0.066F, 0.034F), k * 0.0065F, k * 0.0065F},
                   {at(-0.013F, -0.160F, 0.036F), k * 0.0060F, k * 0.0065F},
                   {at(-0.009F, -0.290F, 0.034F), k * 0.0060F, k * 0.0062F},
                   {at(-0.008F, -0.390F, 0.028F), k * 0.0072F, k * 0.0068F},
                   {at(-0.007F, -0.425F, 0.029F), k * 0.0110F, k * 0.0072F},
                   {at(-0.008F, -0.452F, 0.030F), k * 0.0080F, k * 0.0055F}},
                  {1.0F, 0.0F, 0.0F},
                  10,
                  3},
                 on_shank);
}

}  // namespace

void add_femurs(BoneBuilder& bones, const FigureSize& size) {
  Clay upper(size.hip, size.scale, size.thigh / reference_thigh_m);
  put_upper_femur(upper);
  bones.add(with_knee_end(upper, &knee_bones::femur, size, glm::mat3(1.0F)), fine_cell_m * size.scale, on_thigh);
}

void add_shanks(BoneBuilder& bones, const FigureSize& size) {
  bones.add(with_knee_end(tibia(size), &knee_bones::tibia, size, shank_axes(size)), fine_cell_m * size.scale, on_shank);
  add_fibula(bones, size);
}

}  // namespace stridelab::view
