#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalogue/parameter_builder.h"

namespace stridelab {

/// One what-if: the inputs in which it differs from the base of its sweep.
struct Row {
  std::uint64_t index = 0;         ///< from 0
  std::vector<Assignment> inputs;  ///< in the order of the input columns; an empty cell of a table is left out
};

/// How a row ended.
enum class RowStatus {
  answered,
  refused,  ///< a form that cannot be run, or a run that went badly: the reason names what was limiting
  invalid   ///< inputs outside their ranges, or that contradict each other
};

/// "ok", "refused" or "invalid": the column `status`.
std::string_view to_text(RowStatus status);

/// What an engine says of one row.
struct RowAnswer {
  RowStatus status = RowStatus::answered;
  std::string reason;           ///< one line, empty for an answer
  std::vector<double> outputs;  ///< in the order of the output columns; NaN: none. Empty where there is no answer
};

/// A row with its answer: what tables and stores hold. Times are no part of it, so equal rows have equal bytes.
struct RowResult {
  std::uint64_t index = 0;
  std::vector<std::string> inputs;  ///< as the columns show them
  RowAnswer answer;
};

/// The columns of a table between index, status, reason and its end.
struct RowColumns {
  std::vector<std::string> inputs, outputs;
};

}  // namespace stridelab
