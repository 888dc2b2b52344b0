#include "dynamics/limb_matrix.h"

#include <cmath>

namespace stridelab {
namespace {

// Where the parts lie in a FreeVector. The upper body is in two pieces, because each arm follows its side's leg.
constexpr int leg_first[2] = {free_index(hip_flexion_r), free_index(hip_flexion_l)};
constexpr int lumbar_first = free_index(lumbar_extension);
constexpr int arm_at[2] = {free_index(arm_flex_r), free_index(arm_flex_l)};

struct Parts {
  Eigen::Matrix<double, LimbMatrix::base_size, 1> base;
  std::array<Eigen::Matrix<double, LimbMatrix::leg_size, 1>, 2> leg;
  Eigen::Matrix<double, LimbMatrix::upper_size, 1> upper;
};

Parts split(const FreeVector& v) {
  Parts p;
  p.base = v.head<LimbMatrix::base_size>();
  for (std::size_t s = 0; s < 2; ++s) p.leg[s] = v.segment<LimbMatrix::leg_size>(leg_first[s]);
  p.upper << v.segment<3>(lumbar_first), v(arm_at[0]), v(arm_at[1]);
  return p;
}

FreeVector join(const Parts& p) {
  FreeVector v;
  v.head<LimbMatrix::base_size>() = p.base;
  for (std::size_t s = 0; s < 2; ++s) v.segment<LimbMatrix::leg_size>(leg_first[s]) = p.leg[s];
  v.segment<3>(lumbar_first) = p.upper.head<3>();
  v(arm_at[0]) = p.upper(3);
  v(arm_at[1]) = p.upper(4);
  return v;
}

/// Overwrites the lower triangle with its Cholesky factor. False (and NaN) when a pivot is not positive.
template <int N>
bool factor(Eigen::Matrix<double, N, N>& a) {
  for (int j = 0; j < N; ++j) {
    for (int k = 0; k < j; ++k)
      for (int i = j; i < N; ++i) a(i, j) -= a(i, k) * a(j, k);
    if (!(a(j, j) > 0.0) || !std::isfinite(a(j, j))) return false;
    const double root = std::sqrt(a(j, j)), inverse = 1.0 / root;
    a(j, j) = root;
    for (int i = j + 1; i < N; ++i) a(i, j) *= inverse;
  }
  return true;
}

/// coupling becomes L^-1 coupling, and its square leaves the pelvis's block.
template <int N>
void eliminate(const Eigen::Matrix<double, N, N>& l,
               Eigen::Matrix<double, N, LimbMatrix::base_size, Eigen::RowMajor>& coupling, LimbMatrix::Base& rest) {
  for (int i = 0; i < N; ++i) {
    for (int k = 0; k < i; ++k) coupling.row(i) -= l(i, k) * coupling.row(k);
    coupling.row(i) *= 1.0 / l(i, i);
  }
  rest -= coupling.transpose().lazyProduct(coupling);
}

template <int N>
void forward(const Eigen::Matrix<double, N, N>& l, Eigen::Matrix<double, N, 1>& x) {
  for (int j = 0; j < N; ++j) {
    x(j) /= l(j, j);
    for (int i = j + 1; i < N; ++i) x(i) -= l(i, j) * x(j);
  }
}

template <int N>
void backward(const Eigen::Matrix<double, N, N>& l, Eigen::Matrix<double, N, 1>& x) {
  for (int j = N - 1; j >= 0; --j) {
    for (int i = j + 1; i < N; ++i) x(j) -= l(i, j) * x(i);
    x(j) /= l(j, j);
  }
}

}  // namespace

FreeVector LimbMatrix::times(const FreeVector& v) const {
  const Parts x = split(v);
  Parts y;
  y.base = base * x.base + upper_base.transpose() * x.upper;
  for (std::size_t s = 0; s < 2; ++s) {
    y.base += leg_base[s].transpose() * x.leg[s];
    y.leg[s] = leg[s] * x.leg[s] + leg_base[s] * x.base;
  }
  y.upper = upper * x.upper + upper_base * x.base;
  return join(y);
}

FreeMatrix LimbMatrix::dense() const {
  FreeMatrix m;
  for (int i = 0; i < n_free; ++i) m.col(i) = times(FreeVector::Unit(i));
  return m;
}

void LimbMatrix::add_diagonal(int i, double value) {
  if (i < base_size) {
    base(i, i) += value;
    return;
  }
  for (std::size_t s = 0; s < 2; ++s) {
    const int k = i - leg_first[s];
    if (k >= 0 && k < leg_size) {
      leg[s](k, k) += value;
      return;
    }
  }
  const int k = i == arm_at[0] ? 3 : i == arm_at[1] ? 4 : i - lumbar_first;
  upper(k, k) += value;
}

bool LimbFactor::compute(const LimbMatrix& m) {
  base_ = m.base;
  bool positive = true;
  for (std::size_t s = 0; s < 2; ++s) {
    leg_[s] = m.leg[s];
    leg_coupling_[s] = m.leg_base[s];
    positive &= factor(leg_[s]);
    eliminate(leg_[s], leg_coupling_[s], base_);
  }
  upper_ = m.upper;
  upper_coupling_ = m.upper_base;
  positive &= factor(upper_);
  eliminate(upper_, upper_coupling_, base_);
  return factor(base_) && positive;
}

FreeVector LimbFactor::solve(const FreeVector& right_side) const {
  Parts x = split(right_side);
  for (std::size_t s = 0; s < 2; ++s) {
    forward(leg_[s], x.leg[s]);
    x.base -= leg_coupling_[s].transpose().lazyProduct(x.leg[s]);
  }
  forward(upper_, x.upper);
  x.base -= upper_coupling_.transpose().lazyProduct(x.upper);
  forward(base_, x.base);
  backward(base_, x.base);
  for (std::size_t s = 0; s < 2; ++s) {
    x.leg[s] -= leg_coupling_[s].lazyProduct(x.base);
    backward(leg_[s], x.leg[s]);
  }
  x.upper -= upper_coupling_.lazyProduct(x.base);
  backward(upper_, x.upper);
  return join(x);
}

}  // namespace stridelab
