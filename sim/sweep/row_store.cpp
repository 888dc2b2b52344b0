#include "sweep/row_store.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "build_info.h"
#include "core/text.h"
#include "model_files/models_origin.h"

namespace stridelab {
namespace {

constexpr std::string_view format = "1";
constexpr std::uint64_t most_pending = 4096;
constexpr std::chrono::milliseconds longest_batch{500};

std::string joined(const std::vector<std::string>& lines) { return fmt::format("{}", fmt::join(lines, "\n")); }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  }
  return lines;
}

/// The first line in which two designs differ, in words.
std::string difference(const std::vector<std::string>& there, const std::vector<std::string>& here) {
  for (std::size_t i = 0; i < std::max(there.size(), here.size()); ++i) {
    const std::string a = i < there.size() ? there[i] : "nothing", b = i < here.size() ? here[i] : "nothing";
    if (a != b) return fmt::format("\"{}\" there, \"{}\" here", a, b);
  }
  return "columns";
}

std::string value_of(SqlDatabase& base, const std::string& key) {
  SqlStatement select = base.prepare("SELECT value FROM sweep WHERE key = ?1");
  select.bind(1, key);
  return select.step() ? select.text(0) : "";
}

bool is_empty(SqlDatabase& base) {
  SqlStatement select = base.prepare("SELECT count(*) FROM sqlite_master");
  select.step();
  return select.whole(0) == 0;
}

bool has_tables(SqlDatabase& base) {
  SqlStatement select = base.prepare("SELECT count(*) FROM sqlite_master WHERE name IN ('sweep', 'result')");
  select.step();
  return select.whole(0) == 2;
}

/// Text that is a number and shows as it again is kept as one, so that SQL can compare it.
std::optional<double> as_number(const std::string& text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool all = error == std::errc() && end == text.data() + text.size() && !text.empty();
  return all && std::isfinite(value) && number_text(value) == text ? std::optional(value) : std::nullopt;
}

}  // namespace

std::string Shard::text() const { return fmt::format("{}/{}", part, parts); }

StoreHeader store_header(const Design& design, const Shard& shard) {
  const std::string program =
      fmt::format("stridelab {} ({}), {}", build_info::version, build_info::git, build_info::build);
  return {design.identity(), models_origin().hash, program, design.columns(), design.rows(), shard, design.question};
}

RowStore::RowStore(const std::filesystem::path& file, const StoreHeader& header, bool resume)
    : header_(header), base_(file) {
  base_.execute("PRAGMA busy_timeout = 10000");
  if (has_tables(base_)) {
    compare_with_header(file.string(), base_, true);
    SqlStatement count = base_.prepare("SELECT count(*) FROM result");
    count.step();
    kept_ = count.whole(0);
    if (!resume)
      throw OtherStore(fmt::format("{} holds {} of {} rows of this design: --resume goes on with it", file.string(),
                                   kept_, header_.rows));
  }
  if (!has_tables(base_) && !is_empty(base_))
    throw OtherStore(fmt::format("{} is a database of something else: name another file", file.string()));
  // After the look at it: whoever names a wrong file gets it back as it was.
  base_.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  if (!has_tables(base_)) create();
  std::string sql = "INSERT OR IGNORE INTO result VALUES (?1, ?2, ?3";
  const std::size_t columns = header_.columns.inputs.size() + header_.columns.outputs.size();
  for (std::size_t i = 0; i < columns; ++i) sql += fmt::format(", ?{}", i + 4);
  insert_.emplace(base_.prepare(sql + ")"));
}

void RowStore::create() {
  std::string sql =
      "BEGIN IMMEDIATE; CREATE TABLE sweep (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID; "
      "CREATE TABLE result (\"index\" INTEGER PRIMARY KEY, status TEXT NOT NULL, reason TEXT NOT NULL";
  for (const std::string& input : header_.columns.inputs) sql += ", " + sql_name(input);
  for (const std::string& output : header_.columns.outputs) sql += ", " + sql_name(output) + " REAL";
  base_.execute(sql + ")");
  SqlStatement add = base_.prepare("INSERT INTO sweep VALUES (?1, ?2)");
  const std::vector<std::pair<std::string, std::string>> facts{{"format", std::string(format)},
                                                               {"design", joined(header_.identity)},
                                                               {"design_hash", identity_hash(header_.identity)},
                                                               {"models_hash", header_.models_hash},
                                                               {"program", header_.program},
                                                               {"rows", std::to_string(header_.rows)},
                                                               {"shard", header_.shard.text()},
                                                               {"question", header_.question}};
  for (const auto& [key, value] : facts) {
    add.bind(1, key);
    add.bind(2, value);
    add.step();
  }
  base_.execute("COMMIT");
}

