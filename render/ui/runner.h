#pragma once

#include <string>

#include "render/ui/form_edits.h"
#include "scenario/layer.h"
#include "scenario/open_scenario.h"

namespace stridelab::view {

/// Who runs: what one person brings along to every scenario.
struct Runner {
  std::string name;  ///< of the profile
  Layer brings;
};

/// Whether a key describes the person and not the form, the shoe or the ground.
bool is_of_person(std::string_view key);

/// What a person's values change in a scenario, as edits of it. What the scenario itself changes holds before them, so
/// that its question stays one.
///
/// brings  of the profile; empty for the usual runner
/// by_hand changes of another form: those of the person are taken along and hold before the profile
FormEdits brought_along(OpenScenario opened, const Layer& brings, const FormEdits& by_hand = {});

}  // namespace stridelab::view
