#pragma once

#include <filesystem>
#include <tl/expected.hpp>

#include "core/diagnostics.h"
#include "gait/form.h"

namespace stridelab {

/// What a hard run takes from the capacity of each muscle group, 0 .. 1.
struct FatigueDrops {
  double abductors = 0.0, knee_extensors = 0.0, hip_extensors = 0.0, plantarflexors = 0.0, trunk = 0.0;
};

/// Reads models/runners/fatigue.toml. errors: every missing, unknown or out-of-range key in one pass
tl::expected<FatigueDrops, Diagnostics> read_fatigue();
tl::expected<FatigueDrops, Diagnostics> read_fatigue_file(const std::filesystem::path& file);

/// Lowers the five strengths of a form: capacity x (1 - fatigue x drop of the group).
///
/// fatigue  0 rested .. 1 as after a hard run; 0 changes no bit
/// errors   none (pure function)
void tire(Form& form, const FatigueDrops& drops, double fatigue);

}  // namespace stridelab
