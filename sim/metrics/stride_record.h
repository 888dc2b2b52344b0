#pragma once

#include <array>
#include <optional>
#include <vector>

#include "catalogue/leg_values.h"
#include "loads/impact.h"
#include "metrics/stride_source.h"

namespace stridelab {

/// Samples per stride; even, so that the left leg's samples fall on the right leg's grid.
inline constexpr int record_samples = 200;

/// A foot is in contact while its vertical force exceeds this (contract).
inline constexpr double contact_threshold_n = 50.0;

/// One leg over one stride, on a uniform grid that starts at its own touch-down in the plan.
///
/// Phases in here count from that touch-down (period 1). Forces are the plan's: what the dynamics and all joint moments
/// use; the landing transient is kept beside them. Contact and toe-off are where the plan's vertical force crosses
/// 50 N; both are found on the stride itself, not on the grid, so that results stay smooth in the parameters.
/// METHODS (22).
struct LegRecord {
  Side side = Side::right;
  double touch_down_phase = 0.0;  ///< of the stride: 0 right, 0.5 left
  double contact_phase = 0.0;
  double toe_off_phase = 0.0;
  ImpactCorrection impact;  ///< what the landing adds to the vertical force, for impact peak and loading rate
  /// Vertical force with its own impact as landing_force_n() returns it, where it was measured; empty for a plan.
  std::vector<double> measured_landing_n;
  std::vector<LegValues> grid;  ///< grid[i] at phase i / record_samples
  LegValues at_contact, at_toe_off;

  [[nodiscard]] double stance_phase() const { return toe_off_phase - contact_phase; }
  [[nodiscard]] double since_contact(int i) const;         ///< phase of sample i after contact
  [[nodiscard]] double at(QuantityIndex of, int i) const;  ///< any integer, wrapped
};

/// Powers at one instant, both legs. W, positive gives energy to the runner.
struct StridePower {
  CoordinateVector joint_w = CoordinateVector::Zero();
  double ground_w = 0.0;    ///< of the ground on both feet
  double residual_w = 0.0;  ///< of what nobody supplies
};

/// One stride, sampled once.
struct StrideRecord {
  Body body;
  Form form;
  double period_s = 0.0;
  StrideQuality quality;
  std::array<LegRecord, 2> leg;
  std::vector<Vec3> com_m;                      ///< centre of mass, on the grid from phase 0
  std::vector<Vec3> ground_force_n;             ///< on both feet together, on the same grid
  std::vector<StridePower> power;               ///< uniform over the stride: on the same grid, or one per frame
  std::array<StrengthLimits, 2> strength = {};  ///< of the stride: right, left leg
  std::optional<LeftSide> left = {};            ///< as in the source

  /// The person and the form as the leg of a side has them.
  [[nodiscard]] const Body& body_of(Side side) const { return side == Side::left && left ? left->body : body; }
  [[nodiscard]] const Form& form_of(Side side) const { return side == Side::left && left ? left->form : form; }

  [[nodiscard]] const LegRecord& of(Side side) const { return leg[static_cast<std::size_t>(index(side))]; }
  [[nodiscard]] double body_weight_n() const { return body.mass_kg * gravity_m_s2; }
};

/// Samples a stride, each leg and instant once; the left leg of a symmetric source is the right one half a stride later,
/// to the bit. Empty when a leg never presses on the ground with more than 50 N, or never leaves it.
std::optional<StrideRecord> record_stride(const StrideSource& source, const LoadModels& models);

/// One leg of the source at a phase counted from that leg's touch-down.
LegValues sample_leg(const StrideSource& source, const LoadModels& models, const LegRecord& leg, double phase);

}  // namespace stridelab
