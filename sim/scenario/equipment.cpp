#include "scenario/equipment.h"

#include <algorithm>

#include "ground/footing.h"

namespace stridelab {

void add_new(Diagnostics& faults, const Diagnostics& more) {
  for (const Diagnostic& fault : more) {
    const bool known = std::any_of(faults.begin(), faults.end(),
                                   [&](const Diagnostic& other) { return to_text(other) == to_text(fault); });
    if (!known) faults.push_back(fault);
  }
}

tl::expected<Equipment, Diagnostics> read_equipment(const ParameterSet& parameters) {
  const std::string &shoe = parameters.text("shoe"), &surface = parameters.text("surface");
  auto fresh = read_ground(shoe, surface, 0.0);
  // Most runs are in the usual shoe on asphalt: those files are read once.
  const bool usual_pair = shoe == usual_shoe_name && surface == usual_surface_name;
  auto usual = usual_pair ? fresh : read_ground(usual_shoe_name, usual_surface_name, 0.0);
  auto fatigue = read_fatigue();
  if (fresh && usual && fatigue) {
    const Shoe now = worn(fresh->shoe, parameters.number("shoe_distance_km"));
    return Equipment{{now, fresh->surface}, *std::move(usual), *fatigue};
  }
  Diagnostics faults;
  if (!fresh) add_new(faults, fresh.error());
  if (!usual) add_new(faults, usual.error());
  if (!fatigue) add_new(faults, fatigue.error());
  return tl::unexpected(std::move(faults));
}

bool same_equipment(const ParameterSet& a, const ParameterSet& b) {
  return a.text("shoe") == b.text("shoe") && a.text("surface") == b.text("surface") &&
         a.number("shoe_distance_km") == b.number("shoe_distance_km");
}

Habit habit_of(const Equipment& equipment) {
  const ShoeHabit& habit = equipment.ground.shoe.habit;
  return {habit.foot_strike_change_deg, habit.cadence_change_percent};
}

}  // namespace stridelab
