#pragma once

#include <toml++/toml.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/frames.h"
#include "model_files/model_range.h"
#include "model_files/model_source.h"

namespace stridelab {

class ModelFile;

/// One table of a ModelFile. Cheap to copy, valid as long as the file is.
///
/// A key that is asked for is one that the table may hold; all others are faults at the end, with the nearest of those
/// asked for. A value that is missing or wrong is a fault too and reads as 0, "" or nothing: reading goes on, so that one
/// pass finds every fault. Asking a table that is not there for its values adds no fault to the one that says so.
class ModelSection {
 public:
  /// Its key, of an entry of a list with its place: "heel", "limit[3]".
  [[nodiscard]] const std::string& key() const { return key_; }
  [[nodiscard]] bool has(std::string_view key) { return find(key) != nullptr; }

  ModelSection table(std::string_view key);
  /// The tables in this one whose key begins so, in the order of the lines: where the file names its tables freely.
  std::vector<ModelSection> tables(std::string_view prefix = {});
  /// The keys of this table, in the order of the lines, all of them allowed.
  std::vector<std::string> keys();
  /// A list of tables; an empty one is a fault.
  std::vector<ModelSection> list(std::string_view key);

  double number(std::string_view key, const ModelRange& range);
  /// Of a file in degrees, in radians.
  double angle_rad(std::string_view key, const ModelRange& degrees) { return number(key, degrees) * rad_per_deg; }
  std::vector<double> numbers(std::string_view key, const ModelRange& range);
  /// As many numbers as are asked for; 0 for all where there are not.
  template <std::size_t n>
  std::array<double, n> numbers(std::string_view key, const ModelRange& range) {
    std::array<double, n> out{};
    const std::vector<double> read = counted(key, range, n);
    std::copy(read.begin(), read.end(), out.begin());
    return out;
  }
  /// [x, y, z], each in the range.
  Vec3 point(std::string_view key, const ModelRange& range);
  /// The same with a range for each.
  Vec3 point(std::string_view key, const std::array<ModelRange, 3>& ranges);
  /// [low, high], rising.
  std::array<double, 2> band(std::string_view key, const ModelRange& range);

  /// Not empty.
  std::string text(std::string_view key);
  /// "" where the key is left out.
  std::string optional_text(std::string_view key) { return has(key) ? text(key) : std::string(); }
  std::vector<std::string> texts(std::string_view key);
  /// Place of a text in a list of words; 0 and a fault where it is none of them.
  std::size_t word(std::string_view key, std::span<const std::string_view> words);
  bool flag(std::string_view key);

  /// What stands at a key, for the few values that only their reader can take apart; null and a fault without it.
  const toml::array* array(std::string_view key, std::string_view what);

  /// A key that is there for others.
  void allow(std::string_view key) { find(key); }

  /// Faults that only the reader can judge: of a value, of a part of it; and of the whole table.
  void fault(std::string_view key, std::string message, std::string help = {});
  void fault(const toml::node& at, std::string message, std::string help = {});
  void refuse(std::string message, std::string help = {});

 private:
  friend class ModelFile;
  ModelSection(ModelFile& file, const toml::table* table, std::string path, std::string key)
      : file_(&file), table_(table), path_(std::move(path)), key_(std::move(key)) {}
  const toml::node* find(std::string_view key);
  void missing(std::string_view key, const toml::node* node, std::string_view what);
  [[nodiscard]] std::string shown(std::string_view key) const;
  void check(std::string_view shown, const toml::node& at, double value, const ModelRange& range);
  std::vector<double> counted(std::string_view key, const ModelRange& range, std::size_t count);

  ModelFile* file_;
  const toml::table* table_;  ///< null: not there
  std::string path_, key_;
};

/// The one reader of TOML files of models/.
class ModelFile {
 public:
  explicit ModelFile(const std::filesystem::path& file);
  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;

  [[nodiscard]] ModelSection root() { return {*this, parsed_ ? &root_ : nullptr, "", ""}; }

  /// Everything that is wrong, in the order of the lines, when all has been read; each with the line it stands on.
  [[nodiscard]] Diagnostics faults();

  /// What was read, or the faults.
  template <typename T>
  tl::expected<T, Diagnostics> result(T value) {
    if (Diagnostics found = faults(); !found.empty()) return tl::unexpected(std::move(found));
    return value;
  }

 private:
  friend class ModelSection;
  void fault(const toml::node* at, std::string message, std::string help);
  void refuse_unknown(const toml::table& table, const std::string& path, const std::vector<std::string>& asked);

  ModelSource source_;
  toml::table root_;
  bool parsed_ = false;
  struct Visit {
    std::string path;
    std::vector<std::string> asked;
  };
  std::map<const toml::table*, Visit> visits_;
};

/// Reads models/<relative> with a reader (T read(ModelSection)).
/// errors  that there is no such file, or everything that is wrong with it
template <typename Read>
auto read_model_file(const tl::expected<std::filesystem::path, Diagnostic>& path, Read read)
    -> tl::expected<decltype(read(std::declval<ModelSection>())), Diagnostics> {
  if (!path) return tl::unexpected(Diagnostics{path.error()});
  ModelFile file(*path);
  auto value = read(file.root());
  return file.result(std::move(value));
}

/// Adds the faults of what could not be read to a list.
template <typename T>
void add_faults(Diagnostics& all, const tl::expected<T, Diagnostics>& read) {
  if (!read) all.insert(all.end(), read.error().begin(), read.error().end());
}

}  // namespace stridelab
