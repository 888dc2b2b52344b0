#include "cli/claims_command.h"

#include <nlohmann/json.hpp>

#include "claims/claims.h"
#include "cli/outputs.h"
#include "cli/progress.h"
#include "core/data_folder.h"
#include "report/json_report.h"
#include "scenario/input_files.h"
#include "sweep/pool.h"

namespace stridelab {
namespace {

nlohmann::ordered_json json_of(const std::vector<ClaimResult>& results) {
  nlohmann::ordered_json document{{"schema", "stridelab.claims/1"}, {"claims", nlohmann::ordered_json::array()}};
  for (const ClaimResult& r : results) {
    nlohmann::ordered_json entry{{"says", r.claim->says}, {"verdict", to_text(r.verdict)}};
    if (r.claim->can_be_asked()) {
      entry["scenario"] = r.claim->scenario;
      entry["metric"] = r.claim->metric;
    } else {
      entry["outside"] = r.claim->outside;
    }
    if (r.change)
      entry["change"] = {{"value", r.change->value},
                         {"low", r.change->low},
                         {"high", r.change->high},
                         {"unit", r.change->in_degrees ? "deg" : "%"}};
    if (r.level) entry["level"] = *r.level;
    entry["source"] = r.claim->source;
    document["claims"].push_back(std::move(entry));
  }
  return document;
}

std::filesystem::path folder_of(const ClaimsOptions& options) {
  return options.folder.empty() ? shipped_scenarios_folder() : std::filesystem::path(options.folder);
}

}  // namespace

ExitCode claims_command(const ClaimsOptions& options, const Console& console, const Engines& engines) {
  Outputs outputs(console);
  const std::size_t json = outputs.want("--json", options.json, json_file);
  const std::size_t markdown = outputs.want("--markdown", options.markdown, markdown_file);
  if (const ExitCode refused = outputs.open([] { return model_files(); }); refused != ExitCode::done) return refused;
  const auto claims = read_claims();
  const auto models = read_load_models();
  if (!claims) console.err << to_text(claims.error());
  if (!models) console.err << to_text(models.error());
  const auto uncertain = read_uncertain_inputs();
  if (!uncertain) console.err << to_text(uncertain.error());
  if (!claims || !models || !uncertain) return ExitCode::invalid_input;
  RunCache cache(*models, engines);
  Progress progress(console, 1);
  const auto results = judge_claims(*claims, folder_of(options), {cache, *uncertain, usual_draws, all_jobs()},
                                    [&](double part) { progress.within(part); });
  if (!results) {
    console.err << to_text(results.error());
    return ExitCode::invalid_input;
  }
  const bool stdout_taken = outputs.takes_stdout();
  const ConsoleStyle& style = stdout_taken ? console.err_style : console.out_style;
  (stdout_taken ? console.err : console.out) << claims_text(*results, style.columns);
  if (!options.json.empty()) outputs.append(json, json_text(json_of(*results)));
  if (!options.markdown.empty()) outputs.append(markdown, claims_markdown(*results));
  return outputs.commit();
}

}  // namespace stridelab
