#include "gait/cyclic_cholesky.h"

#include <gtest/gtest.h>

#include <random>

namespace stridelab {
namespace {

constexpr int blocks = 9, block = 4, reach = 2, border = 5;

/// A random positive definite matrix with the cyclic pattern the class promises to handle.
Eigen::MatrixXd cyclic_matrix(unsigned seed) {
  std::mt19937_64 bits(seed);
  auto uniform = [&bits] { return static_cast<double>(bits() >> 11U) * 0x1p-53 - 0.5; };
  const int n = blocks * block + border;
  Eigen::MatrixXd rows = Eigen::MatrixXd::Zero(4 * n, n);
  for (int r = 0; r < rows.rows(); ++r) {
    const int first = r % blocks;
    for (int k = 0; k <= reach; ++k)
      for (int j = 0; j < block; ++j) rows(r, ((first + k) % blocks) * block + j) = uniform();
    for (int j = 0; j < border; ++j) rows(r, blocks * block + j) = uniform();
  }
  return rows.transpose() * rows;
}

// Rounding: condition below 1e4 times 1e-16 times the size.
TEST(CyclicCholesky, SolvesLikeADenseFactor) {
  const Eigen::MatrixXd a = cyclic_matrix(3);
  const Eigen::VectorXd right = Eigen::VectorXd::LinSpaced(a.rows(), -1.0, 2.0);
  const CyclicCholesky cholesky(blocks, block, reach);
  Eigen::MatrixXd work = a.triangularView<Eigen::Lower>();
  ASSERT_TRUE(cholesky.factor(work));
  Eigen::VectorXd x = right;
  cholesky.solve(work, x);
  EXPECT_LT((a * x - right).norm(), 1e-10 * right.norm());
  EXPECT_LT((x - a.llt().solve(right)).norm(), 1e-10 * x.norm());
}

TEST(CyclicCholesky, RefusesAnIndefiniteMatrix) {
  for (const int row : {block + 1, blocks * block - 1, blocks * block + border - 1}) {
    Eigen::MatrixXd a = cyclic_matrix(4);
    a(row, row) = -1.0;
    EXPECT_FALSE(CyclicCholesky(blocks, block, reach).factor(a)) << "row " << row;
  }
}

}  // namespace
}  // namespace stridelab
