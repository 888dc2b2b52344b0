#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forward/frame.h"

namespace stridelab {

/// How well a forward run keeps to its plan. Survival alone is a bad score: a runner may hang in his reflexes.
struct RunningQuality {
  CoordinateVector joint_rms_rad = CoordinateVector::Zero();  ///< pose against plan at the same phase
  double vertical_force_rms_n = 0.0;                          ///< ground on both feet, against the plan
  double height_error_m = 0.0;       ///< mean pelvis height against the plan's mean, higher positive
  double speed_error_m_s = 0.0;      ///< mean forward speed against the form's
  double lateral_drift_m = 0.0;      ///< largest distance of the stride-mean lateral position from the line of running
  double drift_m_s = 0.0;            ///< change of mean speed between the two halves of the run
  int steps = 0, planned_steps = 0;  ///< foot contacts seen, and those of the plan's clock in the same time
  double duration_s = 0.0;           ///< of what was scored

  [[nodiscard]] int worst_joint() const;
  /// What makes this bad running, with number and limit; empty for good running.
  [[nodiscard]] std::optional<std::string> fault() const;
};

/// Gathers the quality frame by frame; skips frames that are marked as settling.
class QualityScore {
 public:
  explicit QualityScore(double planned_speed_m_s, double planned_cadence_spm);
  void add(const Frame& frame);
  [[nodiscard]] RunningQuality result() const;

 private:
  struct Sums {
    CoordinateVector joint_square = CoordinateVector::Zero();
    double force_square = 0.0, height = 0.0;
    long count = 0;
  } sums_;
  double speed_m_s_, cadence_spm_;
  double start_s_ = 0.0, start_x_m_ = 0.0, last_s_ = 0.0, last_x_m_ = 0.0;
  double half_s_ = 0.0;
  std::array<bool, 2> down_{};
  int contacts_ = 0;
  double first_contact_s_ = -1.0, last_contact_s_ = -1.0;
  double stride_z_sum_ = 0.0;
  long stride_z_count_ = 0;
  std::int64_t stride_ = -1;
  double drift_z_m_ = 0.0;
  double stride_x_m_ = 0.0, stride_s_ = 0.0;
  std::vector<double> stride_speed_m_s_;
};

}  // namespace stridelab
