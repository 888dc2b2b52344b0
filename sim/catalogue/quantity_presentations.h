#pragma once

#include "catalogue/quantity_readers.h"

namespace stridelab {

// What many quantities share. Private to quantity_table.h.
namespace quantity_rows {

using enum Normalisation;

inline constexpr Presentation degrees{"deg", deg_per_rad, none, 1};
inline constexpr Presentation weights{"BW", 1.0, body_weight, 2};
inline constexpr Presentation nm_per_kg{"Nm/kg", 1.0, body_mass, 2};
inline constexpr Presentation nm{"Nm", 1.0, none, 1};
inline constexpr Presentation mpa{"MPa", 1.0, none, 2};
inline constexpr Presentation percent{"%", 100.0, none, 0};
inline constexpr Presentation fine_percent{"%", 100.0, none, 2};
inline constexpr Presentation yes_or_no{"1", 1.0, none, 0};

inline constexpr std::string_view kinematics = "synthesised stride; METHODS (gait)";
inline constexpr std::string_view ground = "Newton-Euler; METHODS (gait)";
inline constexpr std::string_view inverse_dynamics = "recursive Newton-Euler; METHODS (dynamics)";
inline constexpr std::string_view van_eijden = "van Eijden 1986, J Biomech 19:219; METHODS (loads)";
inline constexpr std::string_view besier = "Besier 2005, J Orthop Res 23:345; METHODS (loads)";
inline constexpr std::string_view wedge =
    "Huberti & Hayes 1984, J Bone Joint Surg Am 66:715 (as a wedge); METHODS (loads)";
inline constexpr std::string_view muscles = "Rajagopal 2016, IEEE Trans Biomed Eng 63:2068 (geometry); METHODS (loads)";
inline constexpr std::string_view loads = "METHODS (loads)";

using At = const LegInstant&;

}  // namespace quantity_rows

}  // namespace stridelab
