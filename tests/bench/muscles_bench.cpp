#include <benchmark/benchmark.h>

#include "loads/muscles/muscle_geometry.h"
#include "loads/muscles/sharing.h"
#include "support/leg_instants.h"

/// Sharing a leg's moments. Budget: 1 ms for 100 instants on one core.
namespace stridelab {
namespace {

std::vector<test::LegInstant> instants(double share) {
  test::SeededRandom random(1);
  std::vector<test::LegInstant> drawn(100);
  for (auto& instant : drawn) instant = test::random_instant(random, share);
  return drawn;
}

/// Lengths and arms of all units in 100 postures.
void MuscleGeometry100(benchmark::State& state) {
  const auto drawn = instants(1.0);
  for (auto _ : state)
    for (const auto& at : drawn) benchmark::DoNotOptimize(muscle_geometry(test::muscles(), Body{}, at.angle_rad));
}
BENCHMARK(MuscleGeometry100)->Unit(benchmark::kMicrosecond);

/// 100 random demands, cold: geometry, capacity and optimisation. The argument is the share, in per cent, of what
/// running needs; 1000 is far beyond what muscles can do.
void MuscleSharing100(benchmark::State& state) {
  const auto drawn = instants(static_cast<double>(state.range(0)) / 100.0);
  double iterations = 0.0;
  for (const auto& at : drawn)
    iterations += share_muscles(test::muscles(), Body{}, {}, at.angle_rad, at.net_nm).iterations;
  for (auto _ : state)
    for (const auto& at : drawn)
      benchmark::DoNotOptimize(share_muscles(test::muscles(), Body{}, {}, at.angle_rad, at.net_nm));
  state.counters["iterations"] = iterations / static_cast<double>(drawn.size());
}
BENCHMARK(MuscleSharing100)->Arg(20)->Arg(100)->Arg(1000)->Unit(benchmark::kMicrosecond);

void ReadMuscleModel(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_muscle_model());
}
BENCHMARK(ReadMuscleModel)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace stridelab
