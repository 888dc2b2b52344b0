#pragma once

#include <memory>

#include "forward/plan_table.h"

namespace stridelab {

/// The plan in force: one stride, or the passage from one to the next. A value; tables are shared and immutable.
class PlanBlend {
 public:
  explicit PlanBlend(std::shared_ptr<const PlanTable> plan) : next_(std::move(plan)) {}

  /// From now on toward this plan, over blend_s. A passage that is under way goes on from where it is: its targets
  /// become the start of the new one only as far as the older plan is concerned.
  void adopt(std::shared_ptr<const PlanTable> plan, double blend_s);
  void advance(double dt_s);

  [[nodiscard]] bool blending() const { return last_ != nullptr; }
  [[nodiscard]] const PlanTable& plan() const { return *next_; }
  [[nodiscard]] PlanPoint at(double phase) const;
  [[nodiscard]] double period_s() const;
  [[nodiscard]] double landing_phase() const;
  [[nodiscard]] double speed_m_s() const;
  /// What the gains are scheduled by: the speed at which the easy run takes steps as long, measured in leg lengths. Long
  /// steps are hard to balance, at any speed.
  [[nodiscard]] double scheduling_speed_m_s() const;
  [[nodiscard]] double slope_rad() const;
  [[nodiscard]] double hip_strength() const;

 private:
  [[nodiscard]] double mixed(double last, double next) const { return last + share_ * (next - last); }

  std::shared_ptr<const PlanTable> last_, next_;
  double elapsed_s_ = 0.0, blend_s_ = 0.0, share_ = 1.0;
};

}  // namespace stridelab
