#include "cli/compare_command.h"

#include "cli/input_files.h"
#include "cli/outcome.h"
#include "cli/outputs.h"
#include "cli/progress.h"
#include "report/console_report.h"
#include "report/json_report.h"
#include "report/markdown_report.h"
#include "study/run_scenario.h"

namespace stridelab {
namespace {

/// Checks count only where the scenario runs as it was written; which engine runs it is no change of it.
ChecksOf checks_of(const std::vector<std::string>& overrides) {
  return overrides.empty() ? ChecksOf::scenario : ChecksOf::nobody;
}

/// Those of a side, and `--engine` and `--duration-s` of both.
std::vector<std::string> with_engine(std::vector<std::string> overrides, const CompareOptions& options) {
  if (!options.engine.empty()) overrides.push_back("engine=" + options.engine);
  if (!options.duration_s.empty()) overrides.push_back("duration_s=" + options.duration_s);
  return overrides;
}

std::vector<std::string> overrides_of_b(const CompareOptions& options) {
  std::vector<std::string> all;
  if (options.b.empty()) all = options.set_a;
  all.insert(all.end(), options.set_b.begin(), options.set_b.end());
  return all;
}

/// The files it writes.
struct CompareOutputs {
  CompareOutputs(const CompareOptions& options, const Console& console)
      : all(console),
        json(all.want("--json", options.json, json_file)),
        markdown(all.want("--markdown", options.markdown, markdown_file)) {}
  Outputs all;
  std::size_t json, markdown;
};

ExitCode report_both(const CompareOptions& options, const Comparison& compared, const Console& console,
                     CompareOutputs& outputs) {
  const bool stdout_taken = outputs.all.takes_stdout();
  ConsoleStyle style = stdout_taken ? console.err_style : console.out_style;
  style.every_row = options.all;
  (stdout_taken ? console.err : console.out) << comparison_text(compared, style);
  if (!options.json.empty()) outputs.all.append(outputs.json, json_text(comparison_to_json(compared)));
  if (!options.markdown.empty()) outputs.all.append(outputs.markdown, comparison_markdown(compared));
  return graver(graver(outcome_of(compared.a), outcome_of(compared.b)), outputs.all.commit());
}

}  // namespace

ExitCode compare_command(const CompareOptions& options, const Console& console, const Engines& engines) {
  CompareOutputs outputs(options, console);
  const auto inputs = [&] { return input_files({options.a, options.b.empty() ? options.a : options.b}); };
  if (const ExitCode refused = outputs.all.open(inputs); refused != ExitCode::done) return refused;
  const std::vector<std::string> set_b = overrides_of_b(options);
  const auto a = read_scenario(options.a, with_engine(options.set_a, options));
  const auto b = read_scenario(options.b.empty() ? options.a : options.b, with_engine(set_b, options));
  const auto models = read_load_models();
  const auto regions = read_region_map();
  if (!a) console.err << to_text(a.error());
  // The same faulty file twice would say everything twice.
  if (!b && (a || !options.b.empty())) console.err << to_text(b.error());
  if (!models) console.err << to_text(models.error());
  if (!regions) console.err << to_text(regions.error());
  if (!a || !b || !models || !regions) return ExitCode::invalid_input;
  RunCache cache(*models, engines);
  std::vector<RunReport> sides;
  {
    Progress progress(console, 2);
    const auto within = [&](double part) { progress.within(part); };
    // Curves go to the JSON alone.
    const Detail detail = options.json.empty() ? Detail::tables : Detail::curves;
    sides.push_back(run_scenario(*a, cache, checks_of(options.set_a), within, detail));
    progress.step();
    sides.push_back(run_scenario(*b, cache, checks_of(set_b), within, detail));
  }
  for (RunReport& side : sides) add_regions(side, *regions);
  return report_both(options, compare(std::move(sides[0]), std::move(sides[1]), *models), console, outputs);
}

}  // namespace stridelab
