#pragma once

#include <vector>

#include "metrics/metric_table.h"

namespace stridelab {

// The rows of metric_table(), a file per group. Private to this room.

std::vector<MetricRow> kneecap_rows();
std::vector<MetricRow> muscles_rows();
std::vector<MetricRow> joints_rows();
std::vector<MetricRow> ground_rows();
std::vector<MetricRow> posture_rows();
std::vector<MetricRow> motion_rows();
std::vector<MetricRow> quality_rows();

// Sources that many rows share.
namespace row_source {
inline constexpr std::string_view van_eijden = "van Eijden 1986, J Biomech 19:219; METHODS (loads)";
inline constexpr std::string_view besier = "Besier 2005, J Orthop Res 23:345; METHODS (loads)";
inline constexpr std::string_view wedge =
    "Huberti & Hayes 1984, J Bone Joint Surg Am 66:715 (as a wedge); METHODS (loads)";
inline constexpr std::string_view muscles = "Rajagopal 2016, IEEE Trans Biomed Eng 63:2068 (geometry); METHODS (loads)";
inline constexpr std::string_view impact = "Clark, Ryan & Weyand 2017, J Exp Biol 220:247 (superposed)";
inline constexpr std::string_view inverse_dynamics = "recursive Newton-Euler; METHODS (dynamics)";
inline constexpr std::string_view kinematics = "synthesised stride; METHODS (gait)";
}  // namespace row_source

}  // namespace stridelab