void RowStore::compare_with_header(const std::string& file, SqlDatabase& base, bool same_shard) {
  const auto refuse = [&](const std::string& what) { throw OtherStore(fmt::format("{} {}", file, what)); };
  if (value_of(base, "format") != format) refuse("is no sweep store of this version");
  if (value_of(base, "design_hash") != identity_hash(header_.identity))
    refuse("holds another design: " + difference(lines_of(value_of(base, "design")), header_.identity));
  for (const auto& [key, mine] :
       {std::pair<std::string, std::string>{"models_hash", header_.models_hash}, {"program", header_.program}})
    if (const std::string there = value_of(base, key); there != mine)
      refuse(fmt::format("was made with another {}: {} there, {} here", key, there, mine));
  if (const std::string there = value_of(base, "shard"); same_shard && there != header_.shard.text())
    refuse(fmt::format("holds shard {}, not {}", there, header_.shard.text()));
}

void RowStore::add(const std::vector<RowResult>& chain) {
  if (pending_ == 0) {
    base_.execute("BEGIN IMMEDIATE");
    begun_ = Clock::now();
  }
  for (const RowResult& row : chain) insert(row);
  pending_ += chain.size();
  if (pending_ >= most_pending || Clock::now() - begun_ >= longest_batch) commit();
}

void RowStore::commit() {
  if (pending_ == 0) return;
  base_.execute("COMMIT");
  kept_ += pending_;
  pending_ = 0;
}

void RowStore::insert(const RowResult& row) {
  int position = 0;
  insert_->bind(++position, row.index);
  insert_->bind(++position, std::string(to_text(row.answer.status)));
  insert_->bind(++position, row.answer.reason);
  for (const std::string& cell : row.inputs) {
    if (const auto number = as_number(cell))
      insert_->bind(++position, *number);
    else
      insert_->bind(++position, cell);
  }
  for (std::size_t i = 0; i < header_.columns.outputs.size(); ++i) {
    if (i < row.answer.outputs.size() && std::isfinite(row.answer.outputs[i]))
      insert_->bind(++position, row.answer.outputs[i]);
    else
      insert_->bind_null(++position);
  }
  insert_->step();
}

std::string RowStore::select_sql() const {
  std::string sql = "SELECT \"index\", status, reason";
  for (const auto* names : {&header_.columns.inputs, &header_.columns.outputs})
    for (const std::string& name : *names) sql += ", " + sql_name(name);
  return sql + " FROM result ORDER BY \"index\"";
}

RowResult RowStore::read(const SqlStatement& select) const {
  RowResult row{select.whole(0), {}, {RowStatus::invalid, select.text(2), {}}};
  for (const RowStatus status : {RowStatus::answered, RowStatus::refused})
    if (select.text(1) == to_text(status)) row.answer.status = status;
  int column = 3;
  for (std::size_t i = 0; i < header_.columns.inputs.size(); ++i, ++column)
    row.inputs.push_back(select.is_number(column) ? number_text(select.number(column)) : select.text(column));
  for (std::size_t i = 0; i < header_.columns.outputs.size(); ++i, ++column)
    row.answer.outputs.push_back(select.number(column));
  return row;
}

std::vector<bool> RowStore::present() {
  std::vector<bool> there(header_.rows, false);
  SqlStatement select = base_.prepare("SELECT \"index\" FROM result");
  while (select.step())
    if (select.whole(0) < header_.rows) there[select.whole(0)] = true;
  return there;
}

void RowStore::for_each(const std::function<void(const RowResult&)>& use) {
  SqlStatement select = base_.prepare(select_sql());
  while (select.step()) use(read(select));
}

std::uint64_t RowStore::take_from(const std::filesystem::path& other) {
  if (!std::filesystem::is_regular_file(other)) throw StoreError(fmt::format("there is no file {}", other.string()));
  SqlDatabase base(other);
  if (!has_tables(base)) throw OtherStore(fmt::format("{} is no sweep store", other.string()));
  compare_with_header(other.string(), base, false);
  SqlStatement select = base.prepare(select_sql());
  std::uint64_t count = 0;
  for (; select.step(); ++count) add({read(select)});
  commit();
  return count;
}

}  // namespace stridelab
