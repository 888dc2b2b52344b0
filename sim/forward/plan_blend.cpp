#include "forward/plan_blend.h"

#include <algorithm>

namespace stridelab {
namespace {

constexpr double easy_run_speed_m_s = 3.3;
constexpr double easy_run_steps_in_legs = 1.256;  // 1.165 m and a leg of 0.9275 m

}  // namespace

void PlanBlend::adopt(std::shared_ptr<const PlanTable> plan, double blend_s) {
  // In the first half of a passage its origin is still what is being run; later its destination is.
  if (!blending() || share_ > 0.5) last_ = next_;
  const double rest = blending() && share_ <= 0.5 ? share_ : 0.0;
  next_ = std::move(plan);
  blend_s_ = std::max(blend_s, 1e-9);
  elapsed_s_ = rest * blend_s_;
  share_ = rest;
}

void PlanBlend::advance(double dt_s) {
  if (!blending()) return;
  elapsed_s_ += dt_s;
  const double x = std::clamp(elapsed_s_ / blend_s_, 0.0, 1.0);
  share_ = x * x * (3.0 - 2.0 * x);
  if (x >= 1.0) last_.reset();
}

PlanPoint PlanBlend::at(double phase) const {
  PlanPoint point = next_->at(phase);
  if (!blending()) return point;
  PlanPoint mix = last_->at(phase);
  PlanPoint away = mix;
  mix.add(away, -share_);
  return mix.add(point, share_);
}

double PlanBlend::period_s() const {
  if (!blending()) return next_->period_s();
  return 1.0 / mixed(1.0 / last_->period_s(), 1.0 / next_->period_s());
}

double PlanBlend::landing_phase() const {
  return blending() ? mixed(last_->contact_phase(), next_->contact_phase()) : next_->contact_phase();
}

double PlanBlend::speed_m_s() const {
  const double next = next_->stride().form().speed_m_s;
  return blending() ? mixed(last_->stride().form().speed_m_s, next) : next;
}

double PlanBlend::scheduling_speed_m_s() const {
  auto speed = [](const PlanTable& plan) {
    const double step_m = 0.5 * plan.stride().form().speed_m_s * plan.period_s();
    const double steps_in_legs = step_m / plan.leg_length_m();
    return easy_run_speed_m_s * steps_in_legs / easy_run_steps_in_legs;
  };
  return blending() ? mixed(speed(*last_), speed(*next_)) : speed(*next_);
}

double PlanBlend::slope_rad() const {
  const double next = next_->stride().form().slope_rad;
  return blending() ? mixed(last_->stride().form().slope_rad, next) : next;
}

double PlanBlend::hip_strength() const {
  const double next = next_->stride().form().hip_strength;
  return blending() ? mixed(last_->stride().form().hip_strength, next) : next;
}

}  // namespace stridelab
