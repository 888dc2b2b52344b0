#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace stridelab {

/// A store that cannot be read or written: which, and what the system says.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A prepared statement of SQLite, bound and stepped. Positions of parameters count from 1, of columns from 0.
class SqlStatement {
 public:
  SqlStatement(sqlite3* base, std::string_view sql);
  void bind(int position, std::uint64_t value);
  void bind(int position, double value);
  void bind(int position, const std::string& text);
  void bind_null(int position);

  /// Steps to the next line; false at the end, when it is ready to be bound anew.
  bool step();

  [[nodiscard]] std::uint64_t whole(int column) const;
  [[nodiscard]] double number(int column) const;  ///< NaN for NULL
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] bool is_number(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  sqlite3* base_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// An open database. errors: StoreError, from everything
class SqlDatabase {
 public:
  /// Opens a file, or makes it.
  explicit SqlDatabase(const std::filesystem::path& file);

  void execute(const std::string& sql);
  SqlStatement prepare(std::string_view sql) { return {base_.get(), sql}; }

 private:
  struct Close {
    void operator()(sqlite3* base) const;
  };
  std::unique_ptr<sqlite3, Close> base_;
};

/// A name as SQL takes it: in double quotes.
std::string sql_name(std::string_view name);

}  // namespace stridelab
