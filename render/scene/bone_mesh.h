#pragma once

#include "render/scene/mesh.h"
#include "runner/body.h"

namespace stridelab::view {

/// The skeleton of a person without the kneecaps: closed surfaces, one per bone or group of bones that move together,
/// sized by the segment lengths of the body, each carried by one bone of mesh.h (the loin between pelvis and torso).
///
/// frame   rest pose of mesh.h; X forward, Y up, Z right, metres; left and right are mirror images
/// errors  throws InvalidModelFiles if models/runners/de_leva_1996.toml is missing or broken
Mesh bone_mesh(const Body& body);

/// A right kneecap in its own frame (PatellaPose), metres of the reference size.
Mesh patella_mesh();

}  // namespace stridelab::view
