#include "gait/strike_groups.h"

#include "core/invalid_model_files.h"
#include "core/model_path.h"

namespace stridelab {

StrikeGroups read_strike_groups(ModelSection root) {
  constexpr ModelRange strike{-30.0, 40.0, "deg"};
  ModelSection blend = root.table("blend"), mean = root.table("group_mean"), shape = root.table("force_shape");
  const StrikeGroups groups{blend.number("rearfoot_from_deg", strike), blend.number("forefoot_below_deg", strike),
                            mean.number("rearfoot_deg", strike),       mean.number("forefoot_deg", strike),
                            shape.angle_rad("lowest_deg", strike),     shape.angle_rad("highest_deg", strike)};
  if (!(groups.forefoot_below_deg < groups.rearfoot_from_deg))
    blend.refuse("forefoot_below_deg is not below rearfoot_from_deg");
  if (!(groups.forefoot_mean_deg < groups.rearfoot_mean_deg)) mean.refuse("forefoot_deg is not below rearfoot_deg");
  if (!(groups.shape_lowest_rad < groups.shape_highest_rad)) shape.refuse("lowest_deg is not below highest_deg");
  return groups;
}

const StrikeGroups& strike_groups() {
  static const StrikeGroups groups =
      value_or_throw(read_model_file(model_path("gait/strike_groups.toml"), read_strike_groups));
  return groups;
}

}  // namespace stridelab
