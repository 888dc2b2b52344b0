#pragma once

#include <array>
#include <vector>

#include "gait/stride.h"
#include "ground/contact_model.h"
#include "runner/skeleton.h"

namespace stridelab {

/// What the motion to follow wants at one phase, as the controller reads it.
struct ReferenceInstant {
  CoordinateVector q_rad, qd_rad_s, torque_nm;
  CoordinateVector target_rad, target_rate_rad_s;  ///< q and its rate, fitted to the ground (ground_fit.h); of the
                                                   ///< fit's rate a share (reflex_constants.h)
  Vec3 pelvis_m;                                   ///< belt frame: x about the mean forward motion
  Vec3 pelvis_velocity_m_s;                        ///< overground
  Vec3 com_velocity_m_s;                           ///< overground
  std::array<double, 2> vertical_force_n;          ///< on each foot
  std::array<double, 2> foot_ahead_m;              ///< ankle centre ahead of the pelvis

  ReferenceInstant& add(const ReferenceInstant& other, double weight);
};

/// The motion a forward run follows: a stride sampled once, so that 1000 steps a second do not evaluate splines. Linear
/// between 512 phases, which is within 1e-4 rad of the stride (the knee turns at most 250 rad/s^2 over 1.4 ms).
class ReferenceMotion {
 public:
  ReferenceMotion(const Stride& stride, const Skeleton& skeleton, const ContactModel& contact);

  [[nodiscard]] ReferenceInstant at(double phase) const;
  [[nodiscard]] const Stride& stride() const { return stride_; }
  [[nodiscard]] double period_s() const { return stride_.period_s(); }
  [[nodiscard]] double leg_length_m() const { return leg_length_m_; }
  /// Phase after planned touch-down at which the springs under the fitted foot carry 50 N: when a runner who keeps to the
  /// target lands. The planned force gets there a little earlier.
  [[nodiscard]] double landing_phase() const { return landing_phase_; }
  /// Phase at which the planned force reaches 50 N, and at which it falls below it.
  [[nodiscard]] double contact_phase() const { return contact_phase_; }
  [[nodiscard]] double toe_off_phase() const { return toe_off_phase_; }

 private:
  /// Bends the targets to the ground; the right leg's rise, m, at every sample of the plan.
  std::vector<double> fit_to_ground(const std::vector<StrideSample>& plan, const Skeleton& skeleton,
                                    const ContactModel& contact);
  void find_events(const std::vector<StrideSample>& plan, const std::vector<double>& rise_m, const Skeleton& skeleton,
                   const ContactModel& contact);

  Stride stride_;
  std::vector<ReferenceInstant> point_;
  double leg_length_m_;
  double landing_phase_ = 0.0, contact_phase_ = 0.0, toe_off_phase_ = 0.0;
};

}  // namespace stridelab
