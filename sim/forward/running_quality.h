#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forward/forward_limits.h"
#include "forward/frame.h"
#include "forward/step_events.h"

namespace stridelab {

/// What a run is measured against.
struct PlannedRun {
  double speed_m_s = 0.0;    ///< along the surface
  double cadence_spm = 0.0;  ///< steps per minute, both feet
  double mass_kg = 70.0;
  double belt_speed_m_s = 0.0;  ///< added to the speed over the world's X
};

/// How well a forward run keeps to its plan. Survival alone is a bad score: a runner may hang in his reflexes.
struct RunningQuality {
  PlannedRun plan;
  CoordinateVector joint_rms_rad = CoordinateVector::Zero();    ///< pose against plan at the same phase
  CoordinateVector saturated_share = CoordinateVector::Zero();  ///< of the time that a joint ran at its strength limit
  double vertical_force_rms_n = 0.0;                            ///< ground on both feet, against the plan
  double height_error_m = 0.0;       ///< mean pelvis height against the plan's mean, higher positive
  double speed_error_m_s = 0.0;      ///< mean forward speed over whole strides against the form's
  double cadence_error_spm = 0.0;    ///< against the form's
  double lateral_drift_m = 0.0;      ///< largest distance of the stride-mean lateral position from the line of running
  double drift_m_s = 0.0;            ///< change of mean speed between the two halves of the run
  int steps = 0, planned_steps = 0;  ///< from contact to contact, and those of the plan's clock in the same time
  double duration_s = 0.0;           ///< of what was scored; 0 = the run never left settling

  [[nodiscard]] int worst_joint() const;
  /// What makes this bad running, with number and limit; empty for good running. A run of which nothing was scored is
  /// not good.
  [[nodiscard]] std::optional<std::string> fault(const RunningLimits& limits = forward_limits().good_running) const;
};

/// Gathers the quality frame by frame; skips frames that are marked as settling.
///
/// Steps are counted between contacts, and so is the plan's clock: steps that are cut off at the start, at the end or
/// by settling change neither. Speed and lateral position are those of whole strides of the clock.
class QualityScore {
 public:
  explicit QualityScore(const PlannedRun& plan);
  void add(const Frame& frame);
  [[nodiscard]] RunningQuality result() const;

 private:
  struct Stride {
    double distance_m, time_s, mean_z_m;
  };
  void add_to_sums(const Frame& frame);
  void follow_steps(const Frame& frame, std::optional<double> contact_s);
  void follow_strides(const Frame& frame);
  void set_strides(RunningQuality& out) const;
  [[nodiscard]] double mean_speed_m_s(std::size_t first, std::size_t end) const;  ///< of strides [first, end)

  PlannedRun plan_;
  std::array<ContactDetector, 2> feet_;
  bool scoring_ = false;  ///< the last frame was scored

  CoordinateVector joint_square_ = CoordinateVector::Zero();
  std::array<long, n_coordinates> saturated_{};
  double force_square_ = 0.0, height_ = 0.0;
  long frames_ = 0;
  double last_s_ = 0.0, scored_s_ = 0.0;

  /// Since the last contact, or since scoring began.
  struct {
    double clock = 0.0, time_s = 0.0;
    bool contact = false;
  } since_;
  double clock_ = 0.0;
  int steps_ = 0, missed_steps_ = 0;
  double steps_s_ = 0.0, planned_clock_ = 0.0;  ///< between contacts: time, and steps of the clock

  /// Of the stride in progress; whole = it was scored from its first frame.
  struct {
    std::int64_t index = 0;
    bool whole = false;
    double start_s = 0.0, start_x_m = 0.0, z_sum_m = 0.0;
    long count = 0;
  } stride_;
  std::vector<Stride> strides_;
};

}  // namespace stridelab
