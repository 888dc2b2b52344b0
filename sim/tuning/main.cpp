#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <fstream>
#include <numeric>

#include "core/invalid_model_files.h"
#include "forward/reflex_gains.h"
#include "tuning/evolution.h"
#include "tuning/gain_vector.h"
#include "tuning/random_forms.h"
#include "tuning/score.h"

using namespace stridelab;

namespace {

struct Options {
  int forms = 32, generations = 100, population = 16;
  std::uint64_t seed = 1;
  double deviation = 0.5;
  Trial trial;
  bool scheduled = false;
  std::string start, out = "reflexes.toml";
};

struct Judge {
  std::vector<Stride> strides;
  Trial trial;
  LoadModels loads;

  /// Every form counts alike, but a set that lets one form fall is worse than one a little off everywhere.
  [[nodiscard]] std::vector<double> costs(const std::vector<ReflexGains>& sets) const {
    const std::size_t n = strides.size();
    std::vector<double> each(sets.size() * n);
    tbb::parallel_for(std::size_t{0}, each.size(), [&](std::size_t k) {
      each[k] = run_trial(strides[k % n], sets[k / n], trial, loads).cost(trial.duration_s);
    });
    std::vector<double> sum(sets.size());
    for (std::size_t s = 0; s < sets.size(); ++s)
      sum[s] = std::accumulate(&each[s * n], &each[s * n] + n, 0.0) / static_cast<double>(n);
    return sum;
  }

  [[nodiscard]] int good(const ReflexGains& gains) const {
    std::vector<int> well(strides.size());
    tbb::parallel_for(std::size_t{0}, strides.size(), [&](std::size_t k) {
      const TrialResult r = run_trial(strides[k], gains, trial, loads);
      well[k] = !r.fell && !r.quality.fault();
    });
    return std::accumulate(well.begin(), well.end(), 0);
  }
};

std::string command_of(int argc, char** argv) {
  std::string text = "stridelab_tune";
  for (int i = 1; i < argc; ++i) text += fmt::format(" {}", argv[i]);
  return text;
}

void write(const std::string& path, const std::string& text) {
  std::ofstream(path + ".part") << text;
  std::filesystem::rename(path + ".part", path);
}

int tune(const Options& o, const std::string& command) {
  ReflexGains origin = untuned_gains();
  if (!o.start.empty()) {
    origin = value_or_throw(read_reflex_gains(o.start));
  }
  const Judge judge{random_strides(o.seed, o.forms), o.trial, value_or_throw(read_load_models())};
  EvolutionStrategy strategy(to_vector(origin, o.scheduled), o.deviation, o.population, o.seed);
  for (int generation = 1; generation <= o.generations; ++generation) {
    const double best = strategy.advance([&](const Eigen::MatrixXd& population) {
      std::vector<ReflexGains> sets;
      for (const auto& column : population.colwise()) sets.push_back(to_gains(column, origin, o.scheduled));
      return judge.costs(sets);
    });
    const bool look = generation % 5 == 0 || generation == o.generations;
    const ReflexGains mean = to_gains(strategy.mean(), origin, o.scheduled);
    if (look) write(o.out, to_toml(mean, command));
    fmt::print("{:4d}  best {:7.3f}  sigma {:.3f}", generation, best, strategy.deviation());
    if (look) fmt::print("  mean {:7.3f}  well {}/{}", judge.costs({mean}).front(), judge.good(mean), o.forms);
    fmt::print("\n");
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options o;
  CLI::App app{
      "stridelab_tune: finds the reflex gains of the forward runner by an evolution strategy over random forms"};
  app.add_option("--forms", o.forms, "random forms that every candidate runs")->check(CLI::Range(1, 1000));
  app.add_option("--seed", o.seed, "of forms and of the strategy; 2026 is the held-out set and refused")
      ->check(CLI::Range(1, 999));
  app.add_option("--generations", o.generations)->check(CLI::PositiveNumber);
  app.add_option("--population", o.population)->check(CLI::Range(4, 1000));
  app.add_option("--deviation", o.deviation, "first step, in scales of the gain table")->check(CLI::PositiveNumber);
  app.add_option("--duration-s", o.trial.duration_s)->check(CLI::Range(2.0, 120.0));
  app.add_option("--dt-s", o.trial.dt_s, "2 ms is fast and runs like 1 ms")->check(CLI::Range(1e-4, 2e-3));
  app.add_option("--assist-percent", o.trial.assist_percent)->check(CLI::Range(0.0, 100.0));
  app.add_flag("--schedule", o.scheduled, "tune the dependence on speed and slope too");
  app.add_option("--start", o.start, "gains file to start from; without it the untuned table");
  app.add_option("--out", o.out, "gains file to write");
  CLI11_PARSE(app, argc, argv);
  try {
    return tune(o, command_of(argc, argv));
  } catch (const InvalidModelFiles& invalid) {
    fmt::print(stderr, "{}", invalid.what());
    return 2;
  }
}
