#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/console.h"
#include "regions/region_map.h"
#include "scenario/layer.h"
#include "scenario/scenario.h"
#include "study/run_scenario.h"

namespace stridelab {

/// Forms beside each other, as `compare` and `report` take them.
struct FormOptions {
  std::vector<std::string> forms;              ///< at least one; one alone with set_b: against itself with that on top
  std::vector<std::string> set, set_a, set_b;  ///< "key=value", of all, of the first, of the second
  std::string engine, duration_s;              ///< of all; empty: as the scenarios say
  std::string units;                           ///< of what is printed; empty: metric
  std::string profile;                         ///< of the runner; empty: the usual one
};

/// One form: where it is written and what is laid over it.
struct WrittenForm {
  std::filesystem::path path;
  std::vector<std::string> overrides;
};

/// Them with their overrides, in the order that the later one holds: of all, of A where it stands for B too, its own.
std::vector<WrittenForm> written_forms(const FormOptions& options);

/// The overrides of a form with `--engine` and `--duration-s` of all.
std::vector<std::string> with_engine(std::vector<std::string> overrides, const FormOptions& options);

/// The files that are read: scenarios, and the profile.
std::vector<std::filesystem::path> read_files(const std::vector<WrittenForm>& forms, const FormOptions& options);

/// Every scenario read; what is wrong goes to stderr, the same faulty file once. Shorter than the forms where one is.
std::vector<Scenario> read_forms(const std::vector<WrittenForm>& forms, const FormOptions& options,
                                 const Layer& profile, const Console& console);

/// Forms that were read, with what is to be worked out of them.
struct FormsToRun {
  const std::vector<WrittenForm>& written;
  const std::vector<Scenario>& scenarios;  ///< of each, one
  const Layer& profile;
  ChecksOf checks;  ///< where a scenario runs as it was written, without overrides and profile; elsewhere nobody's
  Detail detail;
};

/// Runs them one after the other, each with its way out and the places of the leg.
std::vector<RunReport> run_forms(const FormsToRun& forms, const FormOptions& options, const RegionMap& map,
                                 RunCache& cache, const Console& console);

}  // namespace stridelab
