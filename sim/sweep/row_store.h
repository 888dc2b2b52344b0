#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sweep/design.h"
#include "sweep/sqlite.h"

namespace stridelab {

/// A part of a design that one of several processes answers, which know nothing of each other: i/n.
struct Shard {
  std::uint64_t part = 1, parts = 1;
  [[nodiscard]] bool has(std::uint64_t chain) const { return chain % parts == part - 1; }
  [[nodiscard]] std::string text() const;
  bool operator==(const Shard&) const = default;
};

/// What a store must agree with before a row is added to it.
struct StoreHeader {
  std::vector<std::string> identity;  ///< of the design
  std::string models_hash;            ///< of the model files
  std::string program;                ///< version, revision and build: another one may give other bits
  RowColumns columns;
  std::uint64_t rows = 0;  ///< of the whole design
  Shard shard;
  std::string question;
};

/// The header of a design on this machine, now.
StoreHeader store_header(const Design& design, const Shard& shard);

/// A store that holds something else: in words what.
class OtherStore : public StoreError {
 public:
  using StoreError::StoreError;
};

/// The rows of a sweep in an SQLite file (schema: sim/METHODS.md, "Sweeps"). What is committed outlives the process,
/// killed or not, and is never asked for again.
///
/// errors  StoreError where the file cannot be read or written; nothing committed is lost by that
class RowStore {
 public:
  /// Makes a store, or goes on with one of the same header.
  ///
  /// resume  false: a store that is there already is refused, OtherStore; true: one with another header is, by name of
  ///         what differs
  RowStore(const std::filesystem::path& file, const StoreHeader& header, bool resume);

  /// Adds the rows of a chain. They are committed together, with others of the same half second.
  void add(const std::vector<RowResult>& chain);

  void commit();

  /// Rows that are committed.
  [[nodiscard]] std::uint64_t kept() const { return kept_; }

  /// Whether each row is there.
  [[nodiscard]] std::vector<bool> present();

  /// All rows by index, one at a time.
  void for_each(const std::function<void(const RowResult&)>& use);

  /// Takes over the rows of another store of the same design, models and program; rows that are there stay. Returns how
  /// many it had.
  std::uint64_t take_from(const std::filesystem::path& other);

 private:
  using Clock = std::chrono::steady_clock;
  void create();
  void compare_with_header(const std::string& file, SqlDatabase& base, bool same_shard);
  void insert(const RowResult& row);
  [[nodiscard]] RowResult read(const SqlStatement& select) const;
  [[nodiscard]] std::string select_sql() const;

  StoreHeader header_;
  SqlDatabase base_;
  std::optional<SqlStatement> insert_;
  std::uint64_t kept_ = 0, pending_ = 0;
  Clock::time_point begun_;
};

}  // namespace stridelab
