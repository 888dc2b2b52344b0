#pragma once

#include "render/scene/mesh.h"
#include "render/scene/surface_net.h"

namespace stridelab::view {

/// The quads of a net as triangles, along their shorter diagonals; the mesh has one vertex per point of the net.
void add_triangles(Mesh& mesh, const Net& net);

/// Normals: the mean of those of the triangles around, weighted with their areas.
void smooth_normals(Mesh& mesh);

}  // namespace stridelab::view
