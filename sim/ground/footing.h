#pragma once

#include "gait/footing.h"
#include "ground/contact_materials.h"

namespace stridelab {

/// The pair that every Footing is measured against: models/shoes/cushioned.toml, new, on models/surfaces/asphalt.toml.
inline constexpr std::string_view usual_shoe_name = "cushioned";
inline constexpr std::string_view usual_surface_name = "asphalt";

/// How the vertical force is shared between heel and ball in mid-stance, when it is largest.
///
/// source  judged from the centre of pressure, which has reached the forefoot's half of the sole by mid-stance
///         (Cavanagh & Lafortune 1980, J Biomech 13:397)
inline constexpr double midfoot_heel_share = 0.25, midfoot_ball_share = 0.75;

/// What a shoe and a surface change for the leg, against the usual ones.
///
/// Under the loaded midfoot it is the surface alone: its deflection per newton as the foot sees it, regions side by side
/// under shares s of the force, so that the work done is the same: sum of s^2 / k_surface. Runners take that out of the
/// leg. The midsole is not in it: soft and hard ones leave the bend of the knee as it is (Hardin 2004), the shoe acts
/// through how people land in it. Under the heel, where the landing is felt, midsole and surface give in series. The
/// foot's own soft tissue is the same in every shoe and drops out.
///
/// unit    m/N, m
/// sign    positive: gives more, lifts the heel more than the usual pair
/// errors  none (pure function); the usual pair gives exactly zero
/// source  Kerdok 2002, J Appl Physiol 92:469 (surfaces); Hardin 2004, Med Sci Sports Exerc 36:838 (midsoles); shares above
Footing footing(const Ground& ground, const Ground& usual);

}  // namespace stridelab
