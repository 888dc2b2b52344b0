#include "cli/compared_forms.h"

#include "cli/progress.h"
#include "scenario/input_files.h"
#include "scenario/profile.h"
#include "scenario/scenario_places.h"
#include "study/way_out.h"

namespace stridelab {

std::vector<std::string> with_engine(std::vector<std::string> overrides, const FormOptions& options) {
  if (!options.engine.empty()) overrides.push_back("engine=" + options.engine);
  if (!options.duration_s.empty()) overrides.push_back("duration_s=" + options.duration_s);
  return overrides;
}

std::vector<WrittenForm> written_forms(const FormOptions& options) {
  std::vector<WrittenForm> written;
  std::vector<std::string> forms = options.forms;
  const bool alone = forms.size() == 1 && !options.set_b.empty();
  if (alone) forms.push_back(forms.front());
  for (std::size_t i = 0; i < forms.size(); ++i) {
    std::vector<std::string> overrides = options.set;
    const auto add = [&](const std::vector<std::string>& more) {
      overrides.insert(overrides.end(), more.begin(), more.end());
    };
    if (i == 0 || alone) add(options.set_a);
    if (i == 1) add(options.set_b);
    written.push_back({scenario_path(forms[i]), std::move(overrides)});
  }
  return written;
}

std::vector<std::filesystem::path> read_files(const std::vector<WrittenForm>& forms, const FormOptions& options) {
  std::vector<std::filesystem::path> files;
  for (const WrittenForm& form : forms) files.push_back(form.path);
  if (!options.profile.empty()) files.push_back(profile_path(options.profile));
  return input_files(files);
}

std::vector<Scenario> read_forms(const std::vector<WrittenForm>& forms, const FormOptions& options,
                                 const Layer& profile, const Console& console) {
  std::vector<Scenario> scenarios;
  std::string said;
  for (const WrittenForm& form : forms) {
    auto scenario = read_scenario_for(&profile, form.path, with_engine(form.overrides, options));
    if (scenario) {
      scenarios.push_back(*std::move(scenario));
    } else if (const std::string faults = to_text(scenario.error()); faults != said) {
      console.err << faults;
      said = faults;
    }
  }
  return scenarios;
}

std::vector<RunReport> run_forms(const FormsToRun& forms, const FormOptions& options, const RegionMap& map,
                                 RunCache& cache, const Console& console) {
  std::vector<RunReport> reports;
  Progress progress(console, forms.written.size());
  for (std::size_t i = 0; i < forms.written.size(); ++i) {
    const WrittenForm& form = forms.written[i];
    // Which engine runs a scenario is no change of it.
    const bool as_written = form.overrides.empty() && options.profile.empty();
    reports.push_back(run_scenario(
        forms.scenarios[i], cache, as_written ? forms.checks : ChecksOf::nobody,
        [&](double part) { progress.within(part); }, forms.detail));
    add_way_out(reports.back(), {form.path, forms.profile, with_engine(form.overrides, options)}, cache);
    add_regions(reports.back(), map);
    progress.step();
  }
  return reports;
}

}  // namespace stridelab
