#pragma once

#include <optional>

#include "render/scene/camera_presets.h"
#include "render/scene/draw_list.h"

namespace stridelab::view {

/// What the camera is pointed at, at one instant.
///
/// frame  upright: X forward, Y up against gravity, Z right, metres; the runner near the origin
struct CameraSubject {
  float height_m = 1.75F;
  glm::vec3 knee_m{0.0F, 0.5F, 0.1F};  ///< right knee centre
  float slope_rad = 0.0F;              ///< of the ground, uphill towards +X positive
  double travelled_m = 0.0;            ///< of the ground under the runner
  bool belt = false;                   ///< a treadmill: the runner stays, so the camera does too
};
CameraSubject camera_subject(double height_m, const StrideSample& sample, double slope_rad, double travelled_m,
                             bool belt);

/// What a hand did over a picture, pixels of it; the picture follows the hand.
struct CameraHand {
  glm::vec2 orbit_px{0.0F}, pan_px{0.0F};  ///< right and down positive
  float zoom_notches = 0.0F;               ///< positive: nearer
};

/// The camera of the view: goes to presets along the sphere around the runner, and goes where a hand drags it. Its eye is
/// never below the ground nor inside of the space that the limbs sweep, and 0.4 .. 12 m from what it looks at (further
/// only where a narrow picture would cut a limb off).
///
/// Pure values and equal steps: the same calls give the same camera, bit for bit.
class CameraRig {
 public:
  static constexpr float least_m = 0.4F, most_m = 12.0F;
  static constexpr double move_s = 0.4;  ///< from one preset to another

  explicit CameraRig(CameraPreset preset = CameraPreset::side);

  void cut_to(CameraPreset preset);   ///< at once; what a hand did is forgotten
  void move_to(CameraPreset preset);  ///< over move_s, without overshoot; what a hand did is forgotten
  void reset() { move_to(nearest()); }

  /// A hand over a picture of this size, pixels. Half a turn per picture height, a tenth nearer per notch. The hand wins
  /// over a move that is under way. Numbers that are not finite are ignored.
  void drag(const CameraHand& hand, const CameraSubject& subject, float width_px, float height_px);

  /// Goes along with the runner, or stands at the road looking after him, until he is some metres away.
  void follow(bool on) { follow_ = on; }

  void advance(double dt_s);  ///< lets time pass for a move; negative or not a number: none
  [[nodiscard]] bool moving() const { return move_.has_value(); }

  /// The preset the camera shows or, after a hand, stands closest to.
  [[nodiscard]] CameraPreset nearest() const;

  /// aspect  width / height of the picture, > 0
  [[nodiscard]] Camera camera(const CameraSubject& subject, float aspect) const;

 private:
  /// A place and what a hand made of it.
  struct State {
    CameraPlace place;
    glm::vec3 pan{0.0F};    ///< of the point looked at, in body heights
    float zoom_log = 0.0F;  ///< of the distance over the fitting one
  };
  struct Move {
    State from, to;
    double passed_s = 0.0;
  };
  [[nodiscard]] float distance_m(const CameraSubject& subject, float aspect) const;

  State now_;
  std::optional<Move> move_;
  bool follow_ = true;
};

}  // namespace stridelab::view
