#include "sweep/row_stream.h"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <functional>

#include "core/text.h"
#include "scenario/overrides.h"
#include "sweep/pool.h"
#include "sweep/row_csv.h"

namespace stridelab {
namespace {

/// A record as it was read: which row, and its cells.
struct Record {
  std::uint64_t index;
  std::vector<std::string> cells;
};

Diagnostics faults_of(const RowStreamRequest& request, const RowColumns& columns) {
  Diagnostics faults;
  const auto add = [&](const std::string& written, const std::optional<Fault>& wrong) {
    if (wrong) faults.push_back({request.shown, 1, 1, wrong->message, written, 1, wrong->help});
  };
  for (const std::string& key : columns.inputs) {
    if (!request.model->knows_input(key)) add(key, request.model->input_fault(key, GivenValue{}));
    if (std::count(columns.inputs.begin(), columns.inputs.end(), key) > 1)
      add(key, Fault{key + " is named twice", "one column per input"});
  }
  for (const std::string& key : columns.outputs) add(key, request.model->output_fault(key));
  return faults;
}

/// The row of a record; else what is wrong with it.
tl::expected<Row, std::string> row_of(const Record& record, const RowColumns& columns, const RowModel& model) {
  if (record.cells.size() != columns.inputs.size())
    return tl::unexpected(fmt::format("{} cells for {} columns", record.cells.size(), columns.inputs.size()));
  Row row{record.index, {}};
  for (std::size_t i = 0; i < record.cells.size(); ++i) {
    if (record.cells[i].empty()) continue;
    const GivenValue value = read_value(record.cells[i]);
    if (const auto wrong = model.input_fault(columns.inputs[i], value)) return tl::unexpected(one_line(wrong->message));
    row.inputs.push_back({columns.inputs[i], value.number, value.text});
  }
  return row;
}

RowResult answer_record(const Record& record, const RowColumns& columns, const RowModel& model, RowEvaluator& rows) {
  RowResult result{record.index, record.cells, {RowStatus::invalid, "", {}}};
  result.inputs.resize(columns.inputs.size());
  if (const auto row = row_of(record, columns, model))
    result.answer = std::move(rows.answer(std::span(&*row, 1)).front());
  else
    result.answer.reason = row.error();
  return result;
}

}  // namespace

void RowCounts::add(RowStatus status) {
  (status == RowStatus::answered ? answered : status == RowStatus::refused ? refused : invalid) += 1;
}

tl::expected<RowCounts, Diagnostics> answer_stream(std::istream& in, std::ostream& out,
                                                   const RowStreamRequest& request) {
  CsvRecords records(in);
  const auto header = records.next();
  if (!header)
    return tl::unexpected(Diagnostics{{request.shown, 0, 0, "no header", "", 1, "the first line names the inputs"}});
  RowColumns columns{*header, request.outputs};
  if (columns.outputs.empty()) columns.outputs = request.model->usual_outputs();
  std::erase_if(columns.outputs, [&](const std::string& key) {
    return std::find(header->begin(), header->end(), key) != header->end();
  });
  if (Diagnostics faults = faults_of(request, columns); !faults.empty()) return tl::unexpected(std::move(faults));
  out << csv_header(columns) << std::flush;
  using Evaluator = std::unique_ptr<RowEvaluator>;
  tbb::enumerable_thread_specific<Evaluator> evaluators([&] { return request.model->evaluator(columns.outputs); });
  RowCounts counts;
  std::uint64_t read = 0;
  work_in_order(
      request.jobs,
      [&]() -> std::optional<Record> {
        // A reader that went away wants no more rows.
        auto cells = out ? records.next() : std::nullopt;
        return cells ? std::optional(Record{read++, *std::move(cells)}) : std::nullopt;
      },
      [&](const Record& record) { return answer_record(record, columns, *request.model, *evaluators.local()); },
      [&](const RowResult& row) {
        out << csv_line(row, columns) << std::flush;
        counts.add(row.answer.status);
        if (request.progress) request.progress(counts);
      });
  return counts;
}

}  // namespace stridelab
