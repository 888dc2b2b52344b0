#include "render/ui/runner.h"

#include <algorithm>
#include <array>

namespace stridelab::view {
namespace {

void put(Layer& layer, const Assignment& given) {
  const auto same = [&](const Layer::Entry& entry) { return entry.assignment.key == given.key; };
  std::erase_if(layer.parameters, same);
  layer.parameters.push_back({given, {}});
}

bool same(const ParameterValue& a, const ParameterValue& b) { return a.number == b.number && a.text == b.text; }

}  // namespace

bool is_of_person(std::string_view key) {
  constexpr std::array<std::string_view, 4> tables{"body", "strength", "knee", "training"};
  const ParameterInfo* info = find_parameter(key);
  return info != nullptr && std::find(tables.begin(), tables.end(), info->table) != tables.end();
}

FormEdits brought_along(OpenScenario opened, const Layer& brings, const FormEdits& by_hand) {
  Layer person = brings;
  for (const Assignment& edit : by_hand.assignments())
    if (is_of_person(edit.key)) put(person, edit);
  opened.run_by({});
  const auto bare = opened.resolve();
  opened.run_by(person);
  const auto resolved = opened.resolve();
  if (!bare || !resolved) return {};
  std::vector<Assignment> edits;
  for (const Assignment& given : person.assignments()) {
    if (find_parameter(given.key) == nullptr) continue;
    const ParameterValue& value = resolved->parameters.value(given.key);
    if (!same(value, bare->parameters.value(given.key))) edits.push_back({given.key, value.number, value.text});
  }
  return FormEdits(edits);
}

}  // namespace stridelab::view
