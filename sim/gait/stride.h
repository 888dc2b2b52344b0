#pragma once

#include <array>
#include <memory>
#include <string>

#include "core/frames.h"
#include "gait/form.h"
#include "gait/left_side.h"
#include "runner/body.h"
#include "runner/coordinates.h"

namespace stridelab {

/// One leg at one instant; world frame (X forward, Y normal to the surface, Z right), belt frame for positions.
struct LegSample {
  Vec3 hip_m, knee_m, ankle_m, mtp_m;  ///< joint centres
  Vec3 heel_m, ball_m, toe_m;          ///< sole points
  Mat3 femur, tibia, foot;             ///< columns: segment axes x forward, y proximal, z right, in the world frame
  double foot_pitch_rad;               ///< sole to surface, toe up positive
  Vec3 grf_n;                          ///< force of the ground on this foot, zero in swing
  double ground_power_w;  ///< of the ground on this foot: force x velocity, over the ground, of what it acts on
  Vec3 knee_moment_nm;    ///< internal moment acting on the tibia at the knee centre, world frame
  Vec3 hip_moment_nm;     ///< internal moment acting on the femur at the hip centre, world frame
  Vec3 knee_force_n;      ///< intersegmental force acting on the tibia at the knee centre, world frame
};

/// The whole runner at one phase of the stride.
struct StrideSample {
  double phase;  ///< 0 .. 1, 0 = right foot contact
  CoordinateVector q_rad, qd_rad_s, qdd_rad_s2;
  Vec3 pelvis_m, pelvis_velocity_m_s;                   ///< mid-hip point
  Vec3 com_m, com_velocity_m_s, com_acceleration_m_s2;  ///< belt frame: mean forward velocity is the running speed
  Vec3 cop_m;                                           ///< centre of pressure of the foot in contact, zero in flight
  double free_moment_nm;                                ///< about the surface normal
  CoordinateVector generalised_force_nm;      ///< internal moment doing work on each coordinate, sign of the coordinate
  Vec3 residual_force_n, residual_moment_nm;  ///< what nobody supplies: force, and moment about the centre of mass
  double residual_power_w;                    ///< of both on the runner
  std::array<LegSample, 2> leg;               ///< 0 right, 1 left
  std::array<StrengthLimits, 2> strength;     ///< of the stride this is a sample of: right, left leg
};

/// How well a solution holds; the acceptance test reads it.
struct StrideQuality {
  int iterations = 0;
  double cost = 0.0;
  double residual_moment_peak_bw_height = 0.0;  ///< in flight, about the centre of mass / (BW height)
  double cop_excursion_bw_height = 0.0;  ///< moment by which the centre of pressure leaves the sole / (BW height)
  double slip_peak_m_s = 0.0;            ///< of the contact point
  double vertical_force_min_bw = 0.0;    ///< in stance
};

struct StrideSolution;  // coefficients and model, private to gait/

/// One periodic stride: an immutable value that can be evaluated at any phase. Left-right symmetric unless left() says how
/// the left side differs.
class Stride {
 public:
  explicit Stride(std::shared_ptr<const StrideSolution> solution);

  /// Everything at one phase (any real number; wrapped into 0 .. 1). Pure; no allocation.
  [[nodiscard]] StrideSample at(double phase) const;

  [[nodiscard]] const Body& body() const;  ///< of the right side, where they differ
  [[nodiscard]] const Form& form() const;
  [[nodiscard]] const std::optional<LeftSide>& left() const;  ///< empty for a symmetric stride
  [[nodiscard]] double period_s() const;                      ///< of one stride, two steps
  /// Stance, first to last trace of force, / period; side 0 right, 1 left.
  [[nodiscard]] double duty_factor(int side = 0) const;
  [[nodiscard]] const StrengthLimits& strength(int side = 0) const;
  [[nodiscard]] const StrideQuality& quality() const;
  [[nodiscard]] const StrideSolution& solution() const { return *solution_; }
  [[nodiscard]] std::shared_ptr<const StrideSolution> share() const { return solution_; }

 private:
  std::shared_ptr<const StrideSolution> solution_;
};

}  // namespace stridelab
