#pragma once

#include "loads/side.h"
#include "render/scene/draw_list.h"
#include "render/scene/palette.h"

namespace stridelab::view {

/// How long a force is drawn. The default makes a runner's peak, about 2 kN, as long as a thigh and a shank.
struct ForceScale {
  double n_per_cm = 20.0;
  [[nodiscard]] double metres(double force_n) const { return force_n / (100.0 * n_per_cm); }
  [[nodiscard]] std::string text() const;  ///< "20 N per cm"
};

/// The force of the ground from the centre of pressure, with its size in N and in body weights; nothing below 20 N, where
/// the centre of pressure has no meaning.
void add_force_arrow(DrawList& list, const StrideSample& sample, double body_mass_kg, const ForceScale& scale = {});

/// Whose line it is: words before its angle, and its colour.
struct LineOf {
  std::string name;
  glm::vec4 colour = palette::angle;
};

/// Line through hip, knee and ankle centre, and an arc at the knee from the thigh's line to the shank as seen from the
/// front, with the frontal-plane projection angle in degrees and its name (valgus: knee inward).
void add_frontal_line(DrawList& list, const StrideSample& sample, Side side, const LineOf& of = {});

/// The lever arm of the ground's force about the axis that the knee bends on: the shortest way, in the plane across that
/// axis, from the knee centre to the line of the force.
///
/// frame  world of the sample, metres
/// sign   positive: the force bends the knee (the quadriceps must hold against it)
struct KneeLever {
  bool loaded = false;  ///< false below 20 N: the rest is zero then
  double arm_m = 0.0;
  Vec3 knee_m = Vec3::Zero(), on_force_line_m = Vec3::Zero();
};
KneeLever knee_lever(const StrideSample& sample, Side side);

/// Draws it with its length in cm and the force's line prolonged to it; nothing if not loaded.
void add_knee_lever(DrawList& list, const StrideSample& sample, Side side);

}  // namespace stridelab::view
