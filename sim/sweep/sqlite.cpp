#include "sweep/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <limits>

namespace stridelab {
namespace {

[[noreturn]] void fail(sqlite3* base) {
  const char* file = base == nullptr ? nullptr : sqlite3_db_filename(base, "main");
  throw StoreError(
      fmt::format("{}: {}", file == nullptr ? "store" : file, base == nullptr ? "no memory" : sqlite3_errmsg(base)));
}

}  // namespace

void SqlStatement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

SqlStatement::SqlStatement(sqlite3* base, std::string_view sql) : base_(base) {
  sqlite3_stmt* made = nullptr;
  if (sqlite3_prepare_v2(base, sql.data(), static_cast<int>(sql.size()), &made, nullptr) != SQLITE_OK) fail(base);
  statement_.reset(made);
}

void SqlStatement::bind(int position, std::uint64_t value) {
  if (sqlite3_bind_int64(statement_.get(), position, static_cast<sqlite3_int64>(value)) != SQLITE_OK) fail(base_);
}

void SqlStatement::bind(int position, double value) {
  if (sqlite3_bind_double(statement_.get(), position, value) != SQLITE_OK) fail(base_);
}

void SqlStatement::bind(int position, const std::string& text) {
  const auto size = static_cast<int>(text.size());
  if (sqlite3_bind_text(statement_.get(), position, text.data(), size, SQLITE_TRANSIENT) != SQLITE_OK) fail(base_);
}

void SqlStatement::bind_null(int position) {
  if (sqlite3_bind_null(statement_.get(), position) != SQLITE_OK) fail(base_);
}

bool SqlStatement::step() {
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) {
    const std::string why = sqlite3_errmsg(base_);
    sqlite3_reset(statement_.get());
    throw StoreError(fmt::format("{}: {}", sqlite3_db_filename(base_, "main"), why));
  }
  sqlite3_reset(statement_.get());
  return false;
}

std::uint64_t SqlStatement::whole(int column) const {
  return static_cast<std::uint64_t>(sqlite3_column_int64(statement_.get(), column));
}

double SqlStatement::number(int column) const {
  if (sqlite3_column_type(statement_.get(), column) == SQLITE_NULL) return std::numeric_limits<double>::quiet_NaN();
  return sqlite3_column_double(statement_.get(), column);
}

std::string SqlStatement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return text == nullptr ? ""
                         : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

bool SqlStatement::is_number(int column) const {
  const int type = sqlite3_column_type(statement_.get(), column);
  return type == SQLITE_FLOAT || type == SQLITE_INTEGER;
}

void SqlDatabase::Close::operator()(sqlite3* base) const { sqlite3_close_v2(base); }

SqlDatabase::SqlDatabase(const std::filesystem::path& file) {
  sqlite3* made = nullptr;
  const int result =
      sqlite3_open_v2(file.c_str(), &made, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  base_.reset(made);
  if (result != SQLITE_OK) throw StoreError(fmt::format("cannot open {}: {}", file.string(), sqlite3_errmsg(made)));
}

void SqlDatabase::execute(const std::string& sql) {
  if (sqlite3_exec(base_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(base_.get());
}

std::string sql_name(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace stridelab
