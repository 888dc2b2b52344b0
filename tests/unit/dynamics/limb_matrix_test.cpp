#include "dynamics/limb_matrix.h"

#include <gtest/gtest.h>

#include <limits>

#include "unit/dynamics/free_motion.h"

/// Block elimination against plain dense algebra.
namespace stridelab {
namespace {

/// Where each block's rows lie, written out: the tests' own table.
const std::array<int, 6> base_at = {0, 1, 2, 3, 4, 5};
const std::array<int, 5> upper_at = {6, 7, 8, 16, 24};
const std::array<std::array<int, 7>, 2> leg_at = {{{9, 10, 11, 12, 13, 14, 15}, {17, 18, 19, 20, 21, 22, 23}}};

template <class Block, class Rows, class Columns>
void put(const Block& block, const Rows& rows, const Columns& columns, FreeMatrix& m) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < columns.size(); ++j) {
      const double value = block(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
      m(rows[i], columns[j]) = m(columns[j], rows[i]) = value;
    }
  }
}

FreeMatrix spread(const LimbMatrix& m) {
  FreeMatrix full = FreeMatrix::Zero();
  put(m.base, base_at, base_at, full);
  put(m.upper, upper_at, upper_at, full);
  put(m.upper_base, upper_at, base_at, full);
  for (std::size_t s = 0; s < 2; ++s) {
    put(m.leg[s], leg_at[s], leg_at[s], full);
    put(m.leg_base[s], leg_at[s], base_at, full);
  }
  return full;
}

/// B + B^T with entries in -1 .. 1, plus enough on the diagonal to be positive definite.
template <class Block>
Block random_symmetric(test::SeededRandom& random) {
  Block b;
  for (Eigen::Index i = 0; i < b.size(); ++i) b(i) = random.uniform(-0.5, 0.5);
  return b + b.transpose().eval() + 26.0 * Block::Identity();
}

template <class Block>
Block random_block(test::SeededRandom& random) {
  Block b;
  for (Eigen::Index i = 0; i < b.size(); ++i) b(i) = random.uniform(-1.0, 1.0);
  return b;
}

LimbMatrix random_matrix(std::uint64_t seed) {
  test::SeededRandom random(seed);
  LimbMatrix m;
  m.base = random_symmetric<LimbMatrix::Base>(random);
  m.upper = random_symmetric<LimbMatrix::Upper>(random);
  m.upper_base = random_block<LimbMatrix::UpperBase>(random);
  for (std::size_t s = 0; s < 2; ++s) {
    m.leg[s] = random_symmetric<LimbMatrix::Leg>(random);
    m.leg_base[s] = random_block<LimbMatrix::LegBase>(random);
  }
  return m;
}

FreeVector random_free(std::uint64_t seed) {
  test::SeededRandom random(seed + 900);
  return random_block<FreeVector>(random);
}

TEST(LimbMatrix, DenseHasTheBlocksInPlaceAndZerosBetweenLimbs) {
  const LimbMatrix m = random_matrix(1);
  EXPECT_EQ(m.dense(), spread(m));  // sums with zeros: no rounding
  EXPECT_EQ(m.dense()(9, 17), 0.0) << "right hip with left hip";
  EXPECT_EQ(m.dense()(6, 9), 0.0) << "lumbar with hip";
}

TEST(LimbMatrix, TimesIsTheDenseProduct) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const LimbMatrix m = random_matrix(seed);
    const FreeVector v = random_free(seed);
    EXPECT_LT((m.times(v) - spread(m) * v).norm(), 1e-14 * spread(m).norm());  // two orders of summation
  }
}

TEST(LimbMatrix, AddDiagonalReachesEveryCoordinate) {
  for (int i = 0; i < n_free; ++i) {
    const LimbMatrix before = random_matrix(2);
    LimbMatrix after = before;
    after.add_diagonal(i, 2.0);
    FreeMatrix expected = before.dense();
    expected(i, i) += 2.0;
    EXPECT_EQ(after.dense(), expected) << i;
  }
}

// Diagonally dominant, condition number below 10: rounding of some thirty operations per entry.
TEST(LimbFactor, SolvesAsDenseCholeskyDoes) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const LimbMatrix m = random_matrix(seed);
    const FreeVector b = random_free(seed);
    LimbFactor factor;
    ASSERT_TRUE(factor.compute(m));
    const FreeVector expected = spread(m).llt().solve(b);
    EXPECT_LT((factor.solve(b) - expected).norm(), 1e-14 * expected.norm());
  }
}

// Real mass matrices: the trunk's 40 kg m2 against the toes' 1e-5 make a condition number of some 1e6, so rounding may
// grow to 1e-10 of the largest acceleration.
TEST(LimbFactor, SolvesMassMatricesAsDenseCholeskyDoes) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Skeleton skeleton = build_skeleton(test::bodies[seed % test::bodies.size()]);
    FreeDynamics d;
    free_dynamics(skeleton, test::random_state(seed), test::plain_gravity, d);
    LimbFactor factor;
    ASSERT_TRUE(factor.compute(d.mass_matrix));
    const FreeVector force = 100.0 * random_free(seed);
    const FreeVector expected = spread(d.mass_matrix).llt().solve(force);
    EXPECT_LT((factor.solve(force) - expected).cwiseAbs().maxCoeff(), 1e-10 * expected.cwiseAbs().maxCoeff());
  }
}

/// In each part in turn, a diagonal entry that no positive definite matrix has.
constexpr std::array<int, 10> in_every_part = {0, 5, 6, 8, 9, 15, 16, 17, 23, 24};

TEST(LimbFactor, RefusesWhatIsNotPositiveDefinite) {
  for (const int i : in_every_part) {
    LimbMatrix m = random_matrix(3);
    m.add_diagonal(i, -100.0);
    LimbFactor factor;
    EXPECT_FALSE(factor.compute(m)) << i;
  }
}

TEST(LimbFactor, NeverMakesAFiniteAnswerOfWhatIsNotFinite) {
  for (const int i : in_every_part) {
    LimbMatrix m = random_matrix(3);
    m.add_diagonal(i, std::numeric_limits<double>::quiet_NaN());
    LimbFactor factor;
    EXPECT_FALSE(factor.compute(m) && factor.solve(random_free(3)).allFinite()) << i;
  }
}

// Each part is positive definite by itself, the whole is not: a coupling larger than its diagonals.
TEST(LimbFactor, RefusesACouplingThatIsTooStrong) {
  LimbMatrix m = random_matrix(4);
  m.leg_base[1](0, 0) = 100.0;
  LimbFactor factor;
  EXPECT_FALSE(factor.compute(m));
}

}  // namespace
}  // namespace stridelab
