#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "study/engines.h"
#include "sweep/team.h"

namespace stridelab {

/// What the rows of `sweep --rows` and of `dakota` differ from, and who answers them.
struct RowBaseOptions {
  std::string base;                    ///< a scenario file; empty: the defaults
  std::vector<std::string> overrides;  ///< "key=value"
  std::string engine;                  ///< empty: as the base says
  std::string test_function;           ///< instead of an engine
};

/// What `stridelab sweep` was asked to do.
struct SweepOptions {
  std::string design;              ///< a design file
  std::string rows;                ///< instead of it a CSV of rows, "-" for stdin
  RowBaseOptions base;             ///< of rows
  std::string metrics;             ///< of rows: names with commas between them; empty: the first ones
  int jobs = 0;                    ///< threads; 0: all cores
  std::string store;               ///< SQLite file; empty: none
  bool resume = false;             ///< go on with a store that is there
  std::string shard;               ///< "i/n"; empty: all
  std::vector<std::string> merge;  ///< stores whose rows are taken over first
  std::string csv;                 ///< file, or "-" for stdout; empty: stdout where there is no store
};

/// Answers the rows of a design or of a table.
/// returns  2 where a row was invalid or the design, its store or its files were; 4 where something cannot be written;
///          rows that are refused are answers, not errors
ExitCode sweep_command(const SweepOptions& options, const Console& console, const Engines& engines, Team* team);

/// The engine behind rows; null with its faults on console.err.
std::shared_ptr<const RowModel> row_model(const RowBaseOptions& options, const Console& console,
                                          const Engines& engines);

}  // namespace stridelab
