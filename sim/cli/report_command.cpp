#include "cli/report_command.h"

#include "cli/outcome.h"
#include "cli/outputs.h"
#include "cli/plot_output.h"
#include "cli/sureness.h"
#include "core/text.h"
#include "guidance/explanation.h"
#include "page/browser.h"
#include "page/run_page.h"
#include "scenario/profile.h"
#include "study/comparison.h"
#include "study/run_scenario.h"

namespace stridelab {
namespace {

struct PageOutputs {
  PageOutputs(const ReportOptions& o, const Console& console)
      : all(console),
        html(all.want("--html", o.html, html_file)),
        pdf(all.want("--pdf", o.pdf, pdf_file)),
        plot(all.want("--plot", o.plot, picture_file)) {}
  Outputs all;
  std::size_t html, pdf, plot;
};

ExitCode write_all(const ReportOptions& o, const std::vector<RunReport>& forms, const std::string& why,
                   const LoadModels& models, const Guidance& guidance, const Region* place,
                   const std::optional<HowSure>& sure, const Console& console, PageOutputs& outputs) {
  ExitCode written = ExitCode::done;
  if (!o.html.empty() || !o.pdf.empty()) {
    const std::string page =
        run_page(forms, why, models, guidance, {units_of(o.units), o.client, o.note, place, sure ? &*sure : nullptr});
    outputs.all.append(outputs.html, page);
    if (!o.pdf.empty()) written = append_made(outputs.all, outputs.pdf, "--pdf", pdf_of_page(page), console);
  }
  return graver(written, write_plot(outputs.all, outputs.plot, o.plot, forms, models, console));
}

/// The place whose exercises are asked for; null where none is, and where it is none, which is said.
const Region* place_of(const std::string& name, const Guidance& guidance, const Console& console) {
  if (name.empty()) return nullptr;
  if (const Region* place = region_meant(name, guidance)) return place;
  const std::string near = nearest_region(guidance.map, name);
  console.err << "error: --advice " << printable(name) << " is no place of the leg"
              << (near.empty() ? "" : ": did you mean " + near + "?") << "\n";
  return nullptr;
}

}  // namespace

ExitCode report_command(const ReportOptions& options, const Console& console, const Engines& engines) {
  PageOutputs outputs(options, console);
  const std::vector<WrittenForm> forms = written_forms(options);
  if (const ExitCode refused = outputs.all.open([&] { return read_files(forms, options); }); refused != ExitCode::done)
    return refused;
  const auto profile = read_profile_of(options.profile);
  const auto models = read_load_models();
  const auto& guidance = shipped_guidance();
  if (!profile) console.err << to_text(profile.error());
  if (!models) console.err << to_text(models.error());
  if (!guidance) console.err << to_text(guidance.error());
  const auto draws = sure_request(options.uncertainty, 0);
  if (!draws) console.err << to_text(draws.error());
  if (!profile || !models || !guidance || !draws) return ExitCode::invalid_input;
  const Region* place = place_of(options.place, *guidance, console);
  if (place == nullptr && !options.place.empty()) return ExitCode::usage;
  const std::vector<Scenario> scenarios = read_forms(forms, options, *profile, console);
  if (scenarios.size() < forms.size()) return ExitCode::invalid_input;
  RunCache cache(*models, engines);
  const std::vector<RunReport> reports =
      run_forms({forms, scenarios, *profile, ChecksOf::nobody, Detail::curves}, options, guidance->map, cache, console);
  const std::string why = reports.size() == 1 ? short_why(reports[0].base, reports[0], *models)
                                              : short_why(reports[0], reports[1], *models);
  const EngineRun &a = reports.size() == 1 ? reports[0].base : reports[0], &b = reports.back();
  const bool two = reports.size() <= 2 && a.metrics && b.metrics && !(a.parameters == b.parameters);
  const auto sure = two ? sureness(a, &b, *models, *draws) : std::nullopt;
  ExitCode outcome = write_all(options, reports, why, *models, *guidance, place, sure, console, outputs);
  outcome = graver(outcome, outputs.all.commit());
  for (const RunReport& report : reports) outcome = graver(outcome, outcome_of(report));
  return outcome;
}

}  // namespace stridelab
