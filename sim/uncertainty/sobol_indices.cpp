#include "uncertainty/sobol_indices.h"

#include <algorithm>
#include <cmath>

#include "sweep/counter_random.h"

namespace stridelab {
namespace {

enum Stream : std::uint64_t { permutation = 1ULL << 32, place = 2ULL << 32, resample = 4ULL << 32 };
constexpr int bootstraps = 200;

/// Results of the base samples that have all: A, B, then A with one column of B.
using Samples = std::vector<const std::optional<double>*>;

double value(const std::optional<double>* sample, std::size_t run) { return *sample[run]; }

/// Of a draw of samples, first then total of each input; empty where nothing varies.
std::vector<double> estimate(const Samples& samples, std::size_t inputs) {
  const double n = static_cast<double>(samples.size());
  double mean = 0.0, variance = 0.0;
  for (const auto* s : samples) mean += (value(s, 0) + value(s, 1)) / (2.0 * n);
  for (const auto* s : samples)
    variance += ((value(s, 0) - mean) * (value(s, 0) - mean) + (value(s, 1) - mean) * (value(s, 1) - mean)) / (2.0 * n);
  if (!(variance > 0.0)) return {};
  std::vector<double> all;
  for (std::size_t i = 0; i < inputs; ++i) {
    double to_b = 0.0, to_a = 0.0;
    for (const auto* s : samples) {
      const double mixed = value(s, 2 + i);
      to_b += (value(s, 1) - mixed) * (value(s, 1) - mixed);
      to_a += (value(s, 0) - mixed) * (value(s, 0) - mixed);
    }
    all.push_back(1.0 - to_b / (2.0 * n * variance));
    all.push_back(to_a / (2.0 * n * variance));
  }
  return all;
}

/// The standard deviation of every estimate over samples drawn again with replacement.
std::vector<double> errors(const Samples& samples, std::size_t inputs, std::uint64_t seed) {
  std::vector<double> sum(2 * inputs, 0.0), squares(2 * inputs, 0.0);
  int kept = 0;
  for (int round = 0; round < bootstraps; ++round) {
    Samples again;
    for (std::uint64_t j = 0; j < samples.size(); ++j)
      again.push_back(samples[random_bits(seed, resample + static_cast<std::uint64_t>(round), j) % samples.size()]);
    const std::vector<double> one = estimate(again, inputs);
    if (one.empty()) continue;
    ++kept;
    for (std::size_t i = 0; i < one.size(); ++i) {
      sum[i] += one[i];
      squares[i] += one[i] * one[i];
    }
  }
  for (std::size_t i = 0; i < sum.size(); ++i) {
    const double mean = sum[i] / std::max(kept, 1);
    sum[i] = std::sqrt(std::max(0.0, squares[i] / std::max(kept, 1) - mean * mean));
  }
  return sum;
}

}  // namespace

double SaltelliDesign::share(std::uint64_t sample, std::size_t column) const {
  const std::uint64_t stratum = permuted(sample, samples_, random_bits(seed_, permutation + column, 0));
  return (static_cast<double>(stratum) + unit_number(random_bits(seed_, place + column, sample))) /
         static_cast<double>(samples_);
}

std::vector<double> SaltelliDesign::shares(std::uint64_t run) const {
  const std::uint64_t sample = run / (inputs_ + 2), which = run % (inputs_ + 2);
  std::vector<double> all;
  for (std::size_t i = 0; i < inputs_; ++i) {
    const bool from_b = which == 1 || which == i + 2;
    all.push_back(share(sample, from_b ? inputs_ + i : i));
  }
  return all;
}

std::vector<SobolIndex> SaltelliDesign::indices(const std::vector<std::optional<double>>& results) const {
  Samples samples;
  const std::size_t block = inputs_ + 2;
  for (std::size_t s = 0; s < samples_; ++s) {
    const std::optional<double>* first = results.data() + s * block;
    if (std::all_of(first, first + block, [](const auto& r) { return r && std::isfinite(*r); }))
      samples.push_back(first);
  }
  if (samples.size() < 2) return {};
  const std::vector<double> values = estimate(samples, inputs_);
  if (values.empty()) return {};
  const std::vector<double> spread = errors(samples, inputs_, seed_);
  std::vector<SobolIndex> all;
  for (std::size_t i = 0; i < inputs_; ++i)
    all.push_back({{values[2 * i], spread[2 * i]}, {values[2 * i + 1], spread[2 * i + 1]}});
  return all;
}

}  // namespace stridelab
