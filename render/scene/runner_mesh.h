#pragma once

#include "render/scene/mesh.h"
#include "runner/body.h"

namespace stridelab::view {

/// The figure of a person in running clothes: one closed smooth skin, sized by the segment lengths of the body, widened to
/// its mass, male or female, carried by the bones with soft joints.
///
/// frame   rest pose of mesh.h; X forward, Y up, Z right, metres; left and right are mirror images
/// cell_m  of the grid it is cut out of, for a body of reference height: smaller is finer (12 mm: about 30 000 triangles)
/// errors  throws InvalidModelFiles if models/runners/de_leva_1996.toml is missing or broken
Mesh runner_mesh(const Body& body, float cell_m = 0.012F);

}  // namespace stridelab::view
