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

namespace {

/// The value of a name, read where it is not there yet; null with its faults where it cannot be read.
template <class Value, class Read>
const Value* find(std::map<std::string, Value, std::less<>>& known, std::string_view name, const Read& read,
                  Diagnostics& faults) {
  if (const auto found = known.find(name); found != known.end()) return &found->second;
  auto value = read(name);
  if (value) return &known.emplace(name, *std::move(value)).first->second;
  add_new(faults, value.error());
  return nullptr;
}

}  // namespace

tl::expected<Equipment, Diagnostics> EquipmentLibrary::of(const ParameterSet& parameters) {
  Diagnostics faults;
  const Shoe* shoe = find(shoes_, parameters.text("shoe"), read_shoe, faults);
  const Surface* surface = find(surfaces_, parameters.text("surface"), read_surface, faults);
  const Shoe* usual_shoe = find(shoes_, usual_shoe_name, read_shoe, faults);
  const Surface* usual_surface = find(surfaces_, usual_surface_name, read_surface, faults);
  if (!fatigue_) {
    const auto fatigue = read_fatigue();
    if (fatigue)
      fatigue_ = *fatigue;
    else
      add_new(faults, fatigue.error());
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return Equipment{{worn(*shoe, parameters.number("shoe_distance_km")), *surface},
                   {worn(*usual_shoe, 0.0), *usual_surface},
                   *fatigue_};
}

Habit habit_of(const Equipment& equipment) {
  const ShoeHabit& habit = equipment.ground.shoe.habit;
  return {habit.foot_strike_change_deg, habit.cadence_change_percent};
}

}  // namespace stridelab
