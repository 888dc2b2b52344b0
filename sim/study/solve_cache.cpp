#include "study/solve_cache.h"

#include <chrono>

namespace stridelab {
namespace {

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
  for (const auto& [known, result] : known_)
    if (known == inputs) return *result;
  known_.emplace_back(inputs, std::make_unique<SolveResult>(solve_run(inputs, solver_, models_)));
  return *known_.back().second;
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
