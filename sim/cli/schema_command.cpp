#include "cli/schema_command.h"

#include <fmt/format.h>

#include <vector>

#include "core/text.h"
#include "schemas.h"

namespace stridelab {

ExitCode schema_command(const std::string& name, const Console& console) {
  std::vector<std::string_view> names;
  for (const schemas::Schema& schema : schemas::all) {
    names.push_back(schema.name);
    if (name.empty()) console.out << fmt::format("{:<12}{}\n", schema.name, schema.of);
    if (name == schema.name) {
      console.out << schema.text;
      return ExitCode::done;
    }
  }
  if (name.empty()) return ExitCode::done;
  const auto near = nearest_spelling(name, names);
  console.err << fmt::format(
      "error: there is no schema {}\n  {}\n", printable(name),
      near ? fmt::format("did you mean {}?", *near) : fmt::format("schemas are {}", or_list(names)));
  return ExitCode::invalid_input;
}

}  // namespace stridelab
