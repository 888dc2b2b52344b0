# The schemas of what the commands write, compiled into the program: `stridelab schema` prints them wherever it runs.
set(rows "")
foreach(schema
    "report|stridelab run --json|sim/report/report.schema.json"
    "plan|stridelab plan --json|sim/training/plan.schema.json"
    "validation|stridelab validate --json|sim/validation/validation.schema.json"
    "explain|stridelab explain --json|sim/cli/explain.schema.json"
    "claims|stridelab claims --json|sim/cli/claims.schema.json"
    "advice|stridelab advise --json|sim/cli/advice.schema.json"
    "sensitivity|stridelab sensitivity --json|sim/cli/sensitivity.schema.json")
  string(REPLACE "|" ";" parts "${schema}")
  list(GET parts 0 name)
  list(GET parts 1 of)
  list(GET parts 2 path)
  file(READ ${PROJECT_SOURCE_DIR}/${path} text)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${path})
  string(APPEND rows "    Schema{\"${name}\", \"${of}\", R\"schema(${text})schema\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/schemas.h CONTENT "#pragma once

#include <array>
#include <string_view>

namespace stridelab::schemas {

struct Schema {
  std::string_view name, of, text;
};

inline constexpr std::array all{
${rows}};

}  // namespace stridelab::schemas
" @ONLY)
