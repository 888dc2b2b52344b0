#pragma once

#include "model_files/model_file.h"

namespace stridelab {

/// Ways to land, by foot strike (heel first positive): models/gait/strike_groups.toml.
struct StrikeGroups {
  double rearfoot_from_deg, forefoot_below_deg;  ///< a midfoot strike lies between
  double rearfoot_mean_deg, forefoot_mean_deg;   ///< of the measured groups
  double shape_lowest_rad, shape_highest_rad;    ///< strikes between which the force shape follows the groups
};

StrikeGroups read_strike_groups(ModelSection root);

/// Read once per process.
/// errors  InvalidModelFiles if the file is missing or broken
const StrikeGroups& strike_groups();

}  // namespace stridelab
