#include "metrics/metrics.h"

#include <cmath>

#include "gait/data_limits.h"
#include "metrics/load_notes.h"
#include "metrics/named_metrics.h"
#include "metrics/reduce.h"

namespace stridelab {
namespace {

MetricName name_of(std::size_t row, Side side) { return {&metric_table()[row], static_cast<int>(row), side}; }

/// Every sided metric.
void set_leg(const StrideRecord& record, const LegRecord& leg, const LoadModels& models, MetricValues& out) {
  const LegFunctions functions(record, leg);
  for (std::size_t i = 0; i < metric_table().size(); ++i) {
    const MetricRow& row = metric_table()[i];
    if (!row.sided) continue;
    out.set(name_of(i, leg.side),
            is_reduction(row.reduction) ? reduce(row, record, leg, models) : functions.value(row.reduction));
  }
}

/// Every metric of the whole stride; those of the solution itself, quality, only where asked for.
void set_stride(const StrideRecord& record, bool with_quality, MetricValues& out) {
  const StrideFunctions functions(record);
  for (std::size_t i = 0; i < metric_table().size(); ++i) {
    const MetricRow& row = metric_table()[i];
    if (row.sided || (row.group == MetricGroup::quality && !with_quality)) continue;
    out.set(name_of(i, Side::right), functions.value(row.reduction));
  }
}

/// What a person should know beside the numbers; a note on a leg is one on the right leg.
void add_notes(const StrideRecord& record, const LoadModels& models, MetricValues& out) {
  const LegRecord& leg = record.of(Side::right);
  out.notes = data_limits(record.body, record.form);
  for (std::string& note : strength_notes(record.strength)) out.notes.push_back(std::move(note));
  for (std::string& note : load_notes(leg, models)) out.notes.push_back(std::move(note));
  if (leg.impact.share < 1.0)
    out.notes.emplace_back("impact peak, loading rate: the landing is so soft that only part of it could be corrected");
  for (std::string& note : published_limit_notes(out, models.published)) out.notes.push_back(std::move(note));
}

}  // namespace

MetricValues::MetricValues() {
  const MetricValue none{std::nullopt, "not computed", false};
  right_.assign(metric_table().size(), none);
  left_ = right_;
}

const MetricValue& MetricValues::of(const MetricName& name) const {
  return (name.side == Side::left ? left_ : right_)[static_cast<std::size_t>(name.index)];
}

std::optional<double> MetricValues::value(std::string_view key) const { return of(metric(key)).value; }

void MetricValues::set(const MetricName& name, MetricValue value) {
  if (value.value && !std::isfinite(*value.value)) value = {std::nullopt, "the result is not a finite number", false};
  const auto i = static_cast<std::size_t>(name.index);
  if (name.side == Side::left || !name.row->sided) left_[i] = value;
  if (name.side == Side::right || !name.row->sided) right_[i] = std::move(value);
}

std::vector<const MetricRow*> rows_at_window_edge(const MetricValues& values) {
  std::vector<const MetricRow*> rows;
  for (std::size_t i = 0; i < metric_table().size(); ++i)
    if (values.of(name_of(i, Side::right)).at_window_edge) rows.push_back(&metric_table()[i]);
  return rows;
}

MetricValues compute_metrics(const StrideRecord& record, const LoadModels& models) {
  MetricValues out;
  set_stride(record, true, out);
  for (const LegRecord& leg : record.leg) set_leg(record, leg, models, out);
  add_notes(record, models, out);
  return out;
}

MetricValues compute_leg_metrics(const StrideRecord& record, const LoadModels& models, Side side) {
  MetricValues out;
  set_stride(record, false, out);
  set_leg(record, record.of(side), models, out);
  return out;
}

}  // namespace stridelab
