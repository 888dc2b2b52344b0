#include "cli/compare_command.h"

#include <nlohmann/json.hpp>

#include "cli/attribution.h"
#include "cli/outcome.h"
#include "cli/outputs.h"
#include "cli/plot_output.h"
#include "cli/sureness.h"
#include "report/answer.h"
#include "report/console_report.h"
#include "report/json_report.h"
#include "report/markdown_report.h"
#include "report/sureness_tables.h"
#include "scenario/input_files.h"
#include "scenario/profile.h"
#include "study/run_scenario.h"

namespace stridelab {
namespace {

const HowSure* pointer(const std::optional<HowSure>& sure) { return sure ? &*sure : nullptr; }

std::string people_text(const std::vector<RunReport>& forms, const Attribution& attribution,
                        const std::optional<HowSure>& sure, const LoadModels& models, const CompareOptions& options,
                        ConsoleStyle style) {
  style.every_row = options.all;
  style.units = units_of(options.units);
  if (forms.size() > 2) return forms_answer_text(forms, style);
  if (options.more || options.all) return comparison_text(compare(forms[0], forms[1], models), style, pointer(sure));
  return comparison_answer_text(forms[0], forms[1], short_why(forms[0], forms[1], models), attribution.text(), style,
                                pointer(sure));
}

nlohmann::ordered_json json_of(const std::vector<RunReport>& forms, const Attribution& attribution,
                               const std::optional<HowSure>& sure, const LoadModels& models) {
  nlohmann::ordered_json document = comparison_to_json(compare(forms[0], forms[1], models));
  for (std::size_t i = 2; i < forms.size(); ++i) {
    nlohmann::ordered_json other = comparison_to_json(compare(forms[0], forms[i], models));
    document["further"].push_back({{"run", other["b"]}, {"why", other["why"]}, {"metrics", other["metrics"]}});
  }
  for (const Attribution::Part& part : attribution.alone)
    document["attribution"].push_back({{"input", part.input}, {"kneecap_force_change_percent", part.percent}});
  if (sure) document["uncertainty"] = sureness_json(*sure, {"a", "b"});
  return document;
}

/// The files it writes.
struct CompareOutputs {
  CompareOutputs(const CompareOptions& options, const Console& console)
      : all(console),
        json(all.want("--json", options.json, json_file)),
        markdown(all.want("--markdown", options.markdown, markdown_file)),
        plot(all.want("--plot", options.plot, picture_file)) {}
  Outputs all;
  std::size_t json, markdown, plot;
};

ExitCode report_all(const CompareOptions& options, const std::vector<RunReport>& forms, const Attribution& attribution,
                    const std::optional<HowSure>& sure, const LoadModels& models, const Console& console,
                    CompareOutputs& outputs) {
  const bool stdout_taken = outputs.all.takes_stdout();
  (stdout_taken ? console.err : console.out)
      << people_text(forms, attribution, sure, models, options, stdout_taken ? console.err_style : console.out_style);
  if (!options.json.empty()) outputs.all.append(outputs.json, json_text(json_of(forms, attribution, sure, models)));
  if (!options.markdown.empty())
    outputs.all.append(outputs.markdown, comparison_markdown(compare(forms[0], forms[1], models), pointer(sure)));
  ExitCode outcome = write_plot(outputs.all, outputs.plot, options.plot, forms, models, console);
  outcome = graver(outcome, outputs.all.commit());
  for (const RunReport& form : forms) outcome = graver(outcome, outcome_of(form));
  return outcome;
}

}  // namespace

ExitCode compare_command(const CompareOptions& options, const Console& console, const Engines& engines) {
  CompareOutputs outputs(options, console);
  const std::vector<WrittenForm> sides = written_forms(options);
  if (const ExitCode refused = outputs.all.open([&] { return read_files(sides, options); }); refused != ExitCode::done)
    return refused;
  const auto profile = read_profile_of(options.profile);
  if (!profile) {
    console.err << to_text(profile.error());
    return ExitCode::invalid_input;
  }
  const std::vector<Scenario> scenarios = read_forms(sides, options, *profile, console);
  const auto models = read_load_models();
  const auto regions = read_region_map();
  if (!models) console.err << to_text(models.error());
  if (!regions) console.err << to_text(regions.error());
  const auto draws = sure_request(options.uncertainty, 0);
  if (!draws) console.err << to_text(draws.error());
  if (scenarios.size() < sides.size() || !models || !regions || !draws) return ExitCode::invalid_input;
  RunCache cache(*models, engines);
  // Curves go to the JSON alone.
  const Detail detail = options.json.empty() ? Detail::tables : Detail::curves;
  const std::vector<RunReport> forms =
      run_forms({sides, scenarios, *profile, ChecksOf::scenario, detail}, options, *regions, cache, console);
  const Attribution attribution =
      forms.size() == 2 ? attribute(forms[0], forms[1], {&*profile, sides[0].path, sides[0].overrides}, cache)
                        : Attribution{};
  const auto sure = forms.size() == 2 ? sureness(forms[0], &forms[1], *models, *draws) : std::optional<HowSure>{};
  return report_all(options, forms, attribution, sure, *models, console, outputs);
}

}  // namespace stridelab
