#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "study/comparison.h"

namespace stridelab {

/// One run as the public JSON has it: scenario, parameters with origin, metrics, checks, steps, curves, provenance.
/// Missing values are null; numbers read back to the same bits.
nlohmann::ordered_json run_to_json(const RunReport& report);

/// The document of `stridelab run --json`: schema stridelab.report/1, one entry of `runs` per scenario.
nlohmann::ordered_json report_to_json(const std::vector<RunReport>& reports);

/// That document in parts, for results that are written as they come: its head with the first run, each further run, and
/// what closes it.
class ReportText {
 public:
  std::string add(const RunReport& report);
  [[nodiscard]] std::string finish() const;

 private:
  bool empty_ = true;
};

/// The document of `stridelab compare --json`: schema stridelab.compare/1.
nlohmann::ordered_json comparison_to_json(const Comparison& compared);

/// Text of a document as it is written to files and stdout: indented, one newline at the end.
std::string json_text(const nlohmann::ordered_json& document);

}  // namespace stridelab
