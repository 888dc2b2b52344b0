#include "forward/reference_blend.h"

#include <algorithm>

#include "forward/joint_strength.h"

namespace stridelab {
namespace {

constexpr double easy_run_speed_m_s = 3.3;
constexpr double easy_run_steps_in_legs = 1.256;  // 1.165 m and a leg of 0.9275 m

const Form& form(const ReferenceMotion& plan) { return plan.stride().form(); }

}  // namespace

void ReferenceBlend::adopt(std::shared_ptr<const ReferenceMotion> plan, double blend_s) {
  for (Part& part : from_) part.weight *= 1.0 - share_;
  from_.push_back({std::move(next_), blending() ? share_ : 1.0});
  std::erase_if(from_, [](const Part& part) { return part.weight == 0.0; });
  next_ = std::move(plan);
  blend_s_ = std::max(blend_s, 1e-9);
  elapsed_s_ = 0.0;
  share_ = 0.0;
}

void ReferenceBlend::advance(double dt_s) {
  if (!blending()) return;
  elapsed_s_ += dt_s;
  const double x = std::clamp(elapsed_s_ / blend_s_, 0.0, 1.0);
  share_ = x * x * (3.0 - 2.0 * x);
  if (x >= 1.0) from_.clear();
}

ReferenceInstant ReferenceBlend::at(double phase) const {
  ReferenceInstant point = next_->at(phase);
  if (!blending()) return point;
  const ReferenceInstant target = point;
  point.add(target, share_ - 1.0);
  for (const Part& part : from_) point.add(part.table->at(phase), (1.0 - share_) * part.weight);
  return point;
}

template <class F>
double ReferenceBlend::mean(const F& figure) const {
  if (!blending()) return figure(*next_);
  double sum = share_ * figure(*next_);
  for (const Part& part : from_) sum += (1.0 - share_) * part.weight * figure(*part.table);
  return sum;
}

double ReferenceBlend::period_s() const {
  if (!blending()) return next_->period_s();
  return 1.0 / mean([](const ReferenceMotion& plan) { return 1.0 / plan.period_s(); });
}

double ReferenceBlend::landing_phase() const {
  return mean([](const ReferenceMotion& plan) { return plan.landing_phase(); });
}

double ReferenceBlend::speed_m_s() const {
  return mean([](const ReferenceMotion& plan) { return form(plan).speed_m_s; });
}

double ReferenceBlend::scheduling_speed_m_s() const {
  return mean([](const ReferenceMotion& plan) {
    const double step_m = 0.5 * form(plan).speed_m_s * plan.period_s();
    return easy_run_speed_m_s * step_m / plan.leg_length_m() / easy_run_steps_in_legs;
  });
}

double ReferenceBlend::slope_rad() const {
  return mean([](const ReferenceMotion& plan) { return form(plan).slope_rad; });
}

double ReferenceBlend::hip_strength() const {
  return mean([](const ReferenceMotion& plan) { return form(plan).hip_strength; });
}

StrengthLimits ReferenceBlend::weak_groups() const {
  StrengthLimits weak;
  for (const auto group : {&StrengthLimits::knee_extensors, &StrengthLimits::hip_extensors,
                           &StrengthLimits::plantarflexors, &StrengthLimits::trunk})
    weak.*group = mean([group](const ReferenceMotion& plan) { return weak_groups_of(form(plan)).*group; });
  return weak;
}

}  // namespace stridelab
