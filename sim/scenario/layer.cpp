#include "scenario/layer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "catalogue/derived_range.h"
#include "catalogue/people_units.h"
#include "core/text.h"

namespace stridelab {
namespace {

std::optional<Fault> number_fault(std::string_view key, const GivenValue& value, double lo, double hi,
                                  std::string_view unit, std::string_view meaning) {
  const std::string range = range_text(lo, hi, unit);
  if (value.kind != GivenValue::Kind::number) {
    return Fault{fmt::format("{} = {} is not a number; it takes {}", key, value.shown, range), std::string(meaning)};
  }
  if (!std::isfinite(value.number)) {
    return Fault{fmt::format("{} = {} is not a finite number; it takes {}", key, value.shown, range),
                 std::string(meaning)};
  }
  if ((value.number < lo || value.number > hi) && !is_rounding(value.number, lo, hi)) {
    return Fault{fmt::format("{} = {} is outside {}", key, value.shown, range), std::string(meaning)};
  }
  return std::nullopt;
}

std::optional<Fault> text_fault(const ParameterInfo& info, const GivenValue& value) {
  const bool chosen = value.kind == GivenValue::Kind::text &&
                      std::find(info.choices.begin(), info.choices.end(), value.text) != info.choices.end();
  if (chosen) return std::nullopt;
  std::string help(info.meaning);
  if (const auto near = nearest_spelling(value.text, info.choices))
    help += fmt::format("\ndid you mean \"{}\"?", *near);
  return Fault{fmt::format("{} = {} is not {}", info.key, value.shown, range_text(info)), help};
}

std::optional<Fault> value_fault(const ParameterInfo& info, const GivenValue& value) {
  if (info.kind == ParameterKind::text) return text_fault(info, value);
  return number_fault(info.key, value, info.lo, info.hi, info.unit, info.meaning);
}

std::optional<Fault> run_fault(const ParameterInfo& info, const GivenValue& value) {
  if (const auto fault = value_fault(info, value)) return fault;
  if (info.key == "seed" && !value.whole) {
    return Fault{fmt::format("seed = {} is not a whole number", value.shown), std::string(info.meaning)};
  }
  return std::nullopt;
}

/// A key of one leg: which keys have sides.
std::string sided_keys_text() {
  std::string text = "keys with sides:";
  for (const ParameterInfo& info : parameter_table())
    if (info.sided) text += fmt::format("{} {}", text.ends_with(':') ? "" : ",", info.key);
  return text;
}

std::optional<Fault> side_fault(std::string_view key, std::string_view side) {
  if (const ParameterInfo* info = find_parameter(key); info != nullptr && info->sided) return std::nullopt;
  if (table_of(key).empty())
    return Fault{fmt::format("unknown key {}", key), spelling_help(key, all_keys(), sided_keys_text())};
  return Fault{fmt::format("{} has no sides: it is one of the whole runner, not of the {} leg", key, side),
               fmt::format("give it in [{}]; {}", table_of(key), sided_keys_text())};
}

/// A key that cannot stand here, whatever its value.
std::optional<Fault> key_fault(std::string_view table, std::string_view key) {
  if (const auto [side, bare] = sided_key(key); side) return side_fault(bare, *side == Side::right ? "right" : "left");
  const std::string_view home = table_of(key);
  if (home.empty()) {
    return Fault{fmt::format("unknown key {}", key),
                 spelling_help(key, all_keys(), "stridelab parameters lists all keys")};
  }
  if (!table.empty() && home != table) {
    return Fault{fmt::format("{} belongs in [{}], not in [{}]", key, home, table),
                 fmt::format("move the line below a line that reads [{}]", home)};
  }
  return std::nullopt;
}

/// A quantity as people write it, turned into the number of its key.
struct SpokenNumber {
  GivenValue value;
  std::optional<Fault> fault;
};

SpokenNumber spoken_number(const SpokenInfo& spoken, const GivenValue& value) {
  const ParameterInfo& target = *find_parameter(spoken.target);
  const auto number = value.kind == GivenValue::Kind::text ? spoken.read(value.text) : std::nullopt;
  if (!number)
    return {value,
            Fault{fmt::format("{} = {} is not one of the ways to write it: {}", spoken.key, value.shown, spoken.forms),
                  fmt::format("{}; with a plain number write {} ({})", spoken.meaning, target.key, target.unit)}};
  if (*number < target.lo || *number > target.hi)
    return {value, Fault{fmt::format("{} = {} is {:.4g} {}, outside {}", spoken.key, value.shown, *number, target.unit,
                                     range_text(target)),
                         std::string(target.meaning)}};
  return {{GivenValue::Kind::number, *number, false, {}, value.shown}, std::nullopt};
}

/// One quantity given under two keys: which of them holds nobody can know.
std::optional<Fault> twice_fault(const Layer& layer, std::string_view key, std::string_view written) {
  for (const Layer::Entry& entry : layer.parameters)
    if (entry.assignment.key == key && entry.written != written)
      return Fault{fmt::format("{} and {} are both given: they are one quantity", entry.written, written),
                   "leave one of the two out"};
  return std::nullopt;
}

/// A number that rounding led past a bound is that bound.
double held(std::string_view key, double number) {
  if (const RelativeInfo* relative = find_relative(key)) return std::clamp(number, relative->lo, relative->hi);
  const ParameterInfo& info = *find_parameter(sided_key(key).key);
  return std::clamp(number, info.lo, info.hi);
}

template <typename Entries, typename KeyOf>
void drop(Entries& entries, std::string_view key, KeyOf key_of) {
  std::erase_if(entries, [&](const auto& entry) { return key_of(entry) == key; });
}

}  // namespace

std::vector<Assignment> Layer::assignments() const {
  std::vector<Assignment> all;
  for (const Entry& entry : parameters) all.push_back(entry.assignment);
  return all;
}

std::vector<Assignment> Layer::all() const {
  std::vector<Assignment> both = assignments();
  both.insert(both.end(), run.begin(), run.end());
  return both;
}

std::string spelling_help(std::string_view word, std::span<const std::string_view> candidates,
                          std::string_view otherwise) {
  const auto near = nearest_spelling(word, candidates);
  if (!near) return std::string(otherwise);
  std::string help = fmt::format("did you mean {}?", *near);
  if (const ParameterInfo* info = find_parameter(*near))
    help += fmt::format(" ({}; {})", range_text(*info), info->meaning);
  return help;
}

std::optional<Fault> take(Layer& layer, std::string_view table, std::string_view key, const GivenValue& value,
                          const Place& place) {
  if (table == "left" || table == "right") return take(layer, "", fmt::format("{}.{}", table, key), value, place);
  if (auto fault = key_fault(table, key)) return fault;
  if (const SpokenInfo* spoken = find_spoken(key)) {
    const SpokenNumber read = spoken_number(*spoken, value);
    if (read.fault) return read.fault;
    if (auto fault = twice_fault(layer, spoken->target, key)) return fault;
    drop(layer.parameters, spoken->target, [](const Layer::Entry& entry) { return entry.assignment.key; });
    layer.parameters.push_back({{std::string(spoken->target), read.value.number, {}}, place, std::string(key)});
    return std::nullopt;
  }
  Assignment assignment{std::string(key), value.number, value.text};
  if (const ParameterInfo* setting = find_run_setting(key)) {
    if (auto fault = run_fault(*setting, value)) return fault;
    drop(layer.run, key, [](const Assignment& entry) { return entry.key; });
    layer.run.push_back(assignment);
    return std::nullopt;
  }
  const RelativeInfo* relative = find_relative(key);
  auto fault = relative != nullptr ? number_fault(key, value, relative->lo, relative->hi, "%", relative->meaning)
                                   : value_fault(*find_parameter(sided_key(key).key), value);
  if (!fault) fault = twice_fault(layer, key, key);
  if (fault) return fault;
  if (value.kind == GivenValue::Kind::number) assignment.number = held(key, value.number);
  drop(layer.parameters, key, [](const Layer::Entry& entry) { return entry.assignment.key; });
  layer.parameters.push_back({assignment, place, std::string(key)});
  return std::nullopt;
}

void apply_run(const Layer& layer, RunSettings& settings) {
  for (const Assignment& given : layer.run) {
    if (std::find(settings.given.begin(), settings.given.end(), given.key) == settings.given.end())
      settings.given.push_back(given.key);
    if (given.key == "engine") settings.engine = given.text;
    if (given.key == "duration_s") settings.duration_s = given.number;
    if (given.key == "seed") settings.seed = static_cast<std::uint64_t>(given.number);
    if (given.key == "assist_percent") settings.assist_percent = given.number;
    if (given.key == "torque_noise_percent") settings.torque_noise_percent = given.number;
  }
}

}  // namespace stridelab
