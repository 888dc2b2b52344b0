#include "gait/reference_runners.h"

#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

ReferenceRunners::Speed read_speed(ModelSection in) {
  return {in.number("speed_m_s", {1.0, 10.0, "m/s"}), in.number("cadence_spm", {100.0, 250.0, "steps/min"}),
          in.number("toe_off_share", {0.1, 0.5, "of the stride"}), in.angle_rad("strike_deg", {-30.0, 40.0, "deg"})};
}

ReferenceRunners read(ModelSection root) {
  const ReferenceRunners runners{root.number("height_m", body_height_m),
                                 root.number("leg_share_of_height", {0.4, 0.65, ""}), read_speed(root.table("slow")),
                                 read_speed(root.table("fast")), read_speed(root.table("fastest"))};
  if (!(runners.slow.speed_m_s < runners.fast.speed_m_s && runners.fast.speed_m_s < runners.fastest.speed_m_s))
    root.refuse("slow, fast and fastest do not rise");
  return runners;
}

}  // namespace

const ReferenceRunners& reference_runners() {
  static const ReferenceRunners runners =
      value_or_throw(read_model_file(model_path("gait/reference_runners.toml"), read));
  return runners;
}

}  // namespace stridelab
