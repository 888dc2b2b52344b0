#include "render/ui/form_edits.h"

#include <algorithm>
#include <cmath>

#include "scenario/overrides.h"

namespace stridelab::view {
namespace {

constexpr std::string_view speed = "speed_m_s", cadence = "cadence_spm", stride = "stride_length_m";

std::vector<Assignment> valid(const std::vector<std::string>& overrides) {
  Diagnostics ignored;
  return read_overrides(overrides, ignored).all();
}

}  // namespace

bool is_pace(std::string_view key) { return key == speed || key == cadence || key == stride; }

int slider_decimals(const ParameterInfo& info) {
  if (info.key == cadence) return 1;
  const double range = info.hi - info.lo;
  return range < 1.0 ? 3 : range < 10.0 ? 2 : range <= 100.0 ? 1 : 0;
}

FormEdits::FormEdits(const std::vector<Assignment>& edits) {
  for (const Assignment& given : edits) values_[given.key] = {given.number, given.text};
}

FormEdits::FormEdits(const std::vector<std::string>& overrides) : FormEdits(valid(overrides)) {}

void FormEdits::put(std::string_view key, double value) {
  const ParameterInfo* info = find_parameter(key);
  // Adding zero makes -0 a 0: one value, one text of it.
  values_[std::string(key)] = {std::clamp(value, info->lo, info->hi) + 0.0, {}};
}

void FormEdits::pin(std::string_view key, const ParameterSet& now) {
  if (!has(key)) put(key, now.number(key));
}

void FormEdits::erase(std::string_view key) {
  if (const auto found = values_.find(key); found != values_.end()) values_.erase(found);
}

void FormEdits::set_pace(std::string_view key, double value, const ParameterSet& now, Hold hold) {
  const bool speed_follows = has(cadence) && has(stride) && !has(speed);
  put(key, value);
  if (hold == Hold::stride_length) {
    // The stride length stays, or, when it is what moves, the cadence; the third follows.
    pin(key == stride ? cadence : stride, now);
    erase(key == speed ? cadence : speed);
    return;
  }
  if (key == speed) {
    if (has(cadence)) erase(stride);
    return;
  }
  if (speed_follows) pin(speed, now);
  erase(key == cadence ? stride : cadence);
}

void FormEdits::make_absolute(const ParameterSet& now) {
  // A relative change from the command line would contradict the value that a slider now gives.
  for (const RelativeInfo& relative : relative_table()) {
    if (!has(relative.key)) continue;
    erase(relative.key);
    pin(relative.target == speed ? speed : cadence, now);
  }
}

void FormEdits::set_number(std::string_view key, double value, const ParameterSet& now, Hold hold) {
  const ParameterInfo* info = find_parameter(key);
  if (info == nullptr || info->kind != ParameterKind::number || std::isnan(value)) return;
  if (is_pace(key)) make_absolute(now);
  if (is_pace(key)) {
    set_pace(key, value, now, hold);
  } else {
    put(key, value);
  }
}

void FormEdits::set_text(std::string_view key, std::string_view value) {
  const ParameterInfo* info = find_parameter(key);
  if (info == nullptr || info->kind != ParameterKind::text) return;
  if (std::find(info->choices.begin(), info->choices.end(), value) == info->choices.end()) return;
  values_[std::string(key)] = {0.0, std::string(value)};
}

void FormEdits::reset(std::string_view key) {
  const bool speed_follows = has(cadence) && has(stride) && !has(speed);
  for (const RelativeInfo& relative : relative_table())
    if (relative.target == key) erase(relative.key);
  erase(key);
  if (!is_pace(key)) return;
  if (key != speed || speed_follows) {
    erase(cadence);
    erase(stride);
  }
}

FormEdits FormEdits::without(const FormEdits& other) const {
  FormEdits left = *this;
  std::erase_if(left.values_, [&](const auto& value) {
    const auto found = other.values_.find(value.first);
    return found != other.values_.end() && found->second == value.second;
  });
  return left;
}

FormEdits FormEdits::over(const FormEdits& below) const {
  const auto paced = [](const auto& value) { return is_pace(value.first); };
  const bool has_pace = std::any_of(values_.begin(), values_.end(), paced);
  FormEdits all = *this;
  for (const auto& value : below.values_)
    if (!has_pace || !paced(value)) all.values_.insert(value);
  return all;
}

std::vector<Assignment> FormEdits::assignments() const {
  std::vector<Assignment> all;
  for (const auto& [key, value] : values_) all.push_back({key, value.number, value.text});
  return all;
}

std::vector<std::string> FormEdits::overrides() const {
  std::vector<std::string> texts;
  for (const Assignment& edit : assignments()) texts.push_back(to_text(edit));
  return texts;
}

}  // namespace stridelab::view
