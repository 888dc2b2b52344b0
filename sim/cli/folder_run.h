#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"
#include "cli/progress.h"
#include "cli/run_command.h"
#include "cli/run_outputs.h"
#include "cli/sureness.h"
#include "regions/region_map.h"
#include "report/console_report.h"
#include "report/drift.h"
#include "scenario/layer.h"
#include "study/run_cache.h"
#include "study/run_scenario.h"

namespace stridelab {

/// What every run of a command reads.
struct RunModels {
  const Layer& profile;  ///< of the runner; an empty one: the usual runner
  const LoadModels& loads;
  const RegionMap& regions;
  const Engines& engines;
  const SureRequest& draws;
};

/// Runs scenarios on all threads. Each is shown and written in its turn, as soon as those before it are, and none is kept but for a picture;
/// what is shown and written does not depend on the number of threads.
class FolderRun {
 public:
  /// drift  null: compared with nothing
  FolderRun(const RunOptions& options, const Console& console, const RunModels& models, RunOutputs& outputs,
            Drift* drift);

  ExitCode run(const std::vector<std::filesystem::path>& files);

 private:
  /// Of a scenario: its report, or that it is run in its turn, or why it cannot be read.
  struct Answer {
    std::filesystem::path file;
    std::optional<RunReport> report;
    std::optional<Scenario> waits;
    Diagnostics faults;
  };
  void run_all(const std::vector<std::filesystem::path>& files);
  [[nodiscard]] Answer answer(const std::filesystem::path& file, RunCache& cache) const;
  [[nodiscard]] RunReport report_of(const Scenario& scenario, const std::filesystem::path& file, RunCache& cache,
                                    const std::function<void(double)>& within, const FrameSink& frames) const;
  [[nodiscard]] RunReport in_turn(const Answer& answer, Progress& progress);
  void take(const RunReport& report);
  [[nodiscard]] std::string people_text(const RunReport& report) const;
  [[nodiscard]] bool shows_tables() const { return options_.more || options_.all; }

  const RunOptions& options_;
  const Console& console_;
  RunModels models_;
  RunOutputs& outputs_;
  Drift* drift_;
  RunCache cache_;  ///< of what is run in its turn
  std::ostream& people_;
  ConsoleStyle style_;
  std::vector<std::string> overrides_;
  int jobs_ = 1;
  bool single_ = true;
  RunTally tally_;
  ExitCode outcome_ = ExitCode::done;
  std::vector<RunReport> drawn_;  ///< for the picture
};

}  // namespace stridelab
