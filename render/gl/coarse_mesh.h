#pragma once

#include <cstdint>
#include <vector>

#include "render/scene/mesh.h"

namespace stridelab::view {

/// Triangles of the same vertices, but fewer: those of one cell of a grid and one bone become one of them. For what is
/// seen only as a shadow. Corners of the result are corners of the mesh, so that it lies inside where the mesh is round.
///
/// cell_m  side of the grid's cells, > 0; no corner moves further than its diagonal
/// errors  none (pure function); indices must be valid
std::vector<std::uint32_t> coarse_indices(const Mesh& mesh, float cell_m);

/// A cell for shadows: a hundredth of the longest side of the mesh's box; 0 for an empty mesh.
float shadow_cell_m(const Mesh& mesh);

}  // namespace stridelab::view
