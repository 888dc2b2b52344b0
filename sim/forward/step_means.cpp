#include "forward/step_means.h"

#include <cmath>

namespace stridelab {
namespace {

const std::string no_step = "no whole step of this leg came after settling; a longer run has some";

}  // namespace

StepMeans::StepMeans() : running_(metric_table().size()) {}

void StepMeans::add(Running& running, const MetricValue& value) {
  if (!value.value) {
    if (running.missing_reason.empty()) running.missing_reason = value.missing_reason;
    return;
  }
  ++running.count;
  if (value.at_window_edge) ++running.at_window_edge;
  const double away = *value.value - running.mean;
  running.mean += away / running.count;
  running.squares += away * (*value.value - running.mean);
}

void StepMeans::add(const MeasuredStep& step) {
  if (!step.result.left_out.empty()) return;
  const auto leg = static_cast<std::size_t>(index(step.result.side));
  for (std::size_t row = 0; row < running_.size(); ++row) add(running_[row][leg], step.result.values[row]);
  if (step.result.side == Side::right) curves_.add(step.cycle);
  notes_.insert(step.notes.begin(), step.notes.end());
}

const StepMeans::Running& StepMeans::of(std::size_t row, Side side) const {
  const std::array<Running, 2>& both = running_[row];
  if (!metric_table()[row].sided) return both[0].count > 0 ? both[0] : both[1];
  return both[static_cast<std::size_t>(index(side))];
}

MetricValues StepMeans::mean() const {
  MetricValues out;
  for (std::size_t row = 0; row < running_.size(); ++row) {
    for (const Side side : {Side::left, Side::right}) {
      const Running& r = of(row, side);
      const std::string& reason = r.missing_reason.empty() ? no_step : r.missing_reason;
      out.set({&metric_table()[row], static_cast<int>(row), side},
              r.count > 0 ? MetricValue{r.mean, {}, 2 * r.at_window_edge > r.count}
                          : MetricValue{std::nullopt, reason, false});
    }
  }
  out.notes.assign(notes_.begin(), notes_.end());
  return out;
}

std::vector<std::array<MetricSpread, 2>> StepMeans::spread() const {
  std::vector<std::array<MetricSpread, 2>> out(running_.size());
  for (std::size_t row = 0; row < running_.size(); ++row) {
    for (const Side side : {Side::right, Side::left}) {
      const Running& r = of(row, side);
      const double sd = r.count > 1 ? std::sqrt(r.squares / (r.count - 1)) : 0.0;
      out[row][static_cast<std::size_t>(index(side))] = {sd, r.count};
    }
  }
  return out;
}

std::vector<Curve> StepMeans::curves(const Body& body) const { return curves_.curves(body); }

}  // namespace stridelab
