#include "forward/reference_motion.h"

#include <cmath>
#include <numbers>

#include "forward/ground_fit.h"
#include "forward/reflex_constants.h"
#include "metrics/stride_record.h"

namespace stridelab {
namespace {

constexpr int samples = 512;
constexpr double latest_landing = 0.25;  // of stance; a sole that is not down by then is not followed

/// One leg's rise over the stride (ground_fit.h), smoothed by a raised cosine: the springs' own time is a few milliseconds,
/// and joints that were asked to follow it would be thrown about at the landing.
std::vector<double> smoothed(const std::vector<double>& rise_m, double half_width_samples) {
  const auto reach = static_cast<long>(half_width_samples);
  const auto n = static_cast<long>(rise_m.size());
  std::vector<double> out(rise_m.size(), 0.0);
  double total = 0.0;
  for (long k = -reach; k <= reach; ++k) {
    const double weight = 1.0 + std::cos(std::numbers::pi * static_cast<double>(k) / half_width_samples);
    total += weight;
    for (long i = 0; i < n; ++i)
      out[static_cast<std::size_t>(i)] += weight * rise_m[static_cast<std::size_t>(((i + k) % n + n) % n)];
  }
  for (double& x : out) x /= total;
  return out;
}

ReferenceInstant plan_point(const StrideSample& s) {
  ReferenceInstant p;
  p.q_rad = s.q_rad;
  p.qd_rad_s = s.qd_rad_s;
  p.torque_nm = s.generalised_force_nm;
  p.target_rad = s.q_rad;
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
  std::vector<StrideSample> plan;
  for (int i = 0; i < samples; ++i) {
    plan.push_back(stride.at(static_cast<double>(i) / samples));
    point_.push_back(plan_point(plan.back()));
  }
  const std::vector<double> rise_m = fit_to_ground(plan, skeleton, contact);
  point_.push_back(point_.front());
  find_events(plan, rise_m, skeleton, contact);
}

std::vector<double> ReferenceMotion::fit_to_ground(const std::vector<StrideSample>& plan, const Skeleton& skeleton,
                                                   const ContactModel& contact) {
  const ReflexConstants::GroundFit& fit = reflex_constants().ground_fit;
  std::vector<double> right_m;
  for (int side = 0; side < 2; ++side) {
    std::vector<double> rise_m;
    for (const StrideSample& s : plan) rise_m.push_back(ground_rise_m(s, side, skeleton, contact));
    rise_m = smoothed(rise_m, fit.smoothing_s / stride_.period_s() * samples);
    for (std::size_t i = 0; i < plan.size(); ++i) point_[i].target_rad += leg_change_for_rise(plan[i], side, rise_m[i]);
    if (side == 0) right_m = rise_m;
  }
  // Central differences over the neighbours, on top of the plan's own rate.
  auto change = [&](int i) {
    const ReferenceInstant& p = point_[static_cast<std::size_t>((i + samples) % samples)];
    return CoordinateVector(p.target_rad - p.q_rad);
  };
  for (int i = 0; i < samples; ++i) {
    ReferenceInstant& p = point_[static_cast<std::size_t>(i)];
    p.target_rate_rad_s =
        p.qd_rad_s + fit.rate_share * (change(i + 1) - change(i - 1)) * (0.5 * samples / stride_.period_s());
  }
  return right_m;
}

void ReferenceMotion::find_events(const std::vector<StrideSample>& plan, const std::vector<double>& rise_m,
                                  const Skeleton& skeleton, const ContactModel& contact) {
  auto force = [&](int i) { return point_[static_cast<std::size_t>(i)].vertical_force_n[0]; };
  auto crossing = [&](const auto& f, int i) {
    return (i + (contact_threshold_n - f(i)) / (f(i + 1) - f(i))) / samples;
  };
  for (int i = 0; i < samples; ++i) {
    if (force(i) < contact_threshold_n && force(i + 1) >= contact_threshold_n) contact_phase_ = crossing(force, i);
    if (force(i) >= contact_threshold_n && force(i + 1) < contact_threshold_n) toe_off_phase_ = crossing(force, i);
  }
  auto springs = [&](int i) {
    const auto k = static_cast<std::size_t>(i);
    return spring_force_n(plan[k], 0, skeleton, contact, rise_m[k]);
  };
  landing_phase_ = contact_phase_;
  const int latest = static_cast<int>(latest_landing * stride_.duty_factor() * samples);
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
