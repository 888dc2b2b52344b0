#include <array>

#include "catalogue/parameter_rows.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 2> sexes{"male", "female"};
constexpr std::array<std::string_view, 3> arches{"flat", "neutral", "high"};

constexpr std::array rows{
    number_row("mass_kg", "body", "kg", 70.0, 40.0, 140.0, "body mass with clothes; forces in BW divide by mass x 9.81",
               "convention; 69.4 in Fukuchi 2017", &Body::mass_kg),
    number_row("height_m", "body", "m", 1.75, 1.45, 2.05,
               "standing height without shoes; scales segments and leg length", "convention; 1.756 in Fukuchi 2017",
               &Body::height_m),
    text_row("sex", "body", "male", sexes, "selects published segment inertia and knee geometry",
             "de Leva 1996, J Biomech 29:1223; Besier 2005, J Orthop Res 23:345", &Body::sex),
    sided(following_row(
        "q_angle_deg", "body", "deg", "by sex: 13, female 16", 5.0, 30.0,
        "static quadriceps angle, standing; above the norm of the sex the pull on the kneecap turns outward, "
        "which loads its outer and unloads its inner side; the motion stays the same",
        "norms judged (measured means of 11 to 18 depend on how it is taken); effect: Huberti & Hayes 1984, "
        "J Bone Joint Surg Am 66:715; no link with the motion: Almeida 2016, Rev Bras Ortop 51:181",
        &Body::q_angle_rad, Conversion::degrees)),
    sided(number_row(
        "knee_alignment_deg", "body", "deg", 0.0, -10.0, 10.0,
        "static alignment of the leg, knock knee (valgus) positive, bow leg negative; tilts the shin, "
        "which shifts the load between the inner and the outer half of the knee and stretches or slackens the "
        "outer band",
        "convention, 0 = neutral; geometry", &Body::knee_alignment_rad, Conversion::degrees)),
    sided(
        text_row("foot_posture", "body", "neutral", arches,
                 "arch of the foot; a flat foot lets the heel roll in further and the shin turn inward with it, a high "
                 "arch is stiffer",
                 "direction published, size judged", &Body::foot_posture)),
    sided(
        number_row("hamstring_tightness_percent", "body", "%", 0.0, 0.0, 100.0,
                   "added passive stiffness behind the thigh, 0 is supple; it pulls the knee into flexion when the leg "
                   "reaches forward, so the thigh muscle has to work against it",
                   "mechanism: passive stretch beyond slack length; 100 % judged", &Body::hamstring_tightness,
                   Conversion::percent)),
    sided(number_row(
        "calf_tightness_percent", "body", "%", 0.0, 0.0, 100.0,
        "added passive stiffness of the calf, 0 is supple; it resists bending the ankle up in mid-stance and "
        "adds to the Achilles load",
        "mechanism: passive stretch beyond slack length; 100 % judged", &Body::calf_tightness, Conversion::percent)),
    number_row("leg_length_difference_mm", "body", "mm", 0.0, -40.0, 40.0,
               "how much longer the right leg is than the left, thigh and shank alike; negative where the left one is",
               "convention; half of it is added to one leg and taken from the other"),
    number_row("fatigue_percent", "body", "%", 0.0, 0.0, 100.0,
               "lowers the five strengths by what a hard run takes from each, 100 is the state after a marathon; like "
               "all strength it acts only where demand then exceeds capacity",
               "models/runners/fatigue.toml: Petersen 2007, Eur J Appl Physiol 101:385; others judged"),
};

}  // namespace

std::span<const ParameterInfo> body_rows() { return rows; }

}  // namespace stridelab
