#include "cli/validate_command.h"

#include <optional>

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

/// Compares with the stored figures; none where new ones are to be written.
tl::expected<std::optional<ExpectationOutcome>, Diagnostics> compare(const Validation& validation, bool wanted) {
  if (!wanted) return std::nullopt;
  const auto expected = read_expectations();
  if (!expected) return tl::unexpected(expected.error());
  return ExpectationOutcome{expected->size(), deviations(*expected, figures_of(validation))};
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
  const auto validation = work_out(console, engines);
  if (!validation) {
    console.err << to_text(validation.error());
    return ExitCode::invalid_input;
  }
  const auto outcome = compare(*validation, options.write_expected.empty());
  if (!outcome) {
    console.err << to_text(outcome.error());
    return ExitCode::invalid_input;
  }
  return report(options, *validation, *outcome ? &**outcome : nullptr, console);
}

}  // namespace stridelab
