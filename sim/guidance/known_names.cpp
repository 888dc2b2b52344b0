#include "guidance/known_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/metric_table.h"
#include "catalogue/parameter_table.h"
#include "core/text.h"

namespace stridelab {

bool KnownNames::hold(std::string_view name) const {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string KnownNames::message(std::string_view name) const {
  return fmt::format("there is no {} '{}'", what, printable(name));
}

std::string KnownNames::help(std::string_view name) const {
  const auto near = nearest_spelling(name, names);
  return near ? fmt::format("did you mean {}?", *near) : "";
}

std::vector<std::string> KnownNames::list(ModelSection& in, std::string_view key) const {
  std::vector<std::string> given = in.texts(key);
  if (given.empty()) return given;
  for (const toml::node& node : *in.array(key, "a list of texts")) {
    const auto name = node.value_exact<std::string>();
    if (name && !name->empty() && !hold(*name)) in.fault(node, message(*name), help(*name));
  }
  return given;
}

std::string KnownNames::table_name(ModelSection& in) const {
  if (!hold(in.key())) in.refuse(message(in.key()), help(in.key()));
  return in.key();
}

std::string KnownNames::text(ModelSection& in, std::string_view key) const {
  std::string name = in.text(key);
  if (!name.empty() && !hold(name)) in.fault(key, message(name), help(name));
  return name;
}

KnownNames known_parameters() {
  KnownNames known{"parameter", {}};
  for (const ParameterInfo& row : parameter_table()) known.names.push_back(row.key);
  for (const ParameterInfo& row : run_table()) known.names.push_back(row.key);
  return known;
}

KnownNames known_metrics() { return {"metric", metric_keys()}; }

KnownNames known_parameters_and_metrics() {
  KnownNames known{"parameter or metric", known_parameters().names};
  known.names.insert(known.names.end(), metric_keys().begin(), metric_keys().end());
  return known;
}

}  // namespace stridelab
