#include "render/scene/camera_rig.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "render/scene/camera_limits.h"

namespace stridelab::view {
namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr float steepest_rad = 1.45F, flattest_rad = -1.2F;  // short of straight up or down, where up has no direction
constexpr float pan_most = 0.9F;                             // body heights: the runner cannot be lost
constexpr float nearer_per_notch = 0.9F;

/// Starts and ends at rest, never beyond either end.
float eased(double t) {
  const auto x = static_cast<float>(std::clamp(t, 0.0, 1.0));
  return x * x * (3.0F - 2.0F * x);
}

/// Into -pi .. pi, so that a move takes the shorter way. Front to back is as far both ways: past the right side.
float wrapped(float angle_rad) { return std::remainder(angle_rad, 2.0F * pi); }

float mixed(float from, float to, float share) { return from + (to - from) * share; }

bool finite(const CameraHand& hand) {
  const std::array numbers{hand.orbit_px.x, hand.orbit_px.y, hand.pan_px.x, hand.pan_px.y, hand.zoom_notches};
  return std::all_of(numbers.begin(), numbers.end(), [](float x) { return std::isfinite(x); });
}

glm::vec3 at_body(const CameraSubject& subject) { return {0.0F, subject.height_m * 0.5F, 0.0F}; }

}  // namespace

CameraSubject camera_subject(double height_m, const StrideSample& sample, double slope_rad, double travelled_m,
                             bool belt) {
  const Vec3& knee = sample.leg[0].knee_m;
  const double c = std::cos(slope_rad), s = std::sin(slope_rad);
  return {static_cast<float>(height_m), glm::vec3(c * knee.x() - s * knee.y(), s * knee.x() + c * knee.y(), knee.z()),
          static_cast<float>(slope_rad), travelled_m, belt};
}

CameraRig::CameraRig(CameraPreset preset) { cut_to(preset); }

void CameraRig::cut_to(CameraPreset preset) {
  now_ = {place_of(preset), glm::vec3(0.0F), 0.0F};
  move_.reset();
}

void CameraRig::move_to(CameraPreset preset) { move_ = Move{now_, {place_of(preset), glm::vec3(0.0F), 0.0F}, 0.0}; }

void CameraRig::advance(double dt_s) {
  if (!move_ || !(dt_s > 0.0)) return;
  move_->passed_s += dt_s;
  const float share = eased(move_->passed_s / move_s);
  const State &from = move_->from, &to = move_->to;
  const float turn = wrapped(to.place.yaw_rad - from.place.yaw_rad);
  now_.place.yaw_rad = wrapped(from.place.yaw_rad + turn * share);
  now_.place.pitch_rad = mixed(from.place.pitch_rad, to.place.pitch_rad, share);
  now_.place.radius = std::exp(mixed(std::log(from.place.radius), std::log(to.place.radius), share));
  now_.place.knee = mixed(from.place.knee, to.place.knee, share);
  now_.pan = glm::mix(from.pan, to.pan, share);
  now_.zoom_log = mixed(from.zoom_log, to.zoom_log, share);
  if (move_->passed_s < move_s) return;
  now_ = State(move_->to);
  move_.reset();
}

void CameraRig::drag(const CameraHand& hand, const CameraSubject& subject, float width_px, float height_px) {
  if (hand.orbit_px == glm::vec2(0.0F) && hand.pan_px == glm::vec2(0.0F) && hand.zoom_notches == 0.0F) return;
  if (!finite(hand) || !(width_px > 0.0F) || !(height_px > 0.0F)) return;
  move_.reset();
  const float rad_per_px = pi / height_px;
  CameraPlace& place = now_.place;
  place.yaw_rad = wrapped(place.yaw_rad - hand.orbit_px.x * rad_per_px);
  const float aspect = width_px / height_px;
  const float fitting = fitting_distance(place.radius * subject.height_m, aspect);
  const float wanted = now_.zoom_log + hand.zoom_notches * std::log(nearer_per_notch);
  now_.zoom_log = std::clamp(wanted, std::log(least_m / fitting), std::log(std::max(1.0F, most_m / fitting)));
  const glm::vec3 back = direction_to_eye(place.yaw_rad, place.pitch_rad);
  const glm::vec3 right = glm::normalize(glm::cross(glm::vec3(0.0F, 1.0F, 0.0F), back));
  const glm::vec3 up = glm::cross(back, right);
  const float metres_per_px = 2.0F * std::tan(field_of_view_rad * 0.5F) * distance_m(subject, aspect) / height_px;
  now_.pan += (up * hand.pan_px.y - right * hand.pan_px.x) * (metres_per_px / subject.height_m);
  now_.pan = glm::clamp(now_.pan, glm::vec3(-pan_most), glm::vec3(pan_most));
  const glm::vec3 target = glm::mix(at_body(subject), subject.knee_m, place.knee) + now_.pan * subject.height_m;
  // As low as the ground lets it: a hand that goes on dragging has no way to drag back.
  const float lowest = std::max(flattest_rad, lowest_pitch(target, distance_m(subject, aspect)));
  place.pitch_rad = std::clamp(place.pitch_rad + hand.orbit_px.y * rad_per_px, lowest, steepest_rad);
}

CameraPreset CameraRig::nearest() const {
  const CameraPlace& place = move_ ? move_->to.place : now_.place;
  if (place.knee > 0.5F) return CameraPreset::knee;
  CameraPreset best = CameraPreset::side;
  float least = 2.0F * pi;
  for (const CameraPreset preset : {CameraPreset::side, CameraPreset::front, CameraPreset::back}) {
    const float away = std::abs(wrapped(place.yaw_rad - place_of(preset).yaw_rad));
    if (away < least) {
      least = away;
      best = preset;
    }
  }
  return best;
}

float CameraRig::distance_m(const CameraSubject& subject, float aspect) const {
  return fitting_distance(now_.place.radius * subject.height_m, aspect) * std::exp(now_.zoom_log);
}

Camera CameraRig::camera(const CameraSubject& subject, float aspect) const {
  const CameraPlace& place = now_.place;
  const float distance = distance_m(subject, aspect);
  const glm::vec3 back = direction_to_eye(place.yaw_rad, place.pitch_rad);
  Camera camera;
  camera.field_of_view_rad = field_of_view_rad;
  camera.target_m = glm::mix(at_body(subject), subject.knee_m, place.knee) + now_.pan * subject.height_m;
  const float away = std::max(distance, distance_out_of_body(camera.target_m, back, subject.height_m));
  camera.eye_m = camera.target_m + back * away;
  if (!follow_ && !subject.belt) camera.eye_m.x += roadside_shift(camera.eye_m, subject.travelled_m);
  camera.eye_m.y = std::max(camera.eye_m.y, lowest_eye(camera.eye_m.x, subject.slope_rad));
  return camera;
}

}  // namespace stridelab::view
