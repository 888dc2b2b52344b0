#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "catalogue/parameter_builder.h"
#include "core/diagnostics.h"
#include "ground/contact_materials.h"
#include "scenario/fatigue.h"

namespace stridelab {

/// The model files that a set of parameters names.
struct Equipment {
  Ground ground;  ///< the shoe as it is after its distance
  Ground usual;   ///< what changes are measured against
  FatigueDrops fatigue;
};

/// The shoes, surfaces and fatigue files that were asked for so far: each is read once.
class EquipmentLibrary {
 public:
  /// errors  every fault of every file, each once; a file with faults is read again when it is asked for again
  tl::expected<Equipment, Diagnostics> of(const ParameterSet& parameters);

 private:
  std::map<std::string, Shoe, std::less<>> shoes_;  ///< new
  std::map<std::string, Surface, std::less<>> surfaces_;
  std::optional<FatigueDrops> fatigue_;
};

/// The habit that comes with the shoe, for ParameterBuilder::build().
Habit habit_of(const Equipment& equipment);

/// Adds faults that are not there yet: two runs may name one broken file.
void add_new(Diagnostics& faults, const Diagnostics& more);

}  // namespace stridelab
