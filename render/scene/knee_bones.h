#pragma once

#include <glm/glm.hpp>

#include "render/scene/mesh.h"

namespace stridelab::view {

/// The bones of a right knee and their cartilage, of reference size (knee_shape), as distance fields: negative inside,
/// metres. Proportions judged from anatomy atlases; the groove and the facets of the kneecap fit each other exactly.
///
/// frame  femur, tibia, fibula: knee centre, x forward, y proximal, z lateral, knee straight; the kneecap in its own
///        frame (PatellaPose)
namespace knee_bones {
float femur(const glm::vec3& p);
float femur_cartilage(const glm::vec3& p);
float tibia(const glm::vec3& p);
float tibia_cartilage(const glm::vec3& p);  ///< plateau and menisci
float fibula(const glm::vec3& p);
float patella(const glm::vec3& p);
float patella_cartilage(const glm::vec3& p);
}  // namespace knee_bones

/// Slopes of the two sides of the groove and of the kneecap's facets against the direction to the side; the same sulcus
/// as in models/knee/patella.toml.
inline constexpr float lateral_slope_rad = 0.3229F, medial_slope_rad = 0.4102F;

/// How far the groove's surface is from the axis of its arc, lateral_m to the outer side of its bottom, within the facets.
float groove_radius_at(float lateral_m);

/// How far the kneecap's facets lie in front of their ridge at a place to the outer side of it.
float facet_depth_at(float lateral_m);

/// Half of the kneecap's outline: how far its cartilage reaches to the outer and to the inner side at a height over the
/// middle of the facets; zero beyond it.
struct FacetWidth {
  float lateral_m, medial_m;
};
FacetWidth facet_width_at(float height_m);

/// The meshes of one leg's knee, metres of the reference size.
struct KneeMeshes {
  Mesh femur, femur_cartilage, tibia, tibia_cartilage, fibula, patella, patella_cartilage;
};
/// Of a right knee; cell_m is the size of its finest features. knee_cell_m is as fine as a picture in a corner shows.
inline constexpr float knee_cell_m = 0.003F;
KneeMeshes knee_meshes(float cell_m);

/// The same surface on the other side: z turned round, still counter-clockwise from outside.
Mesh mirrored(Mesh mesh);

}  // namespace stridelab::view
