#include "cli/dakota_command.h"

#include <fstream>
#include <sstream>

#include "cli/outputs.h"
#include "core/text.h"
#include "scenario/input_files.h"
#include "scenario/overrides.h"
#include "sweep/dakota.h"

namespace stridelab {
namespace {

/// What is wrong with a variable or a response; empty where nothing is.
std::string fault_of(const DakotaRequest& request, const RowModel& model) {
  for (const Assignment& variable : request.variables) {
    const GivenValue value = read_value(to_text(variable).substr(variable.key.size() + 1));
    if (const auto wrong = model.input_fault(variable.key, value)) return one_line(wrong->message);
  }
  for (const auto& response : request.responses)
    if (const auto wrong = model.output_fault(response.descriptor)) return wrong->message;
  return {};
}

RowAnswer answer_of(const DakotaRequest& request, const RowModel& model) {
  std::vector<std::string> outputs;
  for (const auto& response : request.responses) outputs.push_back(response.descriptor);
  const Row row{0, request.variables};
  return model.evaluator(outputs)->answer(std::span(&row, 1)).front();
}

}  // namespace

ExitCode dakota_command(const DakotaOptions& options, const Console& console, const Engines& engines) {
  std::ifstream file(options.parameters, std::ios::binary);
  std::stringstream text;
  if (file) text << file.rdbuf();
  const auto request = file ? read_dakota_parameters(text.str()) : tl::unexpected(std::string("cannot be read"));
  if (!request) {
    console.err << "error: " << options.parameters << ": " << request.error() << "\n";
    return ExitCode::invalid_input;
  }
  const FileKind results{"Dakota's results", {}};
  Outputs outputs(console);
  const std::size_t output = outputs.want("results", options.results, results);
  const auto read_files = [&] {
    auto files = input_files(options.base.base.empty() ? std::vector<std::filesystem::path>()
                                                       : std::vector<std::filesystem::path>{options.base.base});
    files.emplace_back(options.parameters);
    return files;
  };
  if (const ExitCode refused = outputs.open(read_files); refused != ExitCode::done) return refused;
  const auto model = row_model(options.base, console, engines);
  if (!model) return ExitCode::invalid_input;
  RowAnswer answer{RowStatus::invalid, fault_of(*request, *model), {}};
  if (answer.reason.empty()) answer = answer_of(*request, *model);
  if (answer.status != RowStatus::answered) console.err << "error: " << answer.reason << "\n";
  outputs.append(output, dakota_results(*request, answer));
  if (outputs.commit() != ExitCode::done) return ExitCode::unwritable_output;
  return answer.status == RowStatus::invalid ? ExitCode::invalid_input : ExitCode::done;
}

}  // namespace stridelab
