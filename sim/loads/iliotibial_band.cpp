#include "loads/iliotibial_band.h"

#include <Eigen/Geometry>
#include <array>

namespace stridelab {
namespace {

/// A point of the band in the pelvis frame of the right leg, and its velocity.
struct Moving {
  Vec3 at_m, velocity_m_s;
};

struct Band {
  double length_m = 0.0, rate_m_s = 0.0;
};

Mat3 turned(double angle_rad, const Vec3& axis) { return Eigen::AngleAxisd(angle_rad, axis).toRotationMatrix(); }

/// Hip rotations are body-fixed in the order flexion (z), adduction (x), rotation (y); the knee bends about -z.
std::array<Moving, 4> points(const IliotibialModel& m, const BandAngles& q, const BandAngles& rate) {
  const Mat3 flexed = turned(q.hip_flexion, Vec3::UnitZ());
  const Mat3 adducted = flexed * turned(q.hip_adduction, Vec3::UnitX());
  const Mat3 femur = adducted * turned(q.hip_rotation, Vec3::UnitY());
  const Vec3 spin =
      rate.hip_flexion * Vec3::UnitZ() + rate.hip_adduction * flexed.col(0) + rate.hip_rotation * adducted.col(1);
  const Mat3 tibia = femur * turned(-q.knee_flexion, Vec3::UnitZ());
  const Vec3 tibia_spin = spin - rate.knee_flexion * femur.col(2);
  const auto of_femur = [&](const Vec3& p) { return Moving{femur * p, spin.cross(femur * p)}; };
  const Moving knee = of_femur(m.knee_m);
  const Vec3 gerdy = tibia * m.gerdy_m;
  return {Moving{m.crest_m, Vec3::Zero()}, of_femur(m.trochanter_m), of_femur(m.epicondyle_m),
          Moving{knee.at_m + gerdy, knee.velocity_m_s + tibia_spin.cross(gerdy)}};
}

Band band(const IliotibialModel& m, const BandAngles& angle_rad, const BandAngles& rate_rad_s) {
  const auto point = points(m, angle_rad, rate_rad_s);
  Band sum;
  for (std::size_t i = 1; i < point.size(); ++i) {
    const Vec3 line = point[i].at_m - point[i - 1].at_m;
    const double length_m = line.norm();
    sum.length_m += length_m;
    sum.rate_m_s += line.dot(point[i].velocity_m_s - point[i - 1].velocity_m_s) / length_m;
  }
  return sum;
}

/// Of the straight leg: nothing is turned.
double standing_length_m(const IliotibialModel& m) {
  const Vec3 gerdy = m.knee_m + m.gerdy_m;
  return (m.trochanter_m - m.crest_m).norm() + (m.epicondyle_m - m.trochanter_m).norm() +
         (gerdy - m.epicondyle_m).norm();
}

}  // namespace

BandStrain iliotibial_strain(const IliotibialModel& model, const BandAngles& angle_rad, const BandAngles& rate_rad_s) {
  const double standing_m = standing_length_m(model);
  const Band now = band(model, angle_rad, rate_rad_s);
  return {now.length_m / standing_m - 1.0, now.rate_m_s / standing_m};
}

}  // namespace stridelab
