#include "render/scene/bone_clay.h"
#include "render/scene/bone_parts.h"

namespace stridelab::view {
namespace {

/// Of the reference foot, ankle centre to toe joint, along the sole.
constexpr float reference_toe_joint_m = 0.130F;

/// Heel bone, ankle bone and the small ones in front of them; places from the ankle centre. The sole of the shoe and
/// the pad of the heel lie below.
Clay tarsus(const FigureSize& size, float k) {
  Clay c(size.ankle, k);
  c.ball({-0.029F, -0.033F, 0.003F}, {0.0215F, 0.0240F, 0.0150F}, 0.008F);
  c.rod({{-0.030F, -0.030F, 0.003F}, 0.0155F}, {{0.022F, -0.034F, 0.012F}, 0.0125F}, 0.008F);
  c.ball({0.010F, -0.030F, -0.012F}, {0.0120F, 0.0060F, 0.0090F}, 0.008F);
  c.rod({{-0.001F, -0.007F, -0.013F}, 0.0120F}, {{-0.001F, -0.007F, 0.011F}, 0.0120F}, 0.004F);
  c.ball({0.002F, -0.015F, 0.000F}, {0.0230F, 0.0100F, 0.0150F}, 0.006F);
  c.rod({{0.012F, -0.014F, -0.004F}, 0.0110F}, {{0.031F, -0.022F, -0.010F}, 0.0125F}, 0.006F);
  c.ball({0.045F, -0.026F, -0.012F}, {0.0085F, 0.0140F, 0.0165F}, 0.002F);
  c.ball({0.043F, -0.040F, 0.016F}, {0.0170F, 0.0115F, 0.0125F}, 0.002F);
  c.ball({0.063F, -0.031F, -0.014F}, {0.0120F, 0.0130F, 0.0115F}, 0.002F);
  c.ball({0.062F, -0.033F, 0.004F}, {0.0110F, 0.0115F, 0.0100F}, 0.003F);
  return c;
}

struct Ray {
  float base_x, base_y, base_z, head_x, head_z, head_r;  ///< of the middle foot, metres from the ankle centre
  float toe_length;
};
constexpr Ray rays[5] = {{0.076F, -0.034F, -0.016F, 0.128F, -0.024F, 0.0095F, 0.046F},
                         {0.077F, -0.031F, -0.004F, 0.132F, -0.007F, 0.0068F, 0.046F},
                         {0.073F, -0.034F, 0.006F, 0.127F, 0.008F, 0.0066F, 0.041F},
                         {0.062F, -0.038F, 0.017F, 0.118F, 0.021F, 0.0064F, 0.036F},
                         {0.036F, -0.034F, 0.033F, 0.106F, 0.034F, 0.0066F, 0.031F}};

void add_ray(BoneBuilder& bones, const FigureSize& size, float k, int i) {
  const Ray& ray = rays[i];
  const float head_y = size.toe_joint.y - size.ankle.y + k * (i == 0 ? 0.003F : 0.000F);
  const auto at = [&](float x, float y_m, float z) { return size.ankle + glm::vec3(k * x, y_m, k * z); };
  const float r = k * ray.head_r;
  bones.add_pair({{{at(ray.base_x, k * ray.base_y, ray.base_z), 1.05F * r, 0.95F * r},
                   {at(glm::mix(ray.base_x, ray.head_x, 0.5F), glm::mix(k * ray.base_y, head_y, 0.42F),
                       glm::mix(ray.base_z, ray.head_z, 0.5F)),
                    0.62F * r, 0.62F * r},
                   {at(ray.head_x, head_y, ray.head_z), r, r}},
                  {0.0F, 0.0F, 1.0F},
                  8,
                  3},
                 on_foot);
  const float tip_y = size.sole_y - size.ankle.y + k * 0.030F, gap = 1.9F * ray.head_r;
  const auto toe = [&](float t) {
    return at(ray.head_x + gap + t * ray.toe_length,
              glm::mix(head_y, tip_y, 0.6F * t) + k * (i == 0 ? 0.0F : 0.005F) * 4.0F * t * (1.0F - t),
              ray.head_z - 0.004F * t);
  };
  const float split = i == 0 ? 0.55F : 0.52F;
  bones.add_pair({{{toe(0.0F), 0.85F * r, 0.80F * r},
                   {toe(0.5F * split), 0.55F * r, 0.50F * r},
                   {toe(split), 0.70F * r, 0.62F * r}},
                  {0.0F, 0.0F, 1.0F},
                  7,
                  2},
                 on_toes);
  bones.add_pair(
      {{{toe(split + 0.16F), 0.66F * r, 0.56F * r}, {toe(1.0F), 0.55F * r, 0.40F * r}}, {0.0F, 0.0F, 1.0F}, 7, 2},
      on_toes);
}

}  // namespace

void add_feet(BoneBuilder& bones, const FigureSize& size) {
  const float k = (size.toe_joint.x - size.ankle.x) / reference_toe_joint_m;
  bones.add(tarsus(size, k).shape(), fine_cell_m * size.scale, on_foot);
  for (int i = 0; i < 5; ++i) add_ray(bones, size, k, i);
}

}  // namespace stridelab::view
