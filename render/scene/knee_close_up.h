#pragma once

#include <array>
#include <memory>
#include <optional>

#include "catalogue/leg_values.h"
#include "loads/side.h"
#include "render/scene/draw_list.h"
#include "render/scene/palette.h"
#include "runner/body.h"

namespace stridelab::view {

/// The bones of a person's knees, ready to be drawn. Made once for a body, shared by all pictures.
///
/// Meshes are of reference size, in the frames of knee_patella.h, mirrored for the left leg: femur and tibia with the knee
/// straight, the kneecap in its own. The picture shows every knee equally large; the contact is what it is on this one.
struct KneeCloseUp {
  struct Leg {
    std::shared_ptr<const Mesh> femur, femur_cartilage, tibia, tibia_cartilage, fibula, patella, patella_cartilage;
  };
  std::array<Leg, 2> leg;  ///< 0 right, 1 left
  double thigh_m = 0.42;
  double mass_kg = 70.0;  ///< of the person: forces are said in body weights
};
KneeCloseUp knee_close_up(const Body& body);

/// Pressure in the contact of the kneecap as the close-up colours it.
LoadScale contact_stress_scale();

/// The higher pressure of the two facets, MPa, where that scale does not cover it; empty where it does.
std::optional<double> beyond_contact_scale_mpa(const LegValues& values);

/// The knee from near: the kneecap in its groove as the knee bends, where it touches and how hard.
///
/// The picture is its own room with the thigh upright, whatever the runner does; it has a camera and no ground. The patch
/// of contact has the area and the height of the values, its outer and inner part the colours of their pressures; nothing
/// is coloured where nothing presses. A second kneecap beside it shows the same contact from behind. Of the labels those
/// come first that matter most.
///
/// values  of the same leg and instant as the sample
/// aspect  of the picture, width / height
/// errors  none (pure function)
DrawList close_up_picture(const KneeCloseUp& knee, const StrideSample& sample, const LegValues& values, Side side,
                          float aspect);

}  // namespace stridelab::view
