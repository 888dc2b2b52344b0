#include "sweep/design.h"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/overrides.h"
#include "sweep/counter_random.h"
#include "sweep/sobol.h"

namespace stridelab {
namespace {

/// Keeps the random streams of permutation, place in a share and shift apart.
enum Stream : std::uint64_t { permutation = 1ULL << 32, place = 2ULL << 32, shift = 3ULL << 32 };

std::uint64_t levels_in_all(const std::vector<Factor>& factors) {
  std::uint64_t all = 1;
  for (const Factor& factor : factors) all *= factor.spread.levels();
  return all;
}

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

}  // namespace

std::string_view to_text(Sampler sampler) {
  switch (sampler) {
    case Sampler::grid:
      return "grid";
    case Sampler::list:
      return "list";
    case Sampler::latin_hypercube:
      return "latin_hypercube";
    case Sampler::sobol:
      return "sobol";
    case Sampler::random:
      return "random";
  }
  return "";
}

std::uint64_t Design::rows() const {
  if (sampler == Sampler::grid) return levels_in_all(factors);
  return sampler == Sampler::list ? factors.front().spread.levels() : drawn_rows;
}

double Design::sobol_share(std::uint64_t index, std::size_t factor) const {
  static const SobolSequence sequence(SobolSequence::most_dimensions);
  std::uint32_t bits = sequence.bits(index, static_cast<int>(factor));
  // A shift by exclusive or keeps the balance of the sequence.
  if (seed) bits ^= static_cast<std::uint32_t>(random_bits(*seed, shift + factor, 0) >> 32);
  return (static_cast<double>(bits) + 0.5) * 0x1.0p-32;
}

double Design::share(std::uint64_t index, std::size_t factor) const {
  if (sampler == Sampler::sobol) return sobol_share(index, factor);
  const std::uint64_t start = seed.value_or(1);
  const double within = unit_number(random_bits(start, place + factor, index));
  if (sampler == Sampler::random) return within;
  const std::uint64_t stratum = permuted(index, drawn_rows, random_bits(start, permutation + factor, 0));
  return (static_cast<double>(stratum) + within) / static_cast<double>(drawn_rows);
}

Row Design::row(std::uint64_t index) const {
  Row row{index, {}};
  std::uint64_t rest = index, faster = rows();
  for (std::size_t j = 0; j < factors.size(); ++j) {
    const auto& [key, spread] = factors[j];
    if (sampler == Sampler::grid) {
      faster /= spread.levels();
      row.inputs.push_back(spread.level(key, rest / faster));
      rest %= faster;
    } else if (sampler == Sampler::list) {
      row.inputs.push_back(spread.level(key, index));
    } else {
      row.inputs.push_back(spread.quantile(key, share(index, j)));
    }
  }
  return row;
}

std::vector<Row> Design::chain(std::uint64_t chain) const {
  std::vector<Row> all;
  const std::uint64_t end = std::min(rows(), (chain + 1) * chain_rows);
  for (std::uint64_t i = chain * chain_rows; i < end; ++i) all.push_back(row(i));
  return all;
}

RowColumns Design::columns() const {
  RowColumns columns{{}, outputs};
  for (const Factor& factor : factors) columns.inputs.push_back(factor.key);
  return columns;
}

std::vector<std::string> Design::identity() const {
  std::vector<std::string> lines{fmt::format("sampler = {}", to_text(sampler)), fmt::format("rows = {}", rows()),
                                 fmt::format("seed = {}", seed ? fmt::format("{}", *seed) : "none"),
                                 fmt::format("chain = {}", chain_rows)};
  for (const Factor& factor : factors) lines.push_back(fmt::format("vary {} = {}", factor.key, factor.spread.text()));
  lines.push_back("metrics = " + joined(outputs));
  for (std::string& line : model->identity()) lines.push_back(std::move(line));
  return lines;
}

std::string identity_hash(const std::vector<std::string>& identity) {
  std::uint64_t state = 0xcbf29ce484222325ULL;  // FNV-1a
  const auto add = [&](char c) { state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL; };
  for (const std::string& line : identity) {
    for (const char c : line) add(c);
    add('\n');
  }
  return fmt::format("{:016x}", state);
}

std::vector<std::string> input_cells(const Row& row, const RowColumns& columns) {
  std::vector<std::string> cells;
  for (const std::string& column : columns.inputs) {
    const Assignment* given = find_assignment(row.inputs, column);
    cells.push_back(given == nullptr ? "" : to_text(*given).substr(column.size() + 1));
  }
  return cells;
}

}  // namespace stridelab
