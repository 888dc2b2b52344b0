#include "gait/foot_laws.h"

#include <algorithm>
#include <functional>

#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

constexpr ModelRange contact_share{0.01, 0.99, "of contact"}, exponent{0.2, 10.0, ""}, sine{0.001, 1.0, ""},
    along_sole{-0.5, 1.5, "of heel to ball"};

FootLaws::Pitch read_pitch(ModelSection in) {
  return {in.angle_rad("flat_deg", {-15.0, 15.0, "deg"}),
          in.number("flat_from", contact_share),
          in.number("landing_exponent", exponent),
          in.number("heel_off", contact_share),
          in.number("push_deg", {0.0, 90.0, "deg"}),
          in.number("push_rise_deg_per_m_s", {-20.0, 20.0, "deg s/m"}),
          in.number("push_exponent", exponent)};
}

void read_path(ModelSection in, FootLaws& laws) {
  laws.path_contact = in.numbers<FootLaws::path_points>("contact_share", any_share);
  laws.path_rearfoot = in.numbers<FootLaws::path_points>("rearfoot", along_sole);
  laws.path_forefoot = in.numbers<FootLaws::path_points>("forefoot", along_sole);
  if (std::ranges::adjacent_find(laws.path_contact, std::greater_equal<>()) != laws.path_contact.end())
    in.refuse("contact_share does not rise");
}

FootLaws read(ModelSection root) {
  FootLaws laws{};
  ModelSection resting = root.table("resting_point"), rest = root.table("rest"), toe_load = root.table("toe_load");
  laws.pitch = read_pitch(root.table("pitch"));
  laws.toe_limit_rad = root.table("toe_joint").angle_rad("limit_deg", {5.0, 90.0, "deg"});
  laws.resting_point = {resting.number("heel_width", sine), resting.number("tip_from", sine),
                        resting.number("tip_width", sine)};
  laws.rest_full_from = rest.number("full_from", {0.01, 0.99, "of stance"});
  laws.rest_fades_over = rest.number("fades_over", {0.01, 0.99, "of stance"});
  laws.toe_load_from = toe_load.number("from", contact_share);
  laws.toe_load_over = toe_load.number("over", contact_share);
  read_path(root.table("pressure_path"), laws);
  return laws;
}

}  // namespace

const FootLaws& foot_laws() {
  static const FootLaws laws = value_or_throw(read_model_file(model_path("gait/foot_schedule.toml"), read));
  return laws;
}

}  // namespace stridelab
