#include "cli/validate_command.h"

#include <filesystem>
#include <vector>

#include "cli/outputs.h"
#include "cli/progress.h"
#include "report/json_report.h"
#include "scenario/input_files.h"
#include "sweep/pool.h"
#include "uncertainty/draws.h"
#include "validation/calibration.h"
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

/// Empty where nobody asked.
tl::expected<std::optional<Calibration>, Diagnostics> calibration_of(const ValidateOptions& options,
                                                                     const Console& console, const Engines& engines) {
  if (!options.calibration) return std::optional<Calibration>{};
  const auto effects = read_published_effects();
  if (!effects) return tl::unexpected(effects.error());
  const auto models = read_load_models();
  if (!models) return tl::unexpected(models.error());
  Progress progress(console, 1);
  return calibrate(*effects, *models, engines, {usual_draws, usual_study_draws, all_jobs()},
                   [&](double part) { progress.within(part); })
      .map([](Calibration made) { return std::optional<Calibration>(std::move(made)); });
}

/// The files it writes.
struct ValidateOutputs {
  ValidateOutputs(const ValidateOptions& options, const Console& console)
      : all(console),
        json(all.want("--json", options.json, json_file)),
        markdown(all.want("--markdown", options.markdown, markdown_file)),
        html(all.want("--html", options.html, html_file)),
        expected(all.want("--write-expected", options.write_expected, toml_file)) {}
  Outputs all;
  std::size_t json, markdown, html, expected;
};

/// What it reads. The stored expectation is not read where a new one is written.
std::vector<std::filesystem::path> inputs_of(const ValidateOptions& options) {
  std::vector<std::filesystem::path> files = model_files();
  if (!options.write_expected.empty())
    std::erase_if(files, [](const auto& file) { return file.filename() == "validation_expected.toml"; });
  return files;
}

ExitCode report(const ValidateOptions& options, const Validation& validation, const ExpectationOutcome* outcome,
                const std::optional<Calibration>& calibration, const Console& console, ValidateOutputs& outputs) {
  const bool stdout_taken = outputs.all.takes_stdout();
  ConsoleStyle style = stdout_taken ? console.err_style : console.out_style;
  style.every_row = options.more;
  (stdout_taken ? console.err : console.out)
      << validation_text(validation, outcome, style) << (calibration ? calibration_text(*calibration) : "");
  if (!options.json.empty()) outputs.all.append(outputs.json, json_text(validation_json(validation, outcome)));
  if (!options.markdown.empty())
    outputs.all.append(outputs.markdown,
                       validation_markdown(validation) + (calibration ? calibration_markdown(*calibration) : ""));
  if (!options.html.empty()) outputs.all.append(outputs.html, validation_page(validation));
  if (!options.write_expected.empty()) outputs.all.append(outputs.expected, expectations_text(figures_of(validation)));
  const bool moved = outcome != nullptr && !outcome->deviations.empty();
  return graver(moved ? ExitCode::check_failed : ExitCode::done, outputs.all.commit());
}

}  // namespace

ExitCode validate_command(const ValidateOptions& options, const Console& console, const Engines& engines) {
  ValidateOutputs outputs(options, console);
  if (const ExitCode refused = outputs.all.open([&] { return inputs_of(options); }); refused != ExitCode::done)
    return refused;
  const bool compared = options.write_expected.empty();
  const auto expected = compared ? read_expectations() : std::vector<Figure>{};
  const auto validation = expected ? work_out(console, engines) : tl::unexpected(expected.error());
  if (!validation) {
    console.err << to_text(validation.error());
    return ExitCode::invalid_input;
  }
  const auto calibration = calibration_of(options, console, engines);
  if (!calibration) {
    console.err << to_text(calibration.error());
    return ExitCode::invalid_input;
  }
  if (!compared) return report(options, *validation, nullptr, *calibration, console, outputs);
  const ExpectationOutcome outcome{expected->size(), deviations(*expected, figures_of(*validation))};
  return report(options, *validation, &outcome, *calibration, console, outputs);
}

}  // namespace stridelab
