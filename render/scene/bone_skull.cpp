#include "render/scene/bone_clay.h"
#include "render/scene/bone_parts.h"

namespace stridelab::view {
namespace {

// Heights are below the top of the head, like those of the face in figure_shape.cpp.
glm::vec3 at(float x, float below_vertex, float z) { return {x, -below_vertex, z}; }

void put_cranium(Clay& c) {
  c.ball(at(-0.008F, 0.086F, 0.0F), {0.088F, 0.080F, 0.068F}, 0.01F);
  c.ball(at(-0.046F, 0.098F, 0.0F), {0.056F, 0.058F, 0.062F}, 0.02F);                           // back of the head
  c.ball(at(0.042F, 0.082F, 0.0F), {0.044F, 0.048F, 0.052F}, 0.02F);                            // forehead
  c.ball(at(0.074F, 0.106F, 0.022F), {0.010F, 0.008F, 0.022F}, 0.012F);                         // brow
  c.rod({at(-0.022F, 0.140F, 0.054F), 0.012F}, {at(-0.016F, 0.166F, 0.050F), 0.007F}, 0.010F);  // mastoid
  c.ball(at(-0.020F, 0.150F, 0.0F), {0.040F, 0.018F, 0.034F}, 0.014F);                          // base
  c.hollow(at(0.034F, 0.116F, 0.074F), {0.024F, 0.030F, 0.014F}, 0.012F);                       // temple
}

void put_face(Clay& c) {
  c.ball(at(0.046F, 0.154F, 0.0F), {0.034F, 0.030F, 0.034F}, 0.016F);    // upper jaw
  c.ball(at(0.062F, 0.178F, 0.0F), {0.021F, 0.013F, 0.025F}, 0.010F);    // its teeth stand in it
  c.ball(at(0.056F, 0.140F, 0.044F), {0.015F, 0.012F, 0.013F}, 0.010F);  // cheek
  c.chain({{at(0.052F, 0.138F, 0.052F), 0.007F},
           {at(0.026F, 0.136F, 0.063F), 0.0048F},
           {at(-0.004F, 0.136F, 0.062F), 0.006F}},
          0.006F);  // arch of the cheek
  c.chain({{at(0.058F, 0.134F, 0.047F), 0.0065F}, {at(0.064F, 0.108F, 0.046F), 0.0065F}},
          0.006F);                                                                        // outer edge of the orbit
  c.rod({at(0.078F, 0.106F, 0.0F), 0.010F}, {at(0.092F, 0.130F, 0.0F), 0.006F}, 0.008F);  // bridge of the nose
  c.hollow(at(0.074F, 0.124F, 0.032F), {0.027F, 0.0175F, 0.0190F}, 0.005F);               // orbit
  c.hollow(at(0.086F, 0.150F, 0.006F), {0.022F, 0.016F, 0.0095F}, 0.004F);                // opening of the nose
  c.hollow(at(0.022F, 0.182F, 0.0F), {0.028F, 0.014F, 0.017F}, 0.006F);                   // palate
}

/// Lower jaw: chin, body, corner, branch up to its joint, teeth.
Clay jaw(const glm::vec3& vertex, float scale) {
  Clay c(vertex + glm::vec3(0.0F, 0.005F * scale, 0.0F), scale);
  c.chain({{at(0.070F, 0.212F, 0.0F), 0.0105F},
           {at(0.064F, 0.209F, 0.019F), 0.0095F},
           {at(0.038F, 0.204F, 0.035F), 0.0085F},
           {at(0.006F, 0.194F, 0.046F), 0.0085F},
           {at(-0.002F, 0.168F, 0.050F), 0.0075F},
           {at(-0.006F, 0.144F, 0.051F), 0.0065F}},
          0.007F);
  c.rod({at(0.014F, 0.190F, 0.045F), 0.006F}, {at(0.016F, 0.156F, 0.049F), 0.0045F},
        0.014F);  // front edge of the branch
  c.chain({{at(0.070F, 0.198F, 0.0F), 0.0065F},
           {at(0.064F, 0.197F, 0.014F), 0.0060F},
           {at(0.036F, 0.192F, 0.029F), 0.0060F}},
          0.008F);  // teeth
  c.ball(at(0.076F, 0.219F, 0.006F), {0.007F, 0.007F, 0.012F}, 0.008F);
  return c;
}

}  // namespace

void add_skull(BoneBuilder& bones, const FigureSize& size) {
  const glm::vec3 vertex(0.0F, size.vertex_y - 0.006F * size.scale, 0.0F);  // the scalp lies above
  Clay skull(vertex, size.scale);
  put_cranium(skull);
  put_face(skull);
  bones.add(skull.shape(), fine_cell_m * size.scale, on_head);
  bones.add(jaw(vertex, size.scale).shape(), fine_cell_m * size.scale, on_head);
}

}  // namespace stridelab::view
