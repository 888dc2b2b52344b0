#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model_files/model_range.h"
#include "model_files/model_source.h"

namespace stridelab {

/// The one reader of numeric CSV files of models/: comma separated, one header line, `#` lines are comments. Collects
/// every fault; a column that is missing reads as none, a cell that is no number as 0.
class ModelTable {
 public:
  /// The percents that rows stand for: 0 .. 100 in equal steps, or any that rise, where some could not be measured.
  enum class Percents { all, some };

  explicit ModelTable(const std::filesystem::path& file);
  ModelTable(const ModelTable&) = delete;
  ModelTable& operator=(const ModelTable&) = delete;

  [[nodiscard]] bool has_column(std::string_view name) const { return place_of(name).has_value(); }

  /// From here on, only the rows with that text and that number in two columns; all again with "".
  void select(std::string_view text_column, std::string_view text, std::string_view number_column = {},
              double number = 0.0);

  /// The different texts of a column in the selected rows, in their order.
  [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;

  /// The numbers of a column in the selected rows.
  ///
  /// range      of each number
  /// most_step  from one row to the next, in the unit of the column: measured curves do not jump
  std::vector<double> column(std::string_view name, const ModelRange& range, std::optional<double> most_step = {});

  /// The column "percent".
  std::vector<double> percents(Percents which = Percents::all);

  /// A fault of the whole table, for what its reader alone can tell.
  void refuse(std::string message) { source_.fault(0, 0, 1, std::move(message)); }

  [[nodiscard]] Diagnostics faults() const { return source_.faults(); }

 private:
  struct Row {
    int line;
    std::vector<std::string_view> cells;
  };
  void add_row(int line, std::string_view text);
  [[nodiscard]] std::optional<std::size_t> place_of(std::string_view name) const;
  std::optional<std::size_t> require(std::string_view name);  ///< a fault where there is no such column
  void fault(const Row& row, std::size_t column, std::string message);

  ModelSource source_;
  std::vector<std::string_view> header_;
  int header_line_ = 0;
  std::set<std::string> missed_;  ///< columns that have been said to be missing
  std::vector<Row> rows_;
  std::vector<const Row*> selected_;
};

}  // namespace stridelab
