#pragma once

#include <tl/expected.hpp>

#include "core/diagnostics.h"
#include "ground/contact_materials.h"
#include "catalogue/parameter_builder.h"
#include "scenario/fatigue.h"

namespace stridelab {

/// The model files that a set of parameters names.
struct Equipment {
  Ground ground;  ///< the shoe as it is after its distance
  Ground usual;   ///< what changes are measured against
  FatigueDrops fatigue;
};

/// Reads them. errors: every fault of every file, each once
tl::expected<Equipment, Diagnostics> read_equipment(const ParameterSet& parameters);

/// Whether two sets name the same files in the same state, so that one reading serves both.
bool same_equipment(const ParameterSet& a, const ParameterSet& b);

/// The habit that comes with the shoe, for ParameterBuilder::build().
Habit habit_of(const Equipment& equipment);

/// Adds faults that are not there yet: two runs may name one broken file.
void add_new(Diagnostics& faults, const Diagnostics& more);

}  // namespace stridelab
