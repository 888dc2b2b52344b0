#pragma once

#include <functional>
#include <string>
#include <vector>

#include "study/run_report.h"

namespace stridelab {

/// One row per scenario and step: scenario, question, engine, status, step, side; averaged (1 or 0), left_out (why not),
/// contact_s (time of the step's contact) and interference (what held or shook the runner, in words), which only forward
/// runs fill; then every metric key, then every input (input_KEY; those of [run] of forward runs alone), then notes. Empty cells are missing values. RFC 4180 quoting, "\n" line ends,
/// numbers that read back to the same bits.
std::string csv_text(const std::vector<RunReport>& reports);

/// The same in parts, for results that are written as they come.
std::string csv_header();
void add_csv_rows(const RunReport& report, const std::function<void(const std::string&)>& take);

/// One row per scenario and per cent of the gait cycle: scenario, percent_gait, then every curve.
std::string curves_csv_text(const std::vector<RunReport>& reports);

/// The same in parts.
std::string curves_csv_header();
std::string curves_csv_rows(const RunReport& report);

}  // namespace stridelab
