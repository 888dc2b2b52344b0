#include "gait/foot_laws.h"

#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

FootLaws read(ModelSection root) {
  constexpr ModelRange stance_share{0.01, 0.99, "of stance"}, edge{0.0, 0.05, "m"};
  ModelSection toes = root.table("toe_joint"), rest = root.table("rest"), path = root.table("pressure_path");
  return {toes.angle_rad("flat_deg", {-15.0, 15.0, "deg"}),
          toes.angle_rad("limit_deg", {5.0, 90.0, "deg"}),
          rest.number("full_from", stance_share),
          rest.number("fades_over", stance_share),
          root.table("strike").number("static_offset_share", {0.0, 0.9, ""}),
          path.number("reference_heel_to_ball_m", {0.08, 0.35, "m"}),
          path.number("heel_edge_m", edge),
          path.number("toe_edge_m", edge)};
}

}  // namespace

const FootLaws& foot_laws() {
  static const FootLaws laws = value_or_throw(read_model_file(model_path("gait/foot_schedule.toml"), read));
  return laws;
}

}  // namespace stridelab
