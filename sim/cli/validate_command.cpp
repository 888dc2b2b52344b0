#include "cli/validate_command.h"

#include <vector>

#include "cli/outputs.h"
#include "cli/progress.h"
#include "report/json_report.h"
#include "validation/validation_output.h"

namespace stridelab {
namespace {

tl::expected<Validation, Diagnostics> work_out(const Console& console, const Engines& engines) {
  const auto references = read_validation_references();
  if (!references) return tl::unexpected(references.error());
  const auto models = read_load_models();
  if (!models) return tl::unexpected(models.error());
  Progress progress(console, 1);
  return validate(*references, *models, engines, [&](double part) { progress.within(part); });
}

ExitCode report(const ValidateOptions& options, const Validation& validation, const ExpectationOutcome* outcome,
                const Console& console) {
  const bool stdout_taken = options.json == "-" || options.markdown == "-" || options.write_expected == "-";
  ConsoleStyle style = stdout_taken ? console.err_style : console.out_style;
  style.every_row = options.more;
  (stdout_taken ? console.err : console.out) << validation_text(validation, outcome, style);
  Outputs outputs(console);
  if (!options.json.empty()) outputs.write(options.json, json_text(validation_json(validation, outcome)));
  if (!options.markdown.empty()) outputs.write(options.markdown, validation_markdown(validation));
  if (!options.write_expected.empty()) outputs.write(options.write_expected, expectations_text(figures_of(validation)));
  const bool moved = outcome != nullptr && !outcome->deviations.empty();
  return graver(moved ? ExitCode::check_failed : ExitCode::done, outputs.outcome());
}

}  // namespace

ExitCode validate_command(const ValidateOptions& options, const Console& console, const Engines& engines) {
  const bool compared = options.write_expected.empty();
  const auto expected = compared ? read_expectations() : std::vector<Figure>{};
  const auto validation = expected ? work_out(console, engines) : tl::unexpected(expected.error());
  if (!validation) {
    console.err << to_text(validation.error());
    return ExitCode::invalid_input;
  }
  if (!compared) return report(options, *validation, nullptr, console);
  const ExpectationOutcome outcome{expected->size(), deviations(*expected, figures_of(*validation))};
  return report(options, *validation, &outcome, console);
}

}  // namespace stridelab
