#pragma once

#include <array>

#include "forward/reflex_constants.h"
#include "runner/coordinates.h"

namespace stridelab {

/// Torque that the legs have learned to give at each phase of the stride, because feedback had to give it in strides before.
///
/// Only the joints that turn the leg about its length learn, hip rotation and the subtalar joint: what the ground does to the
/// sole differs from the plan there, and weak feedback alone lets the thigh turn in by 4 deg. Both legs share what they learn,
/// so that a runner who turns or leans to one side learns nothing from it. Where balance is off it neither learns nor trusts
/// what it knows.
///
/// A value, part of the state of a run. METHODS (26)
/// source  feedback-error learning: Kawato, Furukawa & Suzuki 1987, Biol Cybern 57:169
class LearnedTorque {
 public:
  static constexpr int bins = 64;  ///< over the stride: 11 ms

  /// What is given at a phase of the plan's clock, Nm, sign of the coordinate. Zero for all other joints.
  [[nodiscard]] CoordinateVector at(double phase) const;

  /// Hears one instant: what feedback gives, Nm. Learns once a stride, half a stride or more after what was heard.
  /// most_nm: what may be learned for each joint. calm: the runner is near his plan, and undisturbed.
  void hear(double phase, const CoordinateVector& feedback_nm, const CoordinateVector& most_nm, bool calm, double dt_s);

  /// Begins anew, as for another form.
  void forget() { *this = LearnedTorque(); }

  /// Calls visit with each number of the state.
  template <class F>
  void each_number(const F& visit) const {
    visit(trust_);
    visit(static_cast<double>(now_));
    for (const Bin& bin : bin_)
      for (std::size_t j = 0; j < joints; ++j) {
        visit(bin.torque_nm[j]);
        for (std::size_t s = 0; s < 2; ++s) {
          visit(bin.heard[s].sum_nm[j]);
          visit(static_cast<double>(bin.heard[s].count));
        }
      }
  }

 private:
  static constexpr std::size_t joints = 2;
  using LegTorque = std::array<double, joints>;
  struct Heard {
    LegTorque sum_nm{};
    int count = 0;
  };
  /// By the phase since planned contact of a leg, its own: heard by the right and the left one.
  struct Bin {
    LegTorque torque_nm{};
    std::array<Heard, 2> heard;
  };
  void enter(int bin, const CoordinateVector& most_nm);
  void learn(int bin, const CoordinateVector& most_nm);

  std::array<Bin, bins> bin_{};
  int now_ = -1;        ///< bin of the right leg that is being heard; -1 = none yet
  double trust_ = 1.0;  ///< share of what was learned that is given
};

}  // namespace stridelab
