#include <benchmark/benchmark.h>

#include <stdexcept>
#include <thread>

#include "render/scene/picture.h"
#include "render/scene/runner_mesh.h"
#include "render/ui/view_model.h"
#include "support/strides.h"

/// What a person at the sliders waits for.
namespace stridelab::view {
namespace {

std::unique_ptr<ViewModel> easy_run() {
  auto model = ViewModel::open(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml");
  if (!model) throw std::runtime_error("the easy run cannot be opened");
  (*model)->settle();
  return std::move(*model);
}

/// Asks, then looks as often as it can whether the answer has come.
template <class Ask>
void until_answered(ViewModel& model, const Ask& ask) {
  const auto before = model.version();
  ask();
  while (model.version() == before) {
    std::this_thread::yield();
    model.poll();
  }
}

/// From a slider that moves by a step per minute to new curves, loads, bars and words, with the way to the background
/// and back.
void SliderToCurves(benchmark::State& state) {
  const auto model = easy_run();
  int turn = 0;
  for (auto _ : state) {
    const double cadence = 165.0 + (++turn % 11);
    until_answered(*model, [&] { model->drag("cadence_spm", cadence); });
  }
}
BENCHMARK(SliderToCurves)->Unit(benchmark::kMillisecond)->UseRealTime();

/// From letting it go to the final answer.
void ReleaseToFinal(benchmark::State& state) {
  const auto model = easy_run();
  int turn = 0;
  for (auto _ : state) {
    const double cadence = 165.0 + (++turn % 11);
    until_answered(*model, [&] { model->set_number("cadence_spm", cadence); });
  }
}
BENCHMARK(ReleaseToFinal)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The skin of another body: while a slider of mass or height moves.
void RunnerMesh(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(runner_mesh(Body{}));
}
BENCHMARK(RunnerMesh)->Unit(benchmark::kMillisecond);

/// One instant of the figure as a list of what to draw, without drawing it.
void FigureToDrawList(benchmark::State& state) {
  const DrawnRunner runner = drawn_runner(Body{});
  double phase = 0.0;
  for (auto _ : state) {
    DrawList list;
    add_runner(list, runner, test::easy_run().at(phase += 0.013));
    benchmark::DoNotOptimize(list);
  }
}
BENCHMARK(FigureToDrawList)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace stridelab::view
