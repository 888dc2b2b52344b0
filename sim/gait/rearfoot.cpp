#include "gait/rearfoot.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gait/normative_laws.h"
#include "gait/smooth_step.h"
#include "gait/stance_phase.h"

namespace stridelab {
namespace {

/// How the arch is loaded over stance s = 0 .. 1.
double arch_load(double s) { return s > 0.0 && s < 1.0 ? std::pow(std::sin(std::numbers::pi * s), 2) : 0.0; }

/// The foot comes down on its outer edge and rolls flat.
double landing_roll_rad(double since_contact_s) {
  const NormativeLaws::Rearfoot& law = normative_laws().rearfoot;
  return -law.landing_inversion_rad *
         (1.0 - smooth_step((since_contact_s - law.rolls_in_from_s) / (law.flat_at_s - law.rolls_in_from_s)));
}

/// The heel rises about the oblique line of the metatarsal heads, which tips it outward, until the big toe takes over.
double heel_rise_roll_rad(double pitch_rad) {
  const NormativeLaws::Rearfoot& law = normative_laws().rearfoot;
  const double rise_rad = law.oblique_rise_rad * std::tanh(std::max(0.0, -pitch_rad) / law.oblique_rise_rad);
  return -std::asin(std::sin(law.toe_break_rad) * std::sin(rise_rad));
}

/// What a flat arch (positive), a high arch or a support changes under load.
double arch_roll_rad(FootPosture posture, double arch_support) {
  const NormativeLaws::Rearfoot& law = normative_laws().rearfoot;
  const double change_rad = posture == FootPosture::flat   ? law.arch_change_rad
                            : posture == FootPosture::high ? -law.arch_change_rad
                                                           : 0.0;
  return change_rad - normative_laws().arch_support_share * arch_support * (law.landing_inversion_rad + change_rad);
}

}  // namespace

RearfootRoll::RearfootRoll(FootPosture posture, double arch_support)
    : arch_rad_(arch_roll_rad(posture, arch_support)) {}

double RearfootRoll::at_rad(double s, double stance_s, double pitch_rad) const {
  const double since_contact_s = contact_phase(s) * stance_s / stance_per_contact;
  return landing_roll_rad(since_contact_s) + heel_rise_roll_rad(pitch_rad) + arch_rad_ * arch_load(s);
}

double subtalar_for_roll_rad(const Mat3& ankle, const Vec3& axis, double roll_rad) {
  // Rodrigues: height of the lateral axis over the angle, a cos + b sin + c, as one cosine.
  const Vec3 up = ankle.transpose() * Vec3::UnitY();
  const double c = up.dot(axis) * axis.z();
  const double a = up.z() - c, b = up.dot(axis.cross(Vec3::UnitZ()));
  return std::atan2(b, a) + std::acos(std::clamp((std::sin(roll_rad) - c) / std::hypot(a, b), -1.0, 1.0));
}

}  // namespace stridelab
