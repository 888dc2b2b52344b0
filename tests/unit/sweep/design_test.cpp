#include "sweep/design.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <set>

#include "scenario/overrides.h"
#include "sweep/chain_order.h"
#include "sweep/counter_random.h"
#include "sweep/sobol.h"
#include "sweep/test_function.h"

/// Every row of a design follows from its index alone, and the samplers keep what their names promise.
namespace stridelab {
namespace {

Distribution uniform(double low, double high) {
  Distribution spread;
  spread.kind = Distribution::Kind::uniform;
  spread.low = low;
  spread.high = high;
  return spread;
}

Distribution values(const std::string& key, std::initializer_list<double> numbers) {
  Distribution spread;
  for (const double number : numbers) spread.values.push_back({key, number, ""});
  return spread;
}

Design drawn(Sampler sampler, std::uint64_t rows) {
  Design design;
  design.model = ishigami_model();
  design.sampler = sampler;
  design.drawn_rows = rows;
  design.outputs = {"y"};
  for (const char* key : {"x1", "x2", "x3"}) design.factors.push_back({key, uniform(-1.0, 1.0)});
  return design;
}

std::vector<double> column(const Design& design, std::size_t factor) {
  std::vector<double> all;
  for (std::uint64_t i = 0; i < design.rows(); ++i) all.push_back(design.row(i).inputs[factor].number);
  return all;
}

TEST(Design, AGridHasEveryCombinationOnce) {
  Design design = drawn(Sampler::grid, 0);
  design.factors = {{"x1", values("x1", {1.0, 2.0})}, {"x2", uniform(0.0, 1.0)}};
  design.factors[1].spread.steps = 3;
  ASSERT_EQ(design.rows(), 6U);
  EXPECT_EQ(column(design, 0), (std::vector<double>{1, 1, 1, 2, 2, 2}));
  EXPECT_EQ(column(design, 1), (std::vector<double>{0, 0.5, 1, 0, 0.5, 1})) << "both ends, the last input fastest";
}

TEST(Design, AListPairsItsEntries) {
  Design design = drawn(Sampler::list, 0);
  design.factors = {{"x1", values("x1", {1.0, 2.0})}, {"x2", values("x2", {-1.0, -2.0})}};
  ASSERT_EQ(design.rows(), 2U);
  EXPECT_EQ(design.row(1).inputs[0].number, 2.0);
  EXPECT_EQ(design.row(1).inputs[1].number, -2.0);
}

/// A permutation by a Feistel network, of counts that are no power of anything.
TEST(Design, ALatinHypercubeHasOneRowInEveryShareOfEveryInput) {
  for (const std::uint64_t rows : {1ULL, 2ULL, 7ULL, 100ULL, 1000ULL}) {
    const Design design = drawn(Sampler::latin_hypercube, rows);
    for (std::size_t factor = 0; factor < 3; ++factor) {
      std::set<std::uint64_t> shares;
      for (const double x : column(design, factor))
        shares.insert(static_cast<std::uint64_t>((x + 1.0) / 2.0 * static_cast<double>(rows)));
      EXPECT_EQ(shares.size(), rows);
    }
  }
}

TEST(Design, InputsOfALatinHypercubeAreNotPaired) {
  const Design design = drawn(Sampler::latin_hypercube, 2000);
  const std::vector<double> a = column(design, 0), b = column(design, 1);
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  // The correlation of 2000 independent pairs has a standard deviation of 1 / sqrt(2000) = 0.022.
  EXPECT_LT(std::abs(sum / 2000.0 * 3.0), 4.0 * 0.0224);
}

/// Each of the first 2^k points lies alone in its share of every input: that makes it a net in one dimension.
TEST(Design, SobolPointsBalanceEveryInput) {
  const SobolSequence sequence(SobolSequence::most_dimensions);
  for (int d = 0; d < SobolSequence::most_dimensions; ++d) {
    std::set<std::uint32_t> shares;
    for (std::uint64_t i = 0; i < 1024; ++i) shares.insert(sequence.bits(i, d) >> 22);
    EXPECT_EQ(shares.size(), 1024U) << "dimension " << d + 1;
  }
}

/// The first points of ten dimensions, in Gray-code order, as the authors of the direction numbers print them.
TEST(Design, SobolPointsAreThePublishedOnes) {
  const SobolSequence sequence(10);
  const std::vector<std::vector<double>> points{{.5, .5, .5, .5, .5, .5, .5, .5, .5, .5},
                                                {.75, .25, .25, .25, .75, .75, .25, .75, .75, .75},
                                                {.25, .75, .75, .75, .25, .25, .75, .25, .25, .25},
                                                {.375, .375, .625, .875, .375, .125, .375, .875, .875, .625},
                                                {.875, .875, .125, .375, .875, .625, .875, .375, .375, .125},
                                                {.625, .125, .875, .625, .625, .875, .125, .125, .125, .375},
                                                {.125, .625, .375, .125, .125, .375, .625, .625, .625, .875}};
  for (std::size_t i = 0; i < points.size(); ++i)
    for (int d = 0; d < 10; ++d)
      EXPECT_EQ(sequence.bits(i + 1, d) * 0x1.0p-32, points[i][static_cast<std::size_t>(d)]) << i << ", " << d;
}

TEST(Design, ASeedMovesTheRowsAndNothingElseDoes) {
  for (const Sampler sampler : {Sampler::latin_hypercube, Sampler::sobol, Sampler::random}) {
    Design a = drawn(sampler, 64), b = drawn(sampler, 64);
    EXPECT_EQ(column(a, 1), column(b, 1));
    b.seed = 7;
    EXPECT_NE(column(a, 1), column(b, 1));
    EXPECT_NE(identity_hash(a.identity()), identity_hash(b.identity()));
  }
}

TEST(Design, ChainsPartTheRows) {
  Design design = drawn(Sampler::random, 100);
  design.chain_rows = 32;
  ASSERT_EQ(design.chains(), 4U);
  EXPECT_EQ(design.chain(3).size(), 4U);
  EXPECT_EQ(design.chain(3).front().index, 96U);
}

/// Rows on a line: each is asked for once, from its neighbour, and never from one that was not found.
TEST(ChainOrder, GoesFromNeighbourToNeighbour) {
  std::vector<Row> rows;
  for (const double x : {0.0, 9.0, 1.0, 8.0, 2.0}) rows.push_back({rows.size(), {{"x1", x, ""}}});
  ChainOrder order(rows);
  std::vector<std::pair<std::size_t, int>> steps;
  while (const auto step = order.next()) {
    steps.emplace_back(step->row, step->from ? static_cast<int>(*step->from) : -1);
    if (step->row != 2) order.found(step->row);  // the form at 1 cannot be run
  }
  EXPECT_EQ(steps, (std::vector<std::pair<std::size_t, int>>{{0, -1}, {2, 0}, {4, 0}, {3, 4}, {1, 3}}));
}

/// Phi by the C library's complementary error function, to its rounding.
TEST(Distribution, NormalQuantilesInvertTheNormalDistribution) {
  for (const double z : {-8.0, -5.5, -2.0, -0.3, 0.0, 0.7, 3.0, 5.0}) {
    const double p = 0.5 * std::erfc(-z / std::numbers::sqrt2);
    // Near 1 the share itself is rounded to 1.1e-16, which the density at z, exp(-z^2 / 2) / 2.5, makes larger.
    EXPECT_NEAR(normal_quantile(p), z, 1e-13 + (z > 0.0 ? 3e-16 / std::exp(-0.5 * z * z) : 0.0)) << z;
  }
}

TEST(Distribution, QuantilesStayInsideAndRise) {
  Distribution normal = uniform(-1.0, 2.0), triangle = uniform(-1.0, 2.0);
  normal.kind = Distribution::Kind::normal;
  normal.mean = 1.9;
  normal.sd = 0.5;
  triangle.kind = Distribution::Kind::triangular;
  triangle.mode = 1.0;
  for (const Distribution& spread : {normal, triangle}) {
    double last = -1.0;
    for (int i = 1; i < 1000; ++i) {
      const double x = spread.quantile("x", i / 1000.0).number;
      EXPECT_GE(x, last);
      EXPECT_LE(x, 2.0);
      last = x;
    }
  }
  EXPECT_NEAR(triangle.quantile("x", 4.0 / 6.0).number, 1.0, 1e-12) << "the top parts the area by its place";
}

TEST(Distribution, WordsHaveEqualShares) {
  Distribution words;
  words.values = {{"sex", 0.0, "male"}, {"sex", 0.0, "female"}};
  EXPECT_EQ(words.quantile("sex", 0.49).text, "male");
  EXPECT_EQ(words.quantile("sex", 0.51).text, "female");
}

}  // namespace
}  // namespace stridelab
