#include "catalogue/parameter_set.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>

#include "catalogue/preferred_cadence.h"
#include "catalogue/usual_q_angle.h"

namespace stridelab {

std::string_view to_text(Origin origin) {
  switch (origin) {
    case Origin::default_value:
      return "default";
    case Origin::derived:
      return "derived";
    case Origin::model:
      return "model";
    case Origin::scenario:
      return "scenario";
    case Origin::command_line:
      return "--set";
  }
  return "default";
}

ParameterSet::ParameterSet() {
  for (const ParameterInfo& info : parameter_table()) {
    ParameterValue value;
    value.info = &info;
    if (info.kind == ParameterKind::text) value.text = info.default_text;
    if (info.default_number) value.number = *info.default_number;
    values_.push_back(value);
  }
  at("cadence_spm").number = preferred_cadence_spm(number("speed_m_s"), number("height_m"));
  at("stride_length_m").number = 120.0 * number("speed_m_s") / number("cadence_spm");
  at("stride_length_m").origin = Origin::derived;
  at("q_angle_deg").number = usual_q_angle_deg(text("sex"));
}

const ParameterValue& ParameterSet::value(std::string_view key) const {
  for (const ParameterValue& candidate : values_) {
    if (candidate.info->key == key) return candidate;
  }
  // A key that is not in the table is a slip in the program, not in anything a person wrote.
  assert(false && "no such parameter key");
  std::abort();
}

ParameterValue& ParameterSet::at(std::string_view key) { return const_cast<ParameterValue&>(value(key)); }

double ParameterSet::number(std::string_view key) const {
  const ParameterValue& found = value(key);
  assert(found.info->kind == ParameterKind::number);
  return found.number;
}

const std::string& ParameterSet::text(std::string_view key) const {
  const ParameterValue& found = value(key);
  assert(found.info->kind == ParameterKind::text);
  return found.text;
}

namespace {

/// The enumerator that stands where the word stands among the choices.
template <class Choice>
Choice choice_of(const ParameterValue& value) {
  const auto& choices = value.info->choices;
  return static_cast<Choice>(std::find(choices.begin(), choices.end(), value.text) - choices.begin());
}

struct Binder {
  const ParameterValue& value;
  Body& body;
  Form& form;

  void operator()(std::monostate) const {}
  void operator()(double Body::*target) const { body.*target = to_si(*value.info, value.number); }
  void operator()(double Form::*target) const { form.*target = to_si(*value.info, value.number); }
  template <class Choice>
  void operator()(Choice Body::*target) const {
    body.*target = choice_of<Choice>(value);
  }
  template <class Choice>
  void operator()(Choice Form::*target) const {
    form.*target = choice_of<Choice>(value);
  }
};

}  // namespace

ParameterSet ParameterSet::of_side(Side side) const {
  ParameterSet one = *this;
  one.sides_.clear();
  for (const SideValue& own : sides_)
    if (own.side == side) one.at(own.value.info->key) = own.value;
  return one;
}

void ParameterSet::bind(Body& body, Form& form) const {
  for (const ParameterValue& value : values_) std::visit(Binder{value, body, form}, value.info->target);
}

}  // namespace stridelab
