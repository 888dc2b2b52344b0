#include "forward/plan_table.h"

#include <cmath>

#include "metrics/stride_record.h"

namespace stridelab {
namespace {

constexpr int samples = 512;

PlanPoint plan_point(const StrideSample& s) {
  PlanPoint p;
  p.q_rad = s.q_rad;
  p.qd_rad_s = s.qd_rad_s;
  p.torque_nm = s.generalised_force_nm;
  p.pelvis_m = s.pelvis_m;
  p.pelvis_velocity_m_s = s.pelvis_velocity_m_s;
  p.com_velocity_m_s = s.com_velocity_m_s;
  for (std::size_t side = 0; side < 2; ++side) {
    p.vertical_force_n[side] = s.leg[side].grf_n.y();
    p.foot_ahead_m[side] = s.leg[side].ankle_m.x() - s.pelvis_m.x();
  }
  return p;
}

}  // namespace

PlanPoint& PlanPoint::add(const PlanPoint& o, double w) {
  q_rad += w * o.q_rad;
  qd_rad_s += w * o.qd_rad_s;
  torque_nm += w * o.torque_nm;
  pelvis_m += w * o.pelvis_m;
  pelvis_velocity_m_s += w * o.pelvis_velocity_m_s;
  com_velocity_m_s += w * o.com_velocity_m_s;
  for (std::size_t side = 0; side < 2; ++side) {
    vertical_force_n[side] += w * o.vertical_force_n[side];
    foot_ahead_m[side] += w * o.foot_ahead_m[side];
  }
  return *this;
}

PlanTable::PlanTable(const Stride& stride) : stride_(stride) {
  point_.reserve(samples + 1);
  for (int i = 0; i < samples; ++i) point_.push_back(plan_point(stride.at(static_cast<double>(i) / samples)));
  point_.push_back(point_.front());
  auto force = [&](int i) { return point_[static_cast<std::size_t>(i)].vertical_force_n[0]; };
  auto crossing = [&](int i) { return (i + (contact_threshold_n - force(i)) / (force(i + 1) - force(i))) / samples; };
  for (int i = 0; i < samples; ++i) {
    if (force(i) < contact_threshold_n && force(i + 1) >= contact_threshold_n) contact_phase_ = crossing(i);
    if (force(i) >= contact_threshold_n && force(i + 1) < contact_threshold_n) toe_off_phase_ = crossing(i);
  }
}

PlanPoint PlanTable::at(double phase) const {
  const double x = (phase - std::floor(phase)) * samples;
  const auto i = static_cast<std::size_t>(std::min(static_cast<int>(x), samples - 1));
  const double w = x - static_cast<double>(i);
  PlanPoint p = point_[i];
  const PlanPoint& next = point_[i + 1];
  p.q_rad += w * (next.q_rad - p.q_rad);
  p.qd_rad_s += w * (next.qd_rad_s - p.qd_rad_s);
  p.torque_nm += w * (next.torque_nm - p.torque_nm);
  p.pelvis_m += w * (next.pelvis_m - p.pelvis_m);
  p.pelvis_velocity_m_s += w * (next.pelvis_velocity_m_s - p.pelvis_velocity_m_s);
  p.com_velocity_m_s += w * (next.com_velocity_m_s - p.com_velocity_m_s);
  for (std::size_t side = 0; side < 2; ++side) {
    p.vertical_force_n[side] += w * (next.vertical_force_n[side] - p.vertical_force_n[side]);
    p.foot_ahead_m[side] += w * (next.foot_ahead_m[side] - p.foot_ahead_m[side]);
  }
  return p;
}

}  // namespace stridelab
