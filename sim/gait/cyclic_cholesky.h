#pragma once

#include <Eigen/Dense>

namespace stridelab {

/// Cholesky factorisation of the normal equations of a periodic spline problem, in place and without allocation.
///
/// The matrix (lower triangle, dense storage) has `blocks` diagonal blocks of size `block`; a block is coupled to its
/// `reach` neighbours on either side around the circle, and to a dense border that ends the matrix. Blocks are eliminated
/// in order until `reach` are left; those and the border are the dense rest. Two thirds of the work of a dense factor.
/// METHODS (11)
class CyclicCholesky {
 public:
  CyclicCholesky(int blocks, int block, int reach) : blocks_(blocks), block_(block), reach_(reach) {}

  /// Factors in place; false if the matrix is not positive definite.
  bool factor(Eigen::MatrixXd& lower) const;

  /// Solves with a factored matrix, in place.
  void solve(const Eigen::MatrixXd& lower, Eigen::VectorXd& right) const;

 private:
  [[nodiscard]] int eliminated() const { return blocks_ - reach_; }

  int blocks_, block_, reach_;
};

}  // namespace stridelab
