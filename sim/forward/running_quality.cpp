#include "forward/running_quality.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace stridelab {
namespace {

/// The plan's clock in steps.
double clock_steps(const Frame& frame) { return 2.0 * (static_cast<double>(frame.stride_index) + frame.stride_phase); }

ContactDetector foot_of(const PlannedRun& plan) { return ContactDetector(plan.mass_kg * gravity_m_s2); }

/// Steps of the clock that went by without a contact; the half step keeps a contact that is a little late from
/// counting.
int missed(double clock_since_contact) { return std::max(0, static_cast<int>(std::floor(clock_since_contact - 0.5))); }

/// "6.04 deg (limit 6.00 deg)": decimals as usual, or as many as show on which side of the limit a value lies.
std::string against(double value, double limit, int decimals, std::string_view unit, std::string_view between = " ") {
  while (value != limit && decimals < 12 &&
         fmt::format("{:.{}f}", value, decimals) == fmt::format("{:.{}f}", limit, decimals))
    ++decimals;
  return fmt::format("{:.{}f} {}{}(limit {:.{}f} {})", value, decimals, unit, between, limit, decimals, unit);
}

std::string signed_against(double value, double limit, int decimals, std::string_view unit, std::string_view between) {
  return (value < 0.0 ? "-" : "+") + against(std::abs(value), limit, decimals, unit, between);
}

std::string joint_fault(const RunningQuality& q, const RunningLimits& limits) {
  const int joint = q.worst_joint();
  if (q.joint_rms_rad[joint] < limits.joint_rms_rad) return {};
  return fmt::format("{} ran {}", coordinate_names[static_cast<std::size_t>(joint)],
                     against(q.joint_rms_rad[joint] * deg_per_rad, limits.joint_rms_rad * deg_per_rad, 1, "deg",
                             " RMS off the plan "));
}

std::string force_fault(const RunningQuality& q, const RunningLimits& limits) {
  const double limit_n = limits.force_rms_n_kg * q.plan.mass_kg;
  if (q.vertical_force_rms_n < limit_n) return {};
  return "the vertical force was " + against(q.vertical_force_rms_n, limit_n, 0, "N", " RMS off the plan ");
}

std::string height_fault(const RunningQuality& q, const RunningLimits& limits) {
  if (std::abs(q.height_error_m) < limits.height_error_m) return {};
  return "the pelvis was " + against(1e3 * std::abs(q.height_error_m), 1e3 * limits.height_error_m, 0, "mm",
                                     q.height_error_m > 0.0 ? " too high on average " : " too low on average ");
}

std::string step_fault(const RunningQuality& q, const RunningLimits& limits) {
  if (std::abs(q.steps - q.planned_steps) > limits.steps)
    return fmt::format("{} steps where the plan has {} (limit {} more or less)", q.steps, q.planned_steps,
                       limits.steps);
  if (std::abs(q.cadence_error_spm) < limits.cadence_share * q.plan.cadence_spm) return {};
  return "the cadence was " +
         signed_against(q.cadence_error_spm, limits.cadence_share * q.plan.cadence_spm, 1, "steps/min", " off ");
}

std::string drift_fault(const RunningQuality& q, const RunningLimits& limits) {
  if (std::abs(q.speed_error_m_s) >= limits.speed_share * q.plan.speed_m_s)
    return "the speed was " +
           signed_against(q.speed_error_m_s, limits.speed_share * q.plan.speed_m_s, 2, "m/s", " off ");
  if (std::abs(q.drift_m_s) >= limits.drift_share * q.plan.speed_m_s)
    return "the speed drifted by " +
           signed_against(q.drift_m_s, limits.drift_share * q.plan.speed_m_s, 2, "m/s", " between the halves ");
  if (q.lateral_drift_m >= limits.lateral_m)
    return "the runner left the line by " + against(q.lateral_drift_m, limits.lateral_m, 2, "m");
  return {};
}

}  // namespace

int RunningQuality::worst_joint() const {
  Eigen::Index worst = 0;
  joint_rms_rad.maxCoeff(&worst);
  return static_cast<int>(worst);
}

std::optional<std::string> RunningQuality::fault(const RunningLimits& limits) const {
  if (duration_s <= 0.0) return "nothing was scored: the run ended before it had settled";
  for (const auto check : {joint_fault, force_fault, height_fault, step_fault, drift_fault})
    if (std::string text = check(*this, limits); !text.empty()) return text;
  return std::nullopt;
}

QualityScore::QualityScore(const PlannedRun& plan) : plan_(plan), feet_{foot_of(plan), foot_of(plan)} {}

