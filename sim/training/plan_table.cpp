#include "training/plan_table.h"

#include <fmt/format.h>

#include <cmath>

#include "catalogue/parameter_table.h"
#include "core/text.h"
#include "scenario/layer.h"
#include "scenario/toml_place.h"
#include "training/calendar.h"

namespace stridelab {

void PlanTable::number(const toml::key& key, const toml::node& node, const NumberKey& into) {
  const Place place = place_of(key, node);
  const GivenValue given = given_value(node);
  const std::string range = range_text(into.lo, into.hi, into.unit);
  const std::string help(into.meaning);
  if (given.kind != GivenValue::Kind::number || !std::isfinite(given.number))
    return fault(place, {fmt::format("{} = {} is not a number; it takes {}", into.key, given.shown, range), help});
  if (given.number < into.lo || given.number > into.hi)
    return fault(place, {fmt::format("{} = {} is outside {}", into.key, given.shown, range), help});
  if (into.whole && !given.whole)
    return fault(place, {fmt::format("{} = {} is not a whole number", into.key, given.shown), help});
  *into.target = given.number;
}

bool PlanTable::one_of(const toml::key& key, const toml::node& node, std::span<const NumberKey> keys) {
  for (const NumberKey& known : keys) {
    if (known.key != key.str()) continue;
    number(key, node, known);
    return true;
  }
  return false;
}

std::set<int> PlanTable::days(const toml::key& key, const toml::node& node) {
  std::set<int> days;
  const auto* list = node.as_array();
  bool good = list != nullptr;
  if (good)
    for (const toml::node& entry : *list) {
      const auto* day = entry.as_integer();
      if (day != nullptr && day->get() >= 1 && day->get() <= days_per_week)
        days.insert(static_cast<int>(day->get()));
      else
        good = false;
    }
  if (!good)
    fault(place_of(key, node), {fmt::format("{} is not a list of days 1 .. 7", key.str()),
                                fmt::format("for example {} = [5, 7]; day 1 is the first of the week", key.str())});
  return days;
}

void PlanTable::unknown(const toml::key& key, const toml::node& node, std::string_view where,
                        std::span<const std::string_view> candidates) {
  fault(place_of(key, node), {fmt::format("unknown key {} {}", key.str(), where),
                              spelling_help(key.str(), candidates, "it takes " + or_list(candidates))});
}

}  // namespace stridelab
