#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"

namespace stridelab {

/// A file of figures with their sources, read table by table. Collects every fault instead of stopping at the first:
/// a figure that is missing or out of range reads as 0, a text as "", and faults() says so.
class FigureFile {
 public:
  /// Where a figure may lie.
  struct Range {
    double lo, hi;
    std::string_view unit;
  };

  explicit FigureFile(const std::filesystem::path& file);

  /// Keys that a table may hold, with `table` "" for the file itself; all others are faults.
  void allow(std::string_view table, const std::vector<std::string_view>& keys);

  /// Whether the file has that table: the optional ones need not be there.
  [[nodiscard]] bool has(std::string_view table) const { return find(table) != nullptr; }

  /// Whether a table holds a key: the optional ones need not be there.
  [[nodiscard]] bool has(std::string_view table, std::string_view key) const { return get(table, key) != nullptr; }

  /// The names of the file's tables, in the order of its lines.
  [[nodiscard]] std::vector<std::string> tables() const;

  /// The keys of a table, in the order of its lines; none where there is no such table.
  [[nodiscard]] std::vector<std::string> keys(std::string_view table) const;

  double number(std::string_view table, std::string_view key, const Range& range);
  std::string text(std::string_view table, std::string_view key);

  /// true or false; false where the key is left out.
  bool truth(std::string_view table, std::string_view key);

  /// A list of numbers or texts; an entry of another kind is a fault and left out.
  std::vector<double> numbers(std::string_view table, std::string_view key);
  std::vector<std::string> texts(std::string_view table, std::string_view key);

  /// A fault of a value that only its reader can judge.
  void refuse(std::string_view table, std::string_view key, std::string message, std::string help);

  /// What is wrong with the file, in the order of its lines; a key that is missing from everywhere comes first.
  Diagnostics faults();

 private:
  template <typename T>
  std::vector<T> list(std::string_view table, std::string_view key, std::string_view kind);
  [[nodiscard]] const toml::table* find(std::string_view table) const;
  [[nodiscard]] const toml::node* get(std::string_view table, std::string_view key) const;
  void missing(std::string_view table, std::string_view key, const toml::node* node, std::string_view kind);
  void fault(std::string message, const toml::source_position& where,
             std::string help = "every figure needs its unit, range and source; compare a file that ships");

  std::string file_;
  std::optional<toml::table> root_;
  Diagnostics faults_;
};

}  // namespace stridelab
