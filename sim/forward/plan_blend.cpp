#include "forward/plan_blend.h"

#include <algorithm>

#include "forward/joint_strength.h"

namespace stridelab {
namespace {

constexpr double easy_run_speed_m_s = 3.3;
constexpr double easy_run_steps_in_legs = 1.256;  // 1.165 m and a leg of 0.9275 m

const Form& form(const PlanTable& plan) { return plan.stride().form(); }

}  // namespace

void PlanBlend::adopt(std::shared_ptr<const PlanTable> plan, double blend_s) {
  for (Part& part : from_) part.weight *= 1.0 - share_;
  from_.push_back({std::move(next_), blending() ? share_ : 1.0});
  std::erase_if(from_, [](const Part& part) { return part.weight == 0.0; });
  next_ = std::move(plan);
  blend_s_ = std::max(blend_s, 1e-9);
  elapsed_s_ = 0.0;
  share_ = 0.0;
}

void PlanBlend::advance(double dt_s) {
  if (!blending()) return;
  elapsed_s_ += dt_s;
  const double x = std::clamp(elapsed_s_ / blend_s_, 0.0, 1.0);
  share_ = x * x * (3.0 - 2.0 * x);
  if (x >= 1.0) from_.clear();
}

PlanPoint PlanBlend::at(double phase) const {
  PlanPoint point = next_->at(phase);
  if (!blending()) return point;
  const PlanPoint target = point;
  point.add(target, share_ - 1.0);
  for (const Part& part : from_) point.add(part.table->at(phase), (1.0 - share_) * part.weight);
  return point;
}

template <class F>
double PlanBlend::mean(const F& figure) const {
  if (!blending()) return figure(*next_);
  double sum = share_ * figure(*next_);
  for (const Part& part : from_) sum += (1.0 - share_) * part.weight * figure(*part.table);
  return sum;
}

double PlanBlend::period_s() const {
  if (!blending()) return next_->period_s();
  return 1.0 / mean([](const PlanTable& plan) { return 1.0 / plan.period_s(); });
}

double PlanBlend::landing_phase() const {
  return mean([](const PlanTable& plan) { return plan.landing_phase(); });
}

double PlanBlend::speed_m_s() const {
  return mean([](const PlanTable& plan) { return form(plan).speed_m_s; });
}

double PlanBlend::scheduling_speed_m_s() const {
  return mean([](const PlanTable& plan) {
    const double step_m = 0.5 * form(plan).speed_m_s * plan.period_s();
    return easy_run_speed_m_s * step_m / plan.leg_length_m() / easy_run_steps_in_legs;
  });
}

double PlanBlend::slope_rad() const {
  return mean([](const PlanTable& plan) { return form(plan).slope_rad; });
}

double PlanBlend::hip_strength() const {
  return mean([](const PlanTable& plan) { return form(plan).hip_strength; });
}

StrengthLimits PlanBlend::weak_groups() const {
  StrengthLimits weak;
  for (const auto group : {&StrengthLimits::knee_extensors, &StrengthLimits::hip_extensors,
                           &StrengthLimits::plantarflexors, &StrengthLimits::trunk})
    weak.*group = mean([group](const PlanTable& plan) { return weak_groups_of(form(plan)).*group; });
  return weak;
}

}  // namespace stridelab
