#include "forward/reference_motion.h"

#include <cmath>

#include "forward/ground_fit.h"
#include "metrics/stride_record.h"

namespace stridelab {
namespace {

constexpr int samples = 512;
constexpr double latest_landing = 0.25;  // of stance; a sole that is not down by then is not followed

ReferenceInstant plan_point(const StrideSample& s, const Skeleton& skeleton, const ContactModel& contact) {
  ReferenceInstant p;
  p.q_rad = s.q_rad;
  p.qd_rad_s = s.qd_rad_s;
  p.torque_nm = s.generalised_force_nm;
  p.target_rad = s.q_rad + ground_fit(s, 0, skeleton, contact) + ground_fit(s, 1, skeleton, contact);
  p.pelvis_m = s.pelvis_m;
  p.pelvis_velocity_m_s = s.pelvis_velocity_m_s;
  p.com_velocity_m_s = s.com_velocity_m_s;
  for (std::size_t side = 0; side < 2; ++side) {
    p.vertical_force_n[side] = s.leg[side].grf_n.y();
  }
  return p;
}

/// The one list of what a point holds: applies f to each pair of fields.
template <class F>
void each_field(ReferenceInstant& a, const ReferenceInstant& b, const F& f) {
  f(a.q_rad, b.q_rad);
  f(a.qd_rad_s, b.qd_rad_s);
  f(a.target_rad, b.target_rad);
  f(a.target_rate_rad_s, b.target_rate_rad_s);
  f(a.torque_nm, b.torque_nm);
  f(a.pelvis_m, b.pelvis_m);
  f(a.pelvis_velocity_m_s, b.pelvis_velocity_m_s);
  f(a.com_velocity_m_s, b.com_velocity_m_s);
  for (std::size_t side = 0; side < 2; ++side) f(a.vertical_force_n[side], b.vertical_force_n[side]);
}

}  // namespace

ReferenceInstant& ReferenceInstant::add(const ReferenceInstant& other, double weight) {
  each_field(*this, other, [weight](auto& a, const auto& b) { a += weight * b; });
  return *this;
}

ReferenceMotion::ReferenceMotion(const Stride& stride, const Skeleton& skeleton, const ContactModel& contact)
    : stride_(stride), leg_length_m_(skeleton.leg_length_m) {
  point_.reserve(samples + 1);
  for (int i = 0; i < samples; ++i)
    point_.push_back(plan_point(stride.at(static_cast<double>(i) / samples), skeleton, contact));
  // Rate of the fit by central differences over the neighbours, on top of the plan's own rate.
  auto fit = [&](int i) {
    const ReferenceInstant& p = point_[static_cast<std::size_t>((i + samples) % samples)];
    return CoordinateVector(p.target_rad - p.q_rad);
  };
  for (int i = 0; i < samples; ++i)
    point_[static_cast<std::size_t>(i)].target_rate_rad_s =
        point_[static_cast<std::size_t>(i)].qd_rad_s + (fit(i + 1) - fit(i - 1)) * (0.5 * samples / stride.period_s());
  point_.push_back(point_.front());
  auto force = [&](int i) { return point_[static_cast<std::size_t>(i)].vertical_force_n[0]; };
  auto crossing = [&](const auto& f, int i) {
    return (i + (contact_threshold_n - f(i)) / (f(i + 1) - f(i))) / samples;
  };
  for (int i = 0; i < samples; ++i) {
    if (force(i) < contact_threshold_n && force(i + 1) >= contact_threshold_n) contact_phase_ = crossing(force, i);
    if (force(i) >= contact_threshold_n && force(i + 1) < contact_threshold_n) toe_off_phase_ = crossing(force, i);
  }
  auto springs = [&](int i) {
    return spring_force_n(stride.at(static_cast<double>(i) / samples), 0, skeleton, contact);
  };
  landing_phase_ = contact_phase_;
  const int latest = static_cast<int>(latest_landing * stride.duty_factor() * samples);
  for (int i = 0; i < latest; ++i) {
    if (springs(i + 1) < contact_threshold_n) continue;
    landing_phase_ = std::max(contact_phase_, crossing(springs, i));
    break;
  }
}

ReferenceInstant ReferenceMotion::at(double phase) const {
  const double x = (phase - std::floor(phase)) * samples;
  const auto i = static_cast<std::size_t>(std::min(static_cast<int>(x), samples - 1));
  const double w = x - static_cast<double>(i);
  ReferenceInstant p = point_[i];
  const ReferenceInstant& next = point_[i + 1];
  each_field(p, next, [w](auto& a, const auto& b) { a += w * (b - a); });
  return p;
}

}  // namespace stridelab
