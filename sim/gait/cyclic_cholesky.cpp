#include "gait/cyclic_cholesky.h"

#include <algorithm>

namespace stridelab {

bool CyclicCholesky::factor(Eigen::MatrixXd& a) const {
  using InPlace = Eigen::LLT<Eigen::Ref<Eigen::MatrixXd>>;
  const int band = eliminated();
  const Eigen::Index rest = band * block_;
  const Eigen::Index tail = a.rows() - rest;
  for (int k = 0; k < band; ++k) {
    const Eigen::Index at = k * block_;
    Eigen::Ref<Eigen::MatrixXd> diagonal = a.block(at, at, block_, block_);
    if (InPlace(diagonal).info() != Eigen::Success) return false;
    const Eigen::Index near = block_ * std::min(reach_, band - 1 - k);
    auto far_rows = a.block(rest, at, tail, block_);
    diagonal.transpose().triangularView<Eigen::Upper>().solveInPlace<Eigen::OnTheRight>(far_rows);
    if (near == 0) continue;
    auto near_rows = a.block(at + block_, at, near, block_);
    diagonal.transpose().triangularView<Eigen::Upper>().solveInPlace<Eigen::OnTheRight>(near_rows);
    a.block(at + block_, at + block_, near, near).selfadjointView<Eigen::Lower>().rankUpdate(near_rows, -1.0);
    a.block(rest, at + block_, tail, near).noalias() -= far_rows * near_rows.transpose();
  }
  // What the eliminated blocks do to the rest is one large product, kept for the end.
  Eigen::Ref<Eigen::MatrixXd> corner = a.bottomRightCorner(tail, tail);
  corner.selfadjointView<Eigen::Lower>().rankUpdate(a.block(rest, 0, tail, rest), -1.0);
  return InPlace(corner).info() == Eigen::Success;
}

void CyclicCholesky::solve(const Eigen::MatrixXd& a, Eigen::VectorXd& x) const {
  const int band = eliminated();
  const Eigen::Index rest = band * block_;
  const Eigen::Index tail = a.rows() - rest;
  auto near_rows = [&](int k) { return block_ * std::min(reach_, band - 1 - k); };
  for (int k = 0; k < band; ++k) {
    const Eigen::Index at = k * block_, near = near_rows(k);
    auto part = x.segment(at, block_);
    a.block(at, at, block_, block_).triangularView<Eigen::Lower>().solveInPlace(part);
    x.segment(at + block_, near).noalias() -= a.block(at + block_, at, near, block_) * part;
    x.tail(tail).noalias() -= a.block(rest, at, tail, block_) * part;
  }
  const auto corner = a.bottomRightCorner(tail, tail);
  auto end = x.tail(tail);
  corner.triangularView<Eigen::Lower>().solveInPlace(end);
  corner.transpose().triangularView<Eigen::Upper>().solveInPlace(end);
  for (int k = band; k-- > 0;) {
    const Eigen::Index at = k * block_, near = near_rows(k);
    auto part = x.segment(at, block_);
    part.noalias() -= a.block(at + block_, at, near, block_).transpose() * x.segment(at + block_, near);
    part.noalias() -= a.block(rest, at, tail, block_).transpose() * end;
    a.block(at, at, block_, block_).transpose().triangularView<Eigen::Upper>().solveInPlace(part);
  }
}

}  // namespace stridelab
