#include "dynamics/limb_matrix.h"

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
  LimbMatrix::Base rest = m.base;
  for (std::size_t s = 0; s < 2; ++s) {
    if (leg_[s].compute(m.leg[s]).info() != Eigen::Success) return false;
    leg_coupling_[s] = leg_[s].matrixL().solve(m.leg_base[s]);
    rest.noalias() -= leg_coupling_[s].transpose() * leg_coupling_[s];
  }
  if (upper_.compute(m.upper).info() != Eigen::Success) return false;
  upper_coupling_ = upper_.matrixL().solve(m.upper_base);
  rest.noalias() -= upper_coupling_.transpose() * upper_coupling_;
  // Eigen lets NaN through as a success; whatever is not finite in a limb has reached the base block here.
  return base_.compute(rest).info() == Eigen::Success && base_.matrixLLT().allFinite();
}

FreeVector LimbFactor::solve(const FreeVector& right_side) const {
  Parts x = split(right_side);
  for (std::size_t s = 0; s < 2; ++s) {
    leg_[s].matrixL().solveInPlace(x.leg[s]);
    x.base.noalias() -= leg_coupling_[s].transpose() * x.leg[s];
  }
  upper_.matrixL().solveInPlace(x.upper);
  x.base.noalias() -= upper_coupling_.transpose() * x.upper;
  base_.solveInPlace(x.base);
  for (std::size_t s = 0; s < 2; ++s) {
    x.leg[s].noalias() -= leg_coupling_[s] * x.base;
    leg_[s].matrixU().solveInPlace(x.leg[s]);
  }
  x.upper.noalias() -= upper_coupling_ * x.base;
  upper_.matrixU().solveInPlace(x.upper);
  return join(x);
}

}  // namespace stridelab
