#pragma once

#include <Eigen/Dense>
#include <array>

#include "runner/coordinates.h"

namespace stridelab {

/// The free runner: three pelvis translations (X, Y, Z of the mid-hip point), then the 22 rotational coordinates.
inline constexpr int n_translations = 3;
inline constexpr int n_free = n_translations + n_coordinates;
using FreeVector = Eigen::Matrix<double, n_free, 1>;
using FreeMatrix = Eigen::Matrix<double, n_free, n_free>;

/// Index of a rotational coordinate in a FreeVector.
constexpr int free_index(int coordinate) { return n_translations + coordinate; }

/// A symmetric matrix with the runner's sparsity: two legs and the upper body (lumbar, arms) couple with the pelvis and
/// not with each other. Mass, joint feedback and contact impedance all have it, so their sum is factored limb by limb.
///
/// order  base: pelvis translation, tilt, list, rotation; leg: hip flexion, adduction, rotation, knee, ankle, subtalar,
///        toe joint; upper: lumbar extension, bending, rotation, right arm, left arm
/// source block elimination (Schur complement), after the branch-induced sparsity of Featherstone 2008, sec. 6.5
struct LimbMatrix {
  static constexpr int base_size = 6, leg_size = 7, upper_size = 5;
  using Base = Eigen::Matrix<double, base_size, base_size>;
  using Leg = Eigen::Matrix<double, leg_size, leg_size>;
  using LegBase = Eigen::Matrix<double, leg_size, base_size, Eigen::RowMajor>;
  using Upper = Eigen::Matrix<double, upper_size, upper_size>;
  using UpperBase = Eigen::Matrix<double, upper_size, base_size, Eigen::RowMajor>;

  Base base;
  std::array<Leg, 2> leg;
  std::array<LegBase, 2> leg_base;
  Upper upper;
  UpperBase upper_base;

  /// The same matrix with all zeros in place, for tests and printing.
  [[nodiscard]] FreeMatrix dense() const;
  /// Matrix times vector.
  [[nodiscard]] FreeVector times(const FreeVector& v) const;
  /// Adds to the diagonal entry of a generalised coordinate.
  void add_diagonal(int free_coordinate, double value);
};

/// Cholesky factor of a positive definite LimbMatrix. Written out for the fixed sizes: the general routines of the linear
/// algebra library pack and dispatch longer than they compute here.
class LimbFactor {
 public:
  /// Returns false when the matrix is not positive definite (a state that is not finite, for example).
  [[nodiscard]] bool compute(const LimbMatrix& matrix);
  [[nodiscard]] FreeVector solve(const FreeVector& right_side) const;

 private:
  LimbMatrix::Base base_;  ///< lower triangular factors
  std::array<LimbMatrix::Leg, 2> leg_;
  LimbMatrix::Upper upper_;
  std::array<LimbMatrix::LegBase, 2> leg_coupling_;  ///< L^-1 of the limb times its coupling with the pelvis
  LimbMatrix::UpperBase upper_coupling_;
};

}  // namespace stridelab
