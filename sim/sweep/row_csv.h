#pragma once

#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "sweep/row.h"

namespace stridelab {

/// "index,status,reason,", the inputs and the outputs; ends with a line end.
std::string csv_header(const RowColumns& columns);

/// The line of a row. Numbers read back to the same bits; a missing one is an empty cell.
std::string csv_line(const RowResult& row, const RowColumns& columns);

/// Reads a CSV (RFC 4180, comma, quotes doubled) record by record, so that a stream of any length takes no memory.
class CsvRecords {
 public:
  explicit CsvRecords(std::istream& in) : in_(in) {}

  /// The cells of the next record that is not empty, blanks around them taken off; none at the end.
  std::optional<std::vector<std::string>> next();

  /// Line on which the last record began, from 1.
  [[nodiscard]] int line() const { return record_line_; }

 private:
  std::istream& in_;
  int line_ = 0, record_line_ = 0;
};

}  // namespace stridelab
