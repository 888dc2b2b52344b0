#include "catalogue/parameter_table.h"

#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "catalogue/parameter_rows.h"
#include "catalogue/people_units.h"
#include "core/text.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 2> engines{"stride", "forward"};

const std::vector<ParameterInfo>& table() {
  static const std::vector<ParameterInfo> rows = [] {
    std::vector<ParameterInfo> all;
    for (const auto part : {form_rows(), body_rows(), strength_rows(), equipment_rows(), method_rows()})
      all.insert(all.end(), part.begin(), part.end());
    return all;
  }();
  return rows;
}

constexpr std::array run_rows{
    text_row("engine", "run", "stride", engines,
             "stride: one periodic stride in milliseconds; forward: step after step in a rigid-body simulation",
             "convention"),
    number_row("duration_s", "run", "s", 10.0, 0.1, 3600.0, "simulated time of the forward engine", "convention"),
    number_row("seed", "run", "", 1.0, 0.0, 4294967295.0, "start of everything random; a whole number", "convention"),
    number_row("assist_percent", "run", "%", 0.0, 0.0, 100.0, "help that holds the runner up in the forward engine",
               "convention"),
    number_row("torque_noise_percent", "run", "%", 0.0, 0.0, 100.0, "random part of the joint torques, forward engine",
               "convention"),
};

// A relative change is not range-checked in its result, so its own range only keeps out slips of the pen.
constexpr std::array relative_rows{
    RelativeInfo{"speed_percent", "speed_m_s", -50.0, 100.0,
                 "change of speed from the base; cadence stays the preferred one unless the base gives it"},
    RelativeInfo{"cadence_percent", "cadence_spm", -50.0, 100.0,
                 "change of cadence from the base at the same speed; the stride gets shorter in proportion"},
    RelativeInfo{"stride_length_percent", "stride_length_m", -50.0, 100.0,
                 "change of stride length from the base at the same speed; the cadence drops in proportion"},
};

template <typename Rows>
auto find_row(const Rows& rows, std::string_view key) -> decltype(&*rows.begin()) {
  for (const auto& row : rows) {
    if (row.key == key) return &row;
  }
  return nullptr;
}

}  // namespace

double to_si(const ParameterInfo& info, double number) {
  switch (info.conversion) {
    case Conversion::percent:
      return number / 100.0;
    case Conversion::degrees:
      return number * rad_per_deg;
    case Conversion::slope:
      return std::atan(number / 100.0);
    case Conversion::none:
      break;
  }
  return number;
}

std::string si_key(const ParameterInfo& info) {
  constexpr std::string_view percent = "_percent", degrees = "_deg";
  switch (info.conversion) {
    case Conversion::percent:
      return std::string(info.key.substr(0, info.key.size() - percent.size()));
    case Conversion::degrees:
      return std::string(info.key.substr(0, info.key.size() - degrees.size())) + "_rad";
    case Conversion::slope:
      return std::string(info.key.substr(0, info.key.size() - percent.size())) + "_rad";
    case Conversion::none:
      break;
  }
  return std::string(info.key);
}

std::span<const ParameterInfo> parameter_table() { return table(); }

std::span<const std::string_view> table_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const ParameterInfo& row : table())
      if (all.empty() || all.back() != row.table) all.push_back(row.table);
    return all;
  }();
  return names;
}

std::span<const ParameterInfo> run_table() { return run_rows; }
std::span<const RelativeInfo> relative_table() { return relative_rows; }

const ParameterInfo* find_parameter(std::string_view key) { return find_row(table(), key); }
const ParameterInfo* find_run_setting(std::string_view key) { return find_row(run_rows, key); }
const RelativeInfo* find_relative(std::string_view key) { return find_row(relative_rows, key); }

SidedKey sided_key(std::string_view written) {
  for (const auto& [prefix, side] : {std::pair{std::string_view("right."), Side::right}, {"left.", Side::left}})
    if (written.starts_with(prefix)) return {side, written.substr(prefix.size())};
  return {std::nullopt, written};
}

std::span<const std::string_view> all_keys() {
  static const std::vector<std::string_view> keys = [] {
    std::vector<std::string_view> names;
    for (const auto& row : table()) names.push_back(row.key);
    for (const auto& row : spoken_table()) names.push_back(row.key);
    for (const auto& row : relative_rows) names.push_back(row.key);
    for (const auto& row : run_rows) names.push_back(row.key);
    return names;
  }();
  return keys;
}

std::string_view table_of(std::string_view key) {
  if (const auto* row = find_parameter(key)) return row->table;
  if (const auto* row = find_relative(key)) return find_parameter(row->target)->table;
  if (const auto* row = find_spoken(key)) return find_parameter(row->target)->table;
  if (const auto* row = find_run_setting(key)) return row->table;
  return "";
}

std::string range_text(double lo, double hi, std::string_view unit) {
  const std::string range = number_text(lo) + " .. " + number_text(hi);
  return unit.empty() ? range : range + " " + std::string(unit);
}

std::string range_text(const ParameterInfo& info) {
  if (!info.folder.empty()) return "one of " + std::string(info.folder);
  if (info.kind == ParameterKind::text) {
    std::string quoted;
    for (std::size_t i = 0; i < info.choices.size(); ++i) {
      if (i > 0) quoted += i + 1 == info.choices.size() ? " or " : ", ";
      quoted += '"' + std::string(info.choices[i]) + '"';
    }
    return quoted;
  }
  return range_text(info.lo, info.hi, info.unit);
}

}  // namespace stridelab
