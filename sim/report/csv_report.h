#pragma once

#include <string>
#include <vector>

#include "study/run_report.h"

namespace stridelab {

/// One row per scenario and step: scenario, question, engine, status, step, side, then every metric key. Where any run
/// is a forward run, four columns stand before the metrics: averaged (1 or 0), left_out (why not), contact_s (time of
/// the step's contact) and interference (what held or shook the runner, in words). Empty cells are missing values.
/// RFC 4180 quoting, "\n" line ends, numbers that read back to the same bits.
std::string csv_text(const std::vector<RunReport>& reports);

/// One row per scenario and per cent of the gait cycle: scenario, percent_gait, then every curve.
std::string curves_csv_text(const std::vector<RunReport>& reports);

}  // namespace stridelab