void QualityScore::add(const Frame& frame) {
  std::optional<double> contact_s;
  for (std::size_t side = 0; side < 2; ++side)
    if (feet_[side].add(frame.time_s, frame.motion.leg[side].grf_n.y()) == ContactDetector::Event::contact)
      contact_s = feet_[side].contact_s();
  follow_steps(frame, contact_s);
  follow_strides(frame);
  if (!frame.settling) add_to_sums(frame);
  scoring_ = !frame.settling;
  last_s_ = frame.time_s;
}

void QualityScore::add_to_sums(const Frame& frame) {
  joint_square_.array() += (frame.motion.q_rad - frame.plan.q_rad).array().square();
  const double force_n = frame.motion.leg[0].grf_n.y() + frame.motion.leg[1].grf_n.y();
  force_square_ += (force_n - frame.plan.vertical_force_n) * (force_n - frame.plan.vertical_force_n);
  height_ += frame.motion.pelvis_m.y() - frame.plan.pelvis_height_m;
  for (std::uint32_t bits = frame.saturated, i = 0; bits != 0; bits >>= 1, ++i)
    if ((bits & 1U) != 0U && i < n_coordinates) ++saturated_[i];
  if (scoring_) scored_s_ += frame.time_s - last_s_;
  ++frames_;
}

/// Clock and count are compared where contacts are, so it does not matter where in a step the scoring begins or ends.
void QualityScore::follow_steps(const Frame& frame, std::optional<double> contact_s) {
  if (frame.settling) {
    if (scoring_) missed_steps_ += missed(clock_ - since_.clock);
    return;
  }
  clock_ = clock_steps(frame);
  if (!scoring_) since_ = {clock_, frame.time_s, false};
  if (!contact_s) return;
  if (since_.contact) {
    ++steps_;
    planned_clock_ += clock_ - since_.clock;
    steps_s_ += *contact_s - since_.time_s;
  } else {
    missed_steps_ += missed(clock_ - since_.clock);
  }
  since_ = {clock_, *contact_s, true};
}

void QualityScore::follow_strides(const Frame& frame) {
  const Vec3& com_m = frame.motion.com_m;
  const bool next = frame.stride_index != stride_.index;
  if (frame.settling) {
    stride_.whole = false;
    stride_.index = frame.stride_index;
    return;
  }
  if (next) {
    if (stride_.whole && stride_.count > 0)
      strides_.push_back({com_m.x() - stride_.start_x_m, frame.time_s - stride_.start_s,
                          stride_.z_sum_m / static_cast<double>(stride_.count)});
    stride_ = {frame.stride_index, true, frame.time_s, com_m.x(), 0.0, 0};
  }
  stride_.z_sum_m += com_m.z();
  ++stride_.count;
}

double QualityScore::mean_speed_m_s(std::size_t first, std::size_t end) const {
  double distance_m = 0.0;
  double time_s = 0.0;
  for (std::size_t i = first; i < end; ++i) {
    distance_m += strides_[i].distance_m;
    time_s += strides_[i].time_s;
  }
  return distance_m / time_s;
}

void QualityScore::set_strides(RunningQuality& out) const {
  const std::size_t n = strides_.size();
  if (n == 0) return;
  out.speed_error_m_s = mean_speed_m_s(0, n) + plan_.belt_speed_m_s - plan_.speed_m_s;
  if (n > 1) out.drift_m_s = mean_speed_m_s(n - n / 2, n) - mean_speed_m_s(0, n / 2);
  for (const Stride& s : strides_) out.lateral_drift_m = std::max(out.lateral_drift_m, std::abs(s.mean_z_m));
}

RunningQuality QualityScore::result() const {
  RunningQuality out;
  out.plan = plan_;
  if (frames_ == 0) return out;
  const auto n = static_cast<double>(frames_);
  out.joint_rms_rad = (joint_square_ / n).cwiseSqrt();
  for (std::size_t i = 0; i < n_coordinates; ++i)
    out.saturated_share[static_cast<Eigen::Index>(i)] = static_cast<double>(saturated_[i]) / n;
  out.vertical_force_rms_n = std::sqrt(force_square_ / n);
  out.height_error_m = height_ / n;
  out.steps = steps_;
  out.planned_steps =
      static_cast<int>(std::lround(planned_clock_)) + missed_steps_ + (scoring_ ? missed(clock_ - since_.clock) : 0);
  if (steps_ > 0) out.cadence_error_spm = 60.0 * steps_ / steps_s_ - plan_.cadence_spm;
  out.duration_s = scored_s_;
  set_strides(out);
  return out;
}

}  // namespace stridelab
