#include "runner/skeleton.h"

#include <cmath>
#include <stdexcept>

#include "runner/anthropometry.h"

namespace stridelab {
namespace {

/// A rigid piece of a segment: mass, centre of mass and inertia about it, in the segment frame.
struct Piece {
  double mass_kg;
  Vec3 com_m;
  Mat3 inertia_kg_m2;
};

Mat3 point_mass_inertia(double mass_kg, const Vec3& r) {
  return mass_kg * (r.squaredNorm() * Mat3::Identity() - r * r.transpose());
}

/// Longitudinal axis along y; proximal end at `proximal`, distal end at proximal + direction * length.
Piece limb(const SegmentFigures& f, double length_m, double body_mass_kg, const Vec3& proximal, const Vec3& direction) {
  const double mass = f.mass_fraction * body_mass_kg;
  const Vec3 gyration = f.radius_fraction * length_m;
  Mat3 inertia = (mass * gyration.cwiseProduct(gyration)).asDiagonal();
  return {mass, proximal + f.com_fraction * length_m * direction, inertia};
}

/// The piece turned about the segment's origin.
Piece turned(const Piece& p, const Mat3& rotation) {
  return {p.mass_kg, rotation * p.com_m, rotation * p.inertia_kg_m2 * rotation.transpose()};
}

Piece merge(const std::initializer_list<Piece>& pieces) {
  Piece sum{0.0, Vec3::Zero(), Mat3::Zero()};
  for (const Piece& p : pieces) {
    sum.mass_kg += p.mass_kg;
    sum.com_m += p.mass_kg * p.com_m;
  }
  sum.com_m /= sum.mass_kg;
  for (const Piece& p : pieces)
    sum.inertia_kg_m2 += p.inertia_kg_m2 + point_mass_inertia(p.mass_kg, p.com_m - sum.com_m);
  return sum;
}

void put(Link& link, const Piece& piece) {
  link.mass_kg = piece.mass_kg;
  link.com_m = piece.com_m;
  link.inertia_kg_m2 = piece.inertia_kg_m2;
}

Link massless(int parent, const Vec3& axis, const Vec3& offset) {
  return {parent, axis, offset, 0.0, Vec3::Zero(), Mat3::Zero()};
}

/// Arm hanging along -y with the forearm carried forward at a right angle, about the shoulder.
Piece arm(const Anthropometry& a, double mass_kg, double scale) {
  const double upper = a.upper_arm.length_m * scale;
  const double fore = a.forearm.length_m * scale;
  const double hand = a.hand.length_m * scale;
  const Vec3 elbow(0.0, -upper, 0.0);
  auto forward = [](Piece p) {  // the longitudinal axis is x now: swap the x and y moments
    std::swap(p.inertia_kg_m2(0, 0), p.inertia_kg_m2(1, 1));
    return p;
  };
  return merge({limb(a.upper_arm, upper, mass_kg, Vec3::Zero(), -Vec3::UnitY()),
                forward(limb(a.forearm, fore, mass_kg, elbow, Vec3::UnitX())),
                forward(limb(a.hand, hand, mass_kg, elbow + fore * Vec3::UnitX(), Vec3::UnitX()))});
}

/// Head, upper and middle trunk about the lumbar joint; heights are measured from the mid-hip point.
Piece torso(const Anthropometry& a, double mass_kg, double scale, const Vec3& lumbar) {
  const double lower_top = a.lower_trunk.length_m * scale;
  const double mid_top = lower_top + a.mid_trunk.length_m * scale;
  const double upper_top = mid_top + a.upper_trunk.length_m * scale;
  const double vertex = a.vertex_above_hip_m * scale;
  const double behind_hip_m = a.trunk_behind_hip_m * scale * a.reference_height_m / a.joints_reference_height_m;
  const double forward = -lumbar.x() - behind_hip_m;
  const Vec3 up = Vec3::UnitY();
  auto below = [&](double height) { return Vec3(forward, height - lumbar.y(), 0.0); };
  return merge({limb(a.mid_trunk, a.mid_trunk.length_m * scale, mass_kg, below(mid_top), -up),
                limb(a.upper_trunk, a.upper_trunk.length_m * scale, mass_kg, below(upper_top), -up),
                limb(a.head, a.head.length_m * scale, mass_kg, below(vertex), -up)});
}

/// Thigh and shank of one leg: where the legs differ in length, both of its long bones do alike.
struct LegLengths {
  double thigh_m, shank_m;
};

LegLengths lengths_of(const Skeleton& s, const Body& body) {
  if (body.leg_length_change_m == 0.0) return {s.thigh_m, s.shank_m};
  const double scale = 1.0 + body.leg_length_change_m / (s.thigh_m + s.shank_m);
  return {scale * s.thigh_m, scale * s.shank_m};
}

/// `body` has what is this leg's own: its length, alignment of the knee and shoe.
void add_leg(Skeleton& s, const Body& body, const Anthropometry& a, double mass_kg, int first, double side) {
  const auto [thigh_m, shank_m] = lengths_of(s, body);
  const double scale = s.body.height_m / a.reference_height_m;
  const double joint_scale = s.body.height_m / a.joints_reference_height_m;
  const Vec3 down = -Vec3::UnitY();
  // Thought experiment: standing, right leg, valgus: the foot is outward (+z) of the thigh's line.
  const double valgus = body.knee_alignment_rad;
  const Mat3 shank_tilt = Eigen::AngleAxisd(-side * valgus, Vec3::UnitX()).toRotationMatrix();
  Link* link = &s.link[static_cast<std::size_t>(first)];
  const double width = s.body.sex == Sex::female ? a.womens_hip_width : 1.0;
  const Vec3 hip(0.0, 0.0, side * width * a.hip_half_width_m * joint_scale);
  link[0] = massless(pelvis_rotation, Vec3::UnitZ(), hip);
  link[1] = massless(first, side * Vec3::UnitX(), Vec3::Zero());
  link[2] = massless(first + 1, side * Vec3::UnitY(), Vec3::Zero());
  put(link[2], limb(a.thigh, thigh_m, mass_kg, Vec3::Zero(), down));
  link[3] = massless(first + 2, -Vec3::UnitZ(), thigh_m * down);
  put(link[3], turned(limb(a.shank, shank_m, mass_kg, Vec3::Zero(), down), shank_tilt));
  link[4] = massless(first + 3, Vec3::UnitZ(), shank_m * (shank_tilt * down));
  const Vec3 subtalar(side * a.subtalar_axis.x(), side * a.subtalar_axis.y(), a.subtalar_axis.z());
  link[5] = massless(first + 4, subtalar.normalized(), Vec3::Zero());

  // Foot: the longitudinal axis runs from heel to toe along x; radii y (longitudinal) and x trade places.
  const double foot_mass = a.foot_segment.mass_fraction * mass_kg + body.shoe_mass_change_kg;
  const double length = a.foot_segment.length_m * scale;
  const Vec3 gyration =
      Vec3(a.foot_segment.radius_fraction.x(), a.foot_segment.radius_fraction.y(), a.foot_segment.radius_fraction.z()) *
      length;
  const Mat3 whole = (foot_mass * gyration.cwiseProduct(gyration)).asDiagonal();
  const Vec3 whole_com(s.foot.heel_m.x() + a.foot_segment.com_fraction * length, 0.5 * s.foot.heel_m.y(), 0.0);
  const double toes = a.toe_mass_fraction * foot_mass;
  const Vec3 toe_com = s.foot.mtp_m + 0.4 * s.foot.toe_m;
  const double rest = foot_mass - toes;
  const Vec3 rest_com = (foot_mass * whole_com - toes * toe_com) / rest;
  const Mat3 rest_inertia =
      whole - point_mass_inertia(toes, toe_com - whole_com) - point_mass_inertia(rest, rest_com - whole_com);
  put(link[5], {rest, rest_com, 0.98 * rest_inertia});
  link[6] = massless(first + 5, Vec3::UnitZ(), s.foot.mtp_m);
  put(link[6], {toes, 0.4 * s.foot.toe_m, 0.02 * rest_inertia});
  link[7] =
      massless(lumbar_rotation, Vec3::UnitZ(),
               Vec3(a.shoulder_from_lumbar_m.x(), a.shoulder_from_lumbar_m.y(), side * a.shoulder_from_lumbar_m.z()) *
                   joint_scale);
  put(link[7], arm(a, mass_kg, scale));
}

FootGeometry foot_geometry(const Anthropometry& a, double height_m) {
  const double scale = height_m / a.foot_reference_height_m;
  const double sole = -a.sole_below_ankle_m * scale;
  const double mtp_height = a.mtp_above_sole_m * scale;
  FootGeometry foot;
  foot.heel_m = Vec3(a.heel_m * scale, sole, 0.0);
  foot.ball_m = Vec3(a.ball_m * scale, sole, 0.0);
  foot.mtp_m = Vec3(a.ball_m * scale, sole + mtp_height, 0.0);
  foot.toe_m = Vec3((a.toe_m - a.ball_m) * scale, -mtp_height, 0.0);
  foot.half_width_m = a.foot_half_width_m * scale;
  return foot;
}

}  // namespace

Skeleton build_skeleton(const Body& body) { return build_skeleton(body, body); }

Skeleton build_skeleton(const Body& body, const Body& left) {
  const Anthropometry& a = anthropometry(body.sex);
  const double scale = body.height_m / a.reference_height_m;
  const double joint_scale = body.height_m / a.joints_reference_height_m;
  // The table's fractions do not sum to exactly one: the masses are renormalised to the body mass.
  // What the shoes weigh more than usual ones is carried by the feet, inside the same body mass.
  const double segment_mass =
      (body.mass_kg - (body.shoe_mass_change_kg + left.shoe_mass_change_kg)) / a.mass_fraction_sum();
  Skeleton s;
  s.body = body;
  s.thigh_m = a.thigh.length_m * scale;
  s.shank_m = a.shank.length_m * scale;
  s.foot = foot_geometry(a, body.height_m);
  s.leg_length_m = s.thigh_m + s.shank_m - s.foot.heel_m.y();
  const Vec3 lumbar = a.lumbar_m * joint_scale;

  s.link[pelvis_tilt] = massless(-1, Vec3::UnitZ(), Vec3::Zero());
  s.link[pelvis_list] = massless(pelvis_tilt, Vec3::UnitX(), Vec3::Zero());
  s.link[pelvis_rotation] = massless(pelvis_list, Vec3::UnitY(), Vec3::Zero());
  const double lower = a.lower_trunk.length_m * scale;
  put(s.link[pelvis_rotation], limb(a.lower_trunk, lower, segment_mass, Vec3(0.0, lower, 0.0), -Vec3::UnitY()));
  s.link[lumbar_extension] = massless(pelvis_rotation, Vec3::UnitZ(), lumbar);
  s.link[lumbar_bending] = massless(lumbar_extension, Vec3::UnitX(), Vec3::Zero());
  s.link[lumbar_rotation] = massless(lumbar_bending, Vec3::UnitY(), Vec3::Zero());
  put(s.link[lumbar_rotation], torso(a, segment_mass, scale, lumbar));
  add_leg(s, body, a, segment_mass, hip_flexion_r, 1.0);
  add_leg(s, left, a, segment_mass, hip_flexion_l, -1.0);
  s.mass_kg = 0.0;
  for (const Link& link : s.link) s.mass_kg += link.mass_kg;
  return s;
}

}  // namespace stridelab
