#include "sweep/factor_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"
#include "scenario/toml_place.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 7> words{"values", "min", "max", "steps", "mean", "sd", "mode"};
constexpr double most_steps = 100000.0;
constexpr std::string_view forms =
    "{ values = [...] }, { min, max }, { min, max, steps } for a grid, { mean, sd } or { min, mode, max }";

Assignment assignment_of(std::string_view key, const GivenValue& value) {
  return {std::string(key), value.number + 0.0, value.text};  // -0 and 0 are one value
}

}  // namespace

Factor FactorReader::read(const toml::key& key, const toml::node& node) {
  Factor factor{std::string(key.str()), {}};
  const toml::table* table = node.as_table();
  if (table == nullptr) {
    fault(place_of(key, node), {fmt::format("{} says not how it varies", key.str()), std::string(forms)});
    return factor;
  }
  const std::size_t before = faults_.size();
  for (const auto& [name, value] : *table)
    if (std::find(words.begin(), words.end(), name.str()) == words.end())
      fault(place_of(name, value), {fmt::format("unknown key {} of {}", name.str(), key.str()),
                                    spelling_help(name.str(), words, std::string(forms))});
  if (faults_.size() != before) return factor;
  if (const toml::node* values = table->get("values"))
    read_values(key, *values, factor);
  else
    read_spread(key, *table, factor);
  return factor;
}

void FactorReader::read_values(const toml::key& key, const toml::node& node, Factor& factor) {
  const toml::array* list = node.as_array();
  if (list == nullptr || list->empty())
    return fault(place_of(key, node), {fmt::format("values of {} are no list", key.str()), "for example [160, 170]"});
  for (const toml::node& entry : *list) {
    const GivenValue value = given_value(entry);
    if (auto wrong = model_.input_fault(key.str(), value)) return fault(place_of(entry), *std::move(wrong));
    factor.spread.values.push_back(assignment_of(key.str(), value));
  }
}

std::optional<double> FactorReader::number(const toml::key& key, const toml::table& table, std::string_view name) {
  const toml::node* node = table.get(name);
  if (node == nullptr) return std::nullopt;
  const GivenValue value = given_value(*node);
  if (auto wrong = model_.input_fault(key.str(), value)) {
    fault(place_of(*node), {fmt::format("{} of {}", name, wrong->message), wrong->help});
    return std::nullopt;
  }
  return value.number;
}

void FactorReader::read_spread(const toml::key& key, const toml::table& table, Factor& factor) {
  Distribution& spread = factor.spread;
  const Place place = place_of(key, table);
  const std::size_t before = faults_.size();
  const auto low = number(key, table, "min"), high = number(key, table, "max"), mode = number(key, table, "mode"),
             mean = number(key, table, "mean");
  const auto sd = table["sd"].value<double>(), steps = table["steps"].value<double>();
  if (faults_.size() != before) return;
  const auto [least, most] = model_.range_of(key.str());
  spread.low = low.value_or(least);
  spread.high = high.value_or(most);
  const bool both = low && high;
  const bool normal = mean && sd && !mode && !steps, uniform = both && !mean && !sd && !mode;
  const bool triangular = both && mode && !mean && !sd && !steps;
  if (!normal && !uniform && !triangular)
    return fault(place, {fmt::format("{} says not how it varies", key.str()), std::string(forms)});
  if (!(spread.low < spread.high))
    return fault(place, {fmt::format("min of {} is not below max", key.str()), std::string(forms)});
  spread.kind =
      normal ? Distribution::Kind::normal : (uniform ? Distribution::Kind::uniform : Distribution::Kind::triangular);
  spread.mean = mean.value_or(0.0);
  spread.sd = sd.value_or(0.0);
  spread.mode = mode.value_or(0.0);
  if (normal && !(spread.sd > 0.0 && spread.mean >= spread.low && spread.mean <= spread.high))
    return fault(place, {fmt::format("{} needs sd > 0 and its mean between min and max", key.str()), ""});
  if (triangular && (spread.mode < spread.low || spread.mode > spread.high))
    return fault(place, {fmt::format("mode of {} is not between min and max", key.str()), ""});
  if (steps && !(*steps >= 1.0 && *steps <= most_steps && std::floor(*steps) == *steps))
    return fault(place, {fmt::format("steps of {} is no whole number from 1 to {}", key.str(), most_steps), ""});
  spread.steps = static_cast<int>(steps.value_or(0.0));
}

}  // namespace stridelab
