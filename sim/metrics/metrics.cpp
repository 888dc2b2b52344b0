#include "metrics/metrics.h"

#include <algorithm>
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

/// What a person should know of one leg beside the numbers.
std::vector<std::string> leg_notes(const StrideRecord& record, Side side, const LoadModels& models,
                                   const MetricValues& values) {
  const LegRecord& leg = record.of(side);
  std::vector<std::string> notes = data_limits(record.body_of(side), record.form_of(side));
  const auto add = [&notes](std::vector<std::string> more) {
    for (std::string& note : more) notes.push_back(std::move(note));
  };
  add(strength_notes(record.strength[static_cast<std::size_t>(index(side))]));
  add(load_notes(leg, models));
  if (leg.impact.share < 1.0)
    add({"impact peak, loading rate: the landing is so soft that only part of it could be corrected"});
  add(published_limit_notes(values, models.published, side));
  return notes;
}

/// A note on both legs of a symmetric stride is one on the right leg; where the sides differ, what holds for one names it.
void add_notes(const StrideRecord& record, const LoadModels& models, MetricValues& out) {
  const std::vector<std::string> right = leg_notes(record, Side::right, models, out);
  if (!record.left) {
    out.notes = right;
    return;
  }
  const std::vector<std::string> left = leg_notes(record, Side::left, models, out);
  const auto in = [](const std::vector<std::string>& notes, const std::string& note) {
    return std::find(notes.begin(), notes.end(), note) != notes.end();
  };
  for (const std::string& note : right) out.notes.push_back(in(left, note) ? note : "right: " + note);
  for (const std::string& note : left)
    if (!in(right, note)) out.notes.push_back("left: " + note);
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
