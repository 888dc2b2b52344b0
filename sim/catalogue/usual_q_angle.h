#pragma once

#include <string_view>

namespace stridelab {

/// The static quadriceps angle of most people of a sex, what `q_angle_deg` is where nobody gives it: 13 deg for "male",
/// 16 deg for "female", 13 deg for any other word.
///
/// unit    deg
/// errors  none (pure function)
/// source  judged: published means of standing adults lie between about 11 and 18 deg and depend on how the angle is
///         taken (Livingston & Mandigo 1999, Clin Biomech 14:7); women about 3 deg above men
double usual_q_angle_deg(std::string_view sex);

}  // namespace stridelab
