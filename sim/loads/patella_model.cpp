#include "loads/patella_model.h"

#include "loads/number_reader.h"

namespace stridelab {
namespace {

PatellaModel::Deviation read_deviation(NumberReader& in) {
  PatellaModel::Deviation d{};
  d.q_norm_male_rad = in.angle_rad("deviation.q_norm_male_deg");
  d.q_norm_female_rad = in.angle_rad("deviation.q_norm_female_deg");
  d.q_share_bent = in.number("deviation.q_share_bent");
  d.q_share_straight = in.number("deviation.q_share_straight");
  d.q_flexion_deg = in.number("deviation.q_flexion_deg");
  d.rotation_lever = in.number("deviation.rotation_lever");
  d.rotation_gain = in.number("deviation.rotation_gain");
  d.adduction_gain = in.number("deviation.adduction_gain");
  d.usual_rotation_rad = in.angle_rad("deviation.usual_rotation_deg");
  d.usual_adduction_rad = in.angle_rad("deviation.usual_adduction_deg");
  return d;
}

KneeSupportEffect read_effect(NumberReader& in, const std::string& table) {
  return {in.number(table + ".area_factor"), in.number(table + ".force_factor"), in.text(table + ".evidence")};
}

}  // namespace

PatellaModel read_patella(NumberReader in) {
  PatellaModel m{};
  m.tendon = {in.number("patellar_tendon.at_zero"), in.number("patellar_tendon.fall_per_deg"),
              in.number("patellar_tendon.smallest")};
  m.deviation = read_deviation(in);
  m.vastus_medialis = {in.number("vastus_medialis.extra_loss"), in.angle_rad("vastus_medialis.pull_angle_deg")};
  m.retinaculum = {in.number("retinaculum.share"), in.number("retinaculum.flexion_deg"),
                   in.number("retinaculum.decay_deg")};
  m.facets = {in.angle_rad("facets.lateral_slope_deg"), in.angle_rad("facets.medial_slope_deg")};
  m.band = {in.number("contact_band.lowest"), in.number("contact_band.span"), in.number("contact_band.from_deg"),
            in.number("contact_band.over_deg")};
  return m;
}

KneeSupportModel read_knee_supports(NumberReader in) {
  KneeSupportModel m;
  m.tape = read_effect(in, "tape");
  m.brace = read_effect(in, "brace");
  m.sleeve = read_effect(in, "sleeve");
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
