#include "study/solve_cache.h"

#include <algorithm>
#include <chrono>

namespace stridelab {
namespace {

/// The newest in use are kept, so that memory does not grow with the number of scenarios.
constexpr std::size_t most_known = 64;

Infeasible without_flight() {
  Infeasible reason;
  reason.requirement = "one contact and one flight of each foot in a stride";
  reason.where = "whole stride";
  reason.value = 0.0;
  reason.limit = contact_threshold_n;
  reason.unit = "N";
  reason.relax = "raise cadence_spm or lower speed_m_s";
  return reason;
}

}  // namespace

SolveCache::SolveCache(const LoadModels& models, StrideSolver solver) : models_(models), solver_(std::move(solver)) {}

const SolveResult& SolveCache::solve(const RunInputs& inputs) {
  for (auto known = known_.begin(); known != known_.end(); ++known) {
    if (known->first != inputs) continue;
    std::rotate(known_.begin(), known, known + 1);
    return *known_.front().second;
  }
  if (known_.size() >= most_known) known_.pop_back();
  known_.emplace(known_.begin(), inputs, std::make_unique<SolveResult>(solve_run(inputs, solver_, models_)));
  return *known_.front().second;
}

SolveResult solve_run(const RunInputs& inputs, const StrideSolver& solver, const LoadModels& models) {
  const auto start = std::chrono::steady_clock::now();
  tl::expected<PlannedStride, Infeasible> plan = solver(inputs);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  if (!plan) return tl::unexpected(std::move(plan.error()));
  std::optional<StrideRecord> record = record_stride(plan->source, models);
  if (!record) return tl::unexpected(without_flight());
  MetricValues metrics = compute_metrics(*record, models);
  metrics.set(metric("solve_time_ms"), took.count());
  if (auto note = stride_engine_note(inputs.surface)) metrics.notes.push_back(std::move(*note));
  return std::make_shared<const SolvedRun>(SolvedRun{std::move(*plan), std::move(*record), std::move(metrics)});
}

}  // namespace stridelab
