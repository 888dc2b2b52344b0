#include <array>

#include "catalogue/parameter_rows.h"

namespace stridelab {
namespace {

constexpr ParameterInfo strength(std::string_view key, std::string_view meaning, std::string_view source,
                                 double Form::*target) {
  // The trunk is one.
  ParameterInfo row =
      number_row(key, "strength", "%", 100.0, 20.0, 150.0, meaning, source, target, Conversion::percent);
  row.sided = key != "core_strength_percent";
  return row;
}

// Strength above what the run demands changes nothing: Willy 2011, Snyder 2009.
constexpr std::array rows{
    strength("hip_strength_percent",
             "capacity of the hip abductors, 100 is a healthy adult; above what the run demands nothing changes, below "
             "it the pelvis drops and the thigh falls inward",
             "convention; no change above demand: Willy & Davis 2011, JOSPT 41:625", &Form::hip_strength),
    strength("quad_strength_percent",
             "capacity of the knee extensors; above what the run demands nothing changes, below it the knee bends "
             "less under load and hip and ankle take over",
             "convention; no change above demand: Lenhart 2015; below it judged", &Form::quad_strength),
    strength("hip_extensor_strength_percent",
             "capacity of gluteus maximus and hamstrings; above what the run demands nothing changes, below it the "
             "posture changes so that the hip has less to hold",
             "convention; weak hips go with an upright trunk: Teng & Powers 2016, J Athl Train 51:519; size judged",
             &Form::hip_extensor_strength),
    strength("calf_strength_percent",
             "capacity of the calf (plantarflexors); above what the run demands nothing changes, below it the push-off "
             "weakens and the knee carries a little more",
             "convention; size judged", &Form::calf_strength),
    strength("core_strength_percent",
             "capacity of the trunk muscles; above what the run demands nothing changes, below it the trunk sags "
             "sideways and the hip falls inward with it",
             "convention; size judged", &Form::core_strength),
};

}  // namespace

std::span<const ParameterInfo> strength_rows() { return rows; }

}  // namespace stridelab
