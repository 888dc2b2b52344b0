#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "core/diagnostics.h"
#include "gait/form.h"
#include "gait/left_side.h"
#include "ground/contact_model.h"
#include "runner/body.h"
#include "scenario/equipment.h"

namespace stridelab {

/// What the engines take: SI units and radians. Two runs with equal inputs are one run.
struct RunInputs {
  Body body;
  Form form;                          ///< with the footing of shoe and surface, strengths as fatigue left them
  ContactModel contact;               ///< foot, shoe and surface, for the forward engine
  std::string surface = "asphalt";    ///< a file of models/surfaces: what a run says of it
  std::optional<LeftSide> left = {};  ///< where the left side differs from body and form, which are the right one's
  bool operator==(const RunInputs&) const = default;
};

/// Contract units to SI: degrees to radians, per cents to fractions, slope_percent (rise over run) to the angle of the
/// surface; shoe and surface become a Footing, a mass of the foot and the larger support of the arch; fatigue lowers
/// the strengths. Pure; every ParameterSet has an answer.
RunInputs resolve(const ParameterSet& parameters, const Equipment& equipment);

/// The same with the model files that the parameters name. errors: as EquipmentLibrary::of()
tl::expected<RunInputs, Diagnostics> resolve(const ParameterSet& parameters);

/// Why something that knows one form for both legs does not take these inputs; none where the sides are alike.
/// what  "the forward engine runs", "the view shows"
std::optional<std::string> sides_refused(const RunInputs& inputs, std::string_view what);

/// What a run of the stride engine leaves out of a surface; none for the usual one.
std::optional<std::string> stride_engine_note(std::string_view surface);

}  // namespace stridelab
