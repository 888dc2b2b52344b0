#include "cli/sweep_outputs.h"

#include "scenario/input_files.h"
#include "sweep/row_store.h"

namespace stridelab {
namespace {

const FileKind store_file{"an SQLite store", {".sqlite", ".sqlite3", ".db"}};

/// Without a store the table is what there is to see.
std::string table_target(const SweepOptions& options) {
  return options.csv.empty() && options.store.empty() ? "-" : options.csv;
}

std::vector<std::filesystem::path> read_files(const SweepOptions& options) {
  std::vector<std::filesystem::path> scenarios;
  for (const std::string& file : {options.design, options.base.base})
    if (!file.empty()) scenarios.emplace_back(file);
  std::vector<std::filesystem::path> files = input_files(scenarios);
  if (!options.rows.empty() && options.rows != "-") files.emplace_back(options.rows);
  files.insert(files.end(), options.merge.begin(), options.merge.end());
  return files;
}

}  // namespace

SweepOutputs::SweepOutputs(const SweepOptions& options, const Console& console)
    : options_(options),
      console_(console),
      outputs_(console),
      csv_(outputs_.want("--csv", table_target(options), csv_file)) {
  outputs_.watch("--store", options.store, store_file);
}

ExitCode SweepOutputs::open() {
  return outputs_.open([&] { return read_files(options_); });
}

bool SweepOutputs::put(std::string_view text) {
  outputs_.append(csv_, text);
  return !outputs_.has_failed(csv_);
}

void SweepOutputs::write(const std::string& text) {
  if (put(text)) return;
  if (!console_.out) throw StdoutEnded();
  finish();
}

void SweepOutputs::finish() {
  if (const std::string fault = outputs_.commit_said(); !fault.empty()) throw StoreError(fault);
}

std::streamsize TableBuffer::xsputn(const char* text, std::streamsize size) {
  return outputs_.put({text, static_cast<std::size_t>(size)}) ? size : 0;
}

TableBuffer::int_type TableBuffer::overflow(int_type c) {
  const char letter = traits_type::to_char_type(c);
  return outputs_.put({&letter, 1}) ? traits_type::not_eof(c) : traits_type::eof();
}

}  // namespace stridelab
