#pragma once

#include <memory>
#include <vector>

#include "forward/reference_motion.h"

namespace stridelab {

/// The motion followed now: one stride, or the passage from one to the next. A value; tables are shared and immutable.
class ReferenceBlend {
 public:
  explicit ReferenceBlend(std::shared_ptr<const ReferenceMotion> plan) : next_(std::move(plan)) {}

  /// From now on toward this plan, over blend_s, from wherever the passage under way has come to: targets never jump.
  void adopt(std::shared_ptr<const ReferenceMotion> plan, double blend_s);
  void advance(double dt_s);

  [[nodiscard]] bool blending() const { return !from_.empty(); }
  [[nodiscard]] const ReferenceMotion& plan() const { return *next_; }
  [[nodiscard]] ReferenceInstant at(double phase) const;
  [[nodiscard]] double period_s() const;
  [[nodiscard]] double landing_phase() const;
  [[nodiscard]] double speed_m_s() const;
  /// What the gains are scheduled by: the speed at which the easy run takes steps as long, measured in leg lengths. Long
  /// steps are hard to balance, at any speed.
  [[nodiscard]] double scheduling_speed_m_s() const;
  [[nodiscard]] double slope_rad() const;
  [[nodiscard]] double hip_strength() const;
  [[nodiscard]] StrengthLimits weak_groups() const;  ///< weak_groups_of() the form

 private:
  struct Part {
    std::shared_ptr<const ReferenceMotion> table;
    double weight;
  };
  /// Mean of a figure of the plans, by the weights of this instant.
  template <class F>
  [[nodiscard]] double mean(const F& figure) const;

  std::vector<Part> from_;  ///< what the passage started from, weights summing to 1; empty when it is over
  std::shared_ptr<const ReferenceMotion> next_;
  double elapsed_s_ = 0.0, blend_s_ = 0.0, share_ = 1.0;
};

}  // namespace stridelab
