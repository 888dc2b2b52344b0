#include <benchmark/benchmark.h>

#include <array>

#include "gait/solver.h"
#include "loads/leg_loads.h"
#include "metrics/metrics.h"
#include "metrics/stride_source.h"
#include "support/strides.h"

/// What a person waits for: a stride, a slider's step, a whole answer.
namespace stridelab {
namespace {

/// Five forms and bodies away from the default, one per iteration in turn; the process has solved one before.
void ColdSolve(benchmark::State& state) {
  const std::array<Form, 5> forms{
      test::changed([](Form& f) { f.cadence_spm *= 1.1; }), test::changed([](Form& f) { f.speed_m_s = 4.0; }),
      test::changed([](Form& f) { f.foot_strike_rad = -0.09; }), test::changed([](Form& f) { f.slope_rad = 0.06; }),
      test::changed([](Form& f) { f.trunk_lean_rad = 0.2; })};
  std::size_t turn = 0;
  double iterations = 0.0;
  for (auto _ : state)
    iterations += test::stride_of(forms[turn++ % forms.size()], {62.0, 1.68, Sex::female}).quality().iterations;
  state.counters["iterations"] = iterations / static_cast<double>(turn);
}
BENCHMARK(ColdSolve)->Unit(benchmark::kMillisecond);

/// What the first solve of a process takes: from the normative start alone.
void FirstSolve(benchmark::State& state) {
  Problem problem(build_skeleton(Body{}), Form{}, Resolution{});
  int iterations = 0;
  for (auto _ : state) iterations = solve(problem, problem.normative_start(), SolverSettings{}).iterations;
  state.counters["iterations"] = iterations;
}
BENCHMARK(FirstSolve)->Unit(benchmark::kMillisecond);

/// Weak hips need a second solve.
void ColdSolveOfWeakHips(benchmark::State& state) {
  const Form form = test::changed([](Form& f) { f.hip_strength = 0.6; });
  for (auto _ : state) benchmark::DoNotOptimize(test::stride_of(form));
}
BENCHMARK(ColdSolveOfWeakHips)->Unit(benchmark::kMillisecond);

/// One step of the cadence slider: 1 step per minute from the neighbouring stride.
void WarmSolve(benchmark::State& state) {
  const Form form = test::changed([](Form& f) { f.cadence_spm += 1.0; });
  int iterations = 0;
  for (auto _ : state) iterations = synthesise_from(test::easy_run(), Body{}, form)->quality().iterations;
  state.counters["iterations"] = iterations;
}
BENCHMARK(WarmSolve)->Unit(benchmark::kMillisecond);

/// A question from scratch: solve, record, every metric.
void WhatIf(benchmark::State& state) {
  const auto models = read_load_models();
  const Form form = test::changed([](Form& f) { f.cadence_spm *= 1.1; });
  for (auto _ : state) {
    const auto record = record_stride(stride_source(test::stride_of(form)), *models);
    benchmark::DoNotOptimize(compute_metrics(*record, *models));
  }
}
BENCHMARK(WhatIf)->Unit(benchmark::kMillisecond);

/// The same as one step of a slider.
void WhatIfOfASlider(benchmark::State& state) {
  const auto models = read_load_models();
  const Form form = test::changed([](Form& f) { f.cadence_spm += 1.0; });
  for (auto _ : state) {
    const auto record = record_stride(stride_source(*synthesise_from(test::easy_run(), Body{}, form)), *models);
    benchmark::DoNotOptimize(compute_metrics(*record, *models));
  }
}
BENCHMARK(WhatIfOfASlider)->Unit(benchmark::kMillisecond);

/// A runner with everything at once: weak and tired muscles need more solves, tight ones add to the loads.
Form troubled() {
  return test::changed([](Form& f) {
    f.hip_strength = f.quad_strength = f.calf_strength = f.hip_extensor_strength = f.core_strength = 0.7;
    f.cadence_spm *= 1.1;
  });
}
Body tight() {
  Body body;
  body.hamstring_tightness = body.calf_tightness = 1.0;
  return body;
}
void WhatIfOfWeakAndTight(benchmark::State& state) {
  const auto models = read_load_models();
  for (auto _ : state) {
    const auto record = record_stride(stride_source(test::stride_of(troubled(), tight())), *models);
    benchmark::DoNotOptimize(compute_metrics(*record, *models));
  }
}
BENCHMARK(WhatIfOfWeakAndTight)->Unit(benchmark::kMillisecond);

/// What of an answer is not solving: 200 samples with all muscles and tissues, events and every metric. A mirrored
/// stride needs one leg; the argument 2 forgets that it is one, as a forward run's is none.
void MetricsOfAStride(benchmark::State& state) {
  const auto models = read_load_models();
  StrideSource source = stride_source(test::easy_run());
  source.symmetric = state.range(0) == 1;
  for (auto _ : state) {
    const auto record = record_stride(source, *models);
    benchmark::DoNotOptimize(compute_metrics(*record, *models));
  }
}
BENCHMARK(MetricsOfAStride)->ArgName("legs")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

/// Muscles and tissues alone at 200 instants of one leg: their part of the above.
void LegLoads200(benchmark::State& state) {
  const auto models = read_load_models();
  const Stride& stride = test::easy_run();
  std::vector<StrideSample> samples;
  for (int i = 0; i < 200; ++i) samples.push_back(stride.at(i / 200.0));
  for (auto _ : state)
    for (const StrideSample& sample : samples)
      benchmark::DoNotOptimize(leg_loads(sample, Side::right, stride.body(), stride.form(), *models));
}
BENCHMARK(LegLoads200)->Unit(benchmark::kMillisecond);

/// One frame of a view.
void SampleOfAStride(benchmark::State& state) {
  const Stride& stride = test::easy_run();
  double phase = 0.0;
  for (auto _ : state) {
    phase += 0.0137;
    benchmark::DoNotOptimize(stride.at(phase));
  }
}
BENCHMARK(SampleOfAStride)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace stridelab

BENCHMARK_MAIN();
