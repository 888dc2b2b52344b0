#pragma once

#include <vector>

#include "render/scene/draw_list.h"
#include "render/scene/knee_patella.h"

namespace stridelab::view {

/// The tendon of the quadriceps from above, round the groove where the kneecap has slid below it, to the kneecap's base,
/// and the patellar tendon from its tip to the tibia: flat bands, each a few tubes side by side, in the frame of the femur.
/// For a pose of reference size; the colour is left to the caller.
std::vector<Tube> knee_tendons(const PatellaPose& pose);

}  // namespace stridelab::view
