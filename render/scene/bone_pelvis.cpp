#include "render/scene/bone_clay.h"
#include "render/scene/bone_parts.h"

namespace stridelab::view {
namespace {

/// The wing of the ilium: bars that fan out from above the hip to the crest, melted into a plate.
void put_wing(Clay& clay, float wide) {
  const std::vector<Clay::Bead> crest = {
      {{0.055F, 0.074F, 0.108F * wide}, 0.0085F}, {{0.045F, 0.106F, 0.116F * wide}, 0.007F},
      {{0.019F, 0.132F, 0.124F * wide}, 0.0075F}, {{-0.014F, 0.146F, 0.123F * wide}, 0.0075F},
      {{-0.046F, 0.147F, 0.105F * wide}, 0.007F}, {{-0.072F, 0.138F, 0.080F * wide}, 0.0075F},
      {{-0.094F, 0.112F, 0.047F * wide}, 0.009F}};
  clay.chain(crest, 0.0025F);
  const std::vector<glm::vec3> root = {{0.034F, 0.036F, 0.088F * wide},  {0.022F, 0.044F, 0.084F * wide},
                                       {0.010F, 0.048F, 0.080F * wide},  {-0.006F, 0.050F, 0.075F * wide},
                                       {-0.020F, 0.052F, 0.068F * wide}, {-0.032F, 0.056F, 0.060F * wide},
                                       {-0.050F, 0.066F, 0.046F * wide}};
  for (std::size_t i = 0; i < crest.size(); ++i)
    clay.rod({root[i], 0.0085F}, {glm::mix(root[i], crest[i].at, 0.94F), 0.0056F}, 0.019F);
  for (std::size_t i = 0; i + 1 < crest.size(); ++i)  // between the bars
  {
    const glm::vec3 low = 0.5F * (root[i] + root[i + 1]), high = 0.5F * (crest[i].at + crest[i + 1].at);
    clay.rod({low, 0.008F}, {glm::mix(low, high, 0.96F), 0.0056F}, 0.019F);
  }
  clay.chain({{root.front(), 0.009F}, {{0.048F, 0.052F, 0.100F * wide}, 0.006F}, crest.front()}, 0.008F);  // front edge
  clay.chain({{root.back(), 0.011F}, {{-0.078F, 0.084F, 0.042F * wide}, 0.008F}, crest.back()}, 0.010F);   // back edge
}

/// Socket of the hip, seat bone and pubic branches: the ring around the obturator opening.
void put_ring(Clay& clay, float wide, float hip_z) {
  clay.chain({{{-0.020F, 0.052F, 0.066F * wide}, 0.014F}, {{-0.010F, 0.022F, hip_z - 0.016F}, 0.020F}}, 0.015F);
  clay.chain({{{0.030F, 0.036F, 0.086F * wide}, 0.011F}, {{0.010F, 0.020F, hip_z - 0.004F}, 0.018F}}, 0.015F);
  clay.ball({0.000F, 0.004F, hip_z - 0.008F}, {0.035F, 0.035F, 0.026F}, 0.012F);
  clay.chain({{{0.014F, 0.006F, hip_z - 0.020F}, 0.013F},
              {{0.034F, -0.002F, 0.038F}, 0.0085F},
              {{0.047F, -0.012F, 0.013F}, 0.0095F}},
             0.008F);  // upper branch of the pubis
  clay.chain({{{0.047F, -0.012F, 0.012F}, 0.0095F}, {{0.040F, -0.040F, 0.009F}, 0.008F}}, 0.006F);  // body of the pubis
  clay.chain({{{0.038F, -0.040F, 0.011F}, 0.0075F},
              {{0.012F, -0.052F, 0.028F}, 0.0065F},
              {{-0.022F, -0.060F, 0.050F}, 0.010F}},
             0.006F);  // lower branch
  clay.chain({{{-0.022F, -0.060F, 0.052F}, 0.013F},
              {{-0.040F, -0.042F, 0.057F}, 0.0155F},
              {{-0.030F, -0.012F, hip_z - 0.018F}, 0.014F}},
             0.010F);                                                                           // seat bone
  clay.rod({{-0.036F, -0.002F, hip_z - 0.022F}, 0.009F}, {{-0.050F, 0.002F, 0.046F}, 0.005F});  // its spine
  clay.hollow({0.008F, -0.006F, hip_z + 0.008F}, glm::vec3(0.0262F), 0.003F);                   // the socket
}

/// Sacrum and coccyx, with the openings of its nerves hinted.
Clay sacrum(const FigureSize& size, float wide) {
  Clay clay(glm::vec3(0.0F), size.scale);
  clay.rod({{-0.052F, 0.113F, -0.012F}, 0.017F}, {{-0.052F, 0.113F, 0.012F}, 0.017F});
  clay.rod({{-0.056F, 0.112F, 0.014F}, 0.016F}, {{-0.066F, 0.104F, 0.040F * wide}, 0.013F}, 0.010F);
  clay.rod({{-0.066F, 0.090F, 0.010F}, 0.017F}, {{-0.074F, 0.080F, 0.034F * wide}, 0.013F}, 0.012F);
  clay.chain({{{-0.054F, 0.108F, 0.0F}, 0.020F},
              {{-0.078F, 0.066F, 0.0F}, 0.017F},
              {{-0.090F, 0.032F, 0.0F}, 0.011F},
              {{-0.086F, 0.008F, 0.0F}, 0.007F},
              {{-0.072F, -0.010F, 0.0F}, 0.005F}},
             0.012F);
  clay.rod({{-0.078F, 0.066F, 0.008F}, 0.015F}, {{-0.092F, 0.030F, 0.006F}, 0.009F}, 0.010F);
  clay.chain({{{-0.088F, 0.116F, 0.0F}, 0.006F}, {{-0.104F, 0.076F, 0.0F}, 0.006F}, {{-0.102F, 0.040F, 0.0F}, 0.004F}},
             0.008F);
  for (const glm::vec3& at : {glm::vec3(-0.094F, 0.092F, 0.020F), glm::vec3(-0.102F, 0.070F, 0.017F)})
    clay.hollow(at, {0.007F, 0.004F, 0.004F}, 0.004F);
  return clay;
}

}  // namespace

void add_pelvis(BoneBuilder& bones, const FigureSize& size) {
  const float wide = size.female ? 1.04F : 1.0F;  // wings; the hips themselves are where the tree has them
  Clay clay(glm::vec3(0.0F), size.scale);
  put_wing(clay, wide);
  put_ring(clay, wide, size.hip.z / size.scale);
  bones.add(clay.shape(), fine_cell_m * size.scale, on_pelvis);
  bones.add(sacrum(size, wide).shape(), coarse_cell_m * size.scale, on_pelvis);
}

}  // namespace stridelab::view
