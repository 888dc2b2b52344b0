#include "loads/patella_model.h"

#include "model_files/model_file.h"

namespace stridelab {
namespace {

constexpr ModelRange share{0.0, 2.0, ""}, slope_deg{0.0, 60.0, "deg"};

PatellaModel::Deviation read_deviation(ModelSection in) {
  constexpr ModelRange q_deg{1.0, 40.0, "deg"};
  PatellaModel::Deviation d{};
  d.q_norm_male_rad = in.angle_rad("q_norm_male_deg", q_deg);
  d.q_norm_female_rad = in.angle_rad("q_norm_female_deg", q_deg);
  d.q_share_bent = in.number("q_share_bent", share);
  d.q_share_straight = in.number("q_share_straight", share);
  d.q_flexion_deg = in.number("q_flexion_deg", {1.0, 150.0, "deg"});
  d.rotation_lever = in.number("rotation_lever", share);
  d.rotation_gain = in.number("rotation_gain", share);
  d.adduction_gain = in.number("adduction_gain", share);
  // Runners turn the thigh inward or outward, but adduct it in stance.
  d.usual_rotation_rad = in.angle_rad("usual_rotation_deg", {-30.0, 30.0, "deg"});
  d.usual_adduction_rad = in.angle_rad("usual_adduction_deg", {0.0, 30.0, "deg"});
  return d;
}

KneeSupportEffect read_effect(ModelSection in) {
  constexpr ModelRange factor{0.5, 2.0, ""};
  return {in.number("area_factor", factor), in.number("force_factor", factor), in.text("evidence")};
}

}  // namespace

PatellaModel read_patella(ModelSection in) {
  PatellaModel m{};
  ModelSection tendon = in.table("patellar_tendon"), vastus = in.table("vastus_medialis"),
               retinaculum = in.table("retinaculum"), facets = in.table("facets"), band = in.table("contact_band");
  m.tendon = {tendon.number("at_zero", {0.5, 2.0, ""}), tendon.number("fall_per_deg", {0.0, 0.05, "1/deg"}),
              tendon.number("smallest", {0.1, 1.0, ""})};
  m.deviation = read_deviation(in.table("deviation"));
  m.vastus_medialis = {vastus.number("extra_loss", any_share), vastus.angle_rad("pull_angle_deg", slope_deg)};
  m.retinaculum = {retinaculum.number("share", any_share), retinaculum.number("flexion_deg", {0.0, 90.0, "deg"}),
                   retinaculum.number("decay_deg", {0.5, 120.0, "deg"})};
  m.facets = {facets.angle_rad("lateral_slope_deg", {1.0, 60.0, "deg"}),
              facets.angle_rad("medial_slope_deg", {1.0, 60.0, "deg"})};
  m.band = {band.number("lowest", any_share), band.number("span", any_share),
            band.number("from_deg", {-10.0, 60.0, "deg"}), band.number("over_deg", {5.0, 150.0, "deg"})};
  return m;
}

KneeSupportModel read_knee_supports(ModelSection in) {
  KneeSupportModel m;
  m.tape = read_effect(in.table("tape"));
  m.brace = read_effect(in.table("brace"));
  m.sleeve = read_effect(in.table("sleeve"));
  return m;
}

const KneeSupportEffect& KneeSupportModel::effect(KneeSupport support) const {
  switch (support) {
    case KneeSupport::tape:
      return tape;
    case KneeSupport::brace:
      return brace;
    case KneeSupport::sleeve:
      return sleeve;
    case KneeSupport::none:
      break;
  }
  return none;
}

}  // namespace stridelab
