#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace stridelab::test {

/// What is wrong with a document by a shipped schema, a path below sim/; empty when it follows it. Without a name: the
/// schema of reports and comparisons.
inline std::string schema_faults(const nlohmann::json& document,
                                 const std::string& name = "report/report.schema.json") {
  std::ifstream file(std::string(STRIDELAB_SOURCE_DIR) + "/sim/" + name);
  const nlohmann::json schema_json = nlohmann::json::parse(file);
  valijson::Schema schema;
  valijson::SchemaParser parser;
  parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results)) return {};
  std::string text = "invalid:";
  for (valijson::ValidationResults::Error error; results.popError(error);) text += " " + error.description;
  return text;
}

}  // namespace stridelab::test
