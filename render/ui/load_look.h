#pragma once

#include <imgui.h>

#include <string>

#include "regions/region_load.h"

namespace stridelab::view {

/// How a load against its usual band looks: a colour, and a sign for those who do not tell colours apart.
ImU32 level_colour(LoadLevel level);
const char* level_sign(LoadLevel level);

/// "front of knee\nkneecap pressure 7.5 MPa\nusual 6.6 .. 10.3: inside", for a hint; the first line may be empty.
std::string load_text(const MetricLoad& load, const std::string& heading);

}  // namespace stridelab::view
