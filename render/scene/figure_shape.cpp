#include "render/scene/figure_shape.h"

#include <cmath>

#include "render/scene/rest_points.h"

namespace stridelab::view {
namespace {

/// Columns: forward, down, outward, turned outward about X by an angle.
glm::mat3 hanging(float angle) {
  const float c = std::cos(angle), s = std::sin(angle);
  return {{1.0F, 0.0F, 0.0F}, {0.0F, -c, s}, {0.0F, s, c}};
}

/// Stations given in metres for the reference body: lengths grow with its scale, thickness also with a power of the girth.
/// From `slim_from` on, at neck, wrists and ankles, people of different weight differ less.
std::vector<Station> sized(std::vector<Station> stations, const FigureSize& size, float power, float slim_from) {
  for (Station& s : stations) {
    const float thickness = size.scale * std::pow(size.girth, s.along >= slim_from ? 0.6F : power);
    s.along *= size.scale;
    s.centre_u *= size.scale;
    s.centre_w *= size.scale;
    s.plus_u *= thickness;
    s.minus_u *= thickness;
    s.half_w *= thickness;
  }
  return stations;
}

Shape placed(Shape shape, const glm::vec3& origin, const glm::mat3& axes) {
  shape.origin = origin;
  shape.axes = axes;
  return shape;
}

/// A bulge on the trunk: placed on the reference body, further from the trunk's axis with girth.
void add_bulge(Implicit& body, const FigureSize& size, glm::vec3 centre, const glm::vec3& radii, float blend) {
  const float axis_x = -0.02F;
  centre.x = axis_x + size.girth * (centre.x - axis_x);
  centre.z *= size.girth;
  body.add(ellipsoid(Part::trunk, size.scale * centre, size.scale * size.girth * radii, blend));
}

/// Measured from the mid-hip point upwards; contours judged from photographs of runners.
void add_trunk(Implicit& body, const FigureSize& size) {
  const bool f = size.female;
  const float hips = f ? 1.05F : 1.0F, waist = f ? 0.90F : 1.0F, chest = f ? 0.90F : 1.0F;
  const std::vector<Station> stations = {
      {-0.035F, -0.005F, 0.0F, 0.085F, 0.085F, 0.130F * hips}, {0.00F, -0.010F, 0.0F, 0.095F, 0.095F, 0.152F * hips},
      {0.08F, -0.022F, 0.0F, 0.105F, 0.095F, 0.150F * hips},   {0.17F, -0.030F, 0.0F, 0.108F, 0.088F, 0.136F * waist},
      {0.25F, -0.034F, 0.0F, 0.112F, 0.092F, 0.138F * waist},  {0.34F, -0.036F, 0.0F, 0.122F, 0.102F, 0.150F * chest},
      {0.43F, -0.038F, 0.0F, 0.122F, 0.108F, 0.158F * chest},  {0.50F, -0.042F, 0.0F, 0.108F, 0.096F, 0.146F * chest},
      {0.545F, -0.044F, 0.0F, 0.082F, 0.074F, 0.105F * chest}};
  body.add(tube(Part::trunk, sized(stations, size, 1.2F, 0.48F), 0.03F));
  const float seat = f ? 1.06F : 1.0F;
  add_bulge(body, size, {-0.062F, -0.005F, 0.066F}, seat * glm::vec3(0.074F, 0.088F, 0.074F), 0.035F);
  if (f)
    add_bulge(body, size, {0.058F, 0.385F, 0.070F}, {0.048F, 0.055F, 0.056F}, 0.03F);
  else
    add_bulge(body, size, {0.038F, 0.440F, 0.072F}, {0.036F, 0.062F, 0.078F}, 0.04F);
}

/// From the neck to the tip of the shoulder.
void add_shoulder(Implicit& body, const FigureSize& size) {
  const float k = size.scale;
  const glm::vec3 neck = k * glm::vec3(-0.042F, 0.565F, 0.030F),
                  tip = size.shoulder + k * glm::vec3(-0.004F, 0.016F, -0.03F);
  const glm::vec3 along = glm::normalize(tip - neck), side = glm::normalize(glm::cross({1.0F, 0.0F, 0.0F}, along));
  body.add(placed(tube(Part::trunk,
                       {{0.0F, 0.0F, 0.0F, k * 0.052F, k * 0.055F, k * 0.040F},
                        {glm::distance(neck, tip), 0.0F, 0.0F, k * 0.044F, k * 0.046F, k * 0.032F}},
                       0.05F),
                  neck, {{1.0F, 0.0F, 0.0F}, along, side}));
}

void add_head(Implicit& body, const FigureSize& size) {
  const float k = size.scale, n = size.female ? 0.86F : 1.0F;
  const auto at = [&](float x, float below_vertex, float z) {
    return glm::vec3(k * x, size.vertex_y - k * below_vertex, k * z);
  };
  const glm::vec3 base = at(-0.040F, 0.300F, 0.0F), top = at(-0.012F, 0.150F, 0.0F);
  const glm::vec3 along = glm::normalize(top - base);
  body.add(placed(tube(Part::trunk,
                       {{0.0F, 0.0F, 0.0F, k * n * 0.060F, k * n * 0.062F, k * n * 0.066F},
                        {k * 0.06F, 0.0F, 0.0F, k * n * 0.056F, k * n * 0.058F, k * n * 0.057F},
                        {glm::distance(base, top), 0.0F, 0.0F, k * n * 0.056F, k * n * 0.060F, k * n * 0.056F}},
                       0.03F),
                  base, {glm::cross(along, {0.0F, 0.0F, 1.0F}), along, {0.0F, 0.0F, 1.0F}}));
  body.add(ellipsoid(Part::head, at(-0.008F, 0.096F, 0.0F), k * glm::vec3(0.100F, 0.096F, 0.077F), 0.02F));
  body.add(ellipsoid(Part::head, at(0.030F, 0.145F, 0.0F), k * glm::vec3(0.062F, 0.078F, 0.060F), 0.03F));      // face
  body.add(ellipsoid(Part::head, at(0.062F, 0.200F, 0.0F), k * glm::vec3(0.026F, 0.024F, 0.030F), 0.03F));      // chin
  body.add(ellipsoid(Part::head, at(0.088F, 0.098F, 0.022F), k * glm::vec3(0.012F, 0.009F, 0.024F), 0.02F));    // brow
  body.add(ellipsoid(Part::head, at(0.100F, 0.140F, 0.0F), k * glm::vec3(0.017F, 0.026F, 0.012F), 0.018F));     // nose
  body.add(ellipsoid(Part::head, at(0.084F, 0.174F, 0.0F), k * glm::vec3(0.014F, 0.010F, 0.024F), 0.015F));     // mouth
  body.add(ellipsoid(Part::head, at(-0.006F, 0.125F, 0.077F), k * glm::vec3(0.017F, 0.030F, 0.010F), 0.008F));  // ear
  if (size.female) {
    body.add(ellipsoid(Part::head, at(-0.118F, 0.075F, 0.0F), k * glm::vec3(0.034F, 0.034F, 0.034F), 0.02F));
    body.add(ellipsoid(Part::head, at(-0.140F, 0.145F, 0.0F), k * glm::vec3(0.024F, 0.075F, 0.026F), 0.02F));
  } else {
    body.add(ellipsoid(Part::head, at(-0.018F, 0.085F, 0.0F), k * glm::vec3(0.101F, 0.092F, 0.081F), 0.02F));
  }
}

void add_arm(Implicit& body, const FigureSize& size) {
  const LimbFrame arm = spread_arm(size), fore = forearm_of(spread_arm(size), size);
  const float f = size.female ? 0.88F : 1.0F, elbow = size.upper_arm / size.scale, wrist = size.forearm / size.scale;
  std::vector<Station> upper = {{0.012F, 0.0F, -0.004F, 0.050F, 0.052F, 0.046F},
                                {0.06F, 0.0F, 0.0F, 0.053F, 0.054F, 0.046F},
                                {0.15F, 0.004F, 0.0F, 0.048F, 0.048F, 0.041F},
                                {0.22F, 0.002F, 0.0F, 0.041F, 0.042F, 0.038F},
                                {elbow, 0.0F, 0.0F, 0.037F, 0.037F, 0.037F}};
  std::vector<Station> lower = {{0.0F, 0.0F, 0.0F, 0.037F, 0.037F, 0.036F},
                                {0.06F, 0.0F, 0.003F, 0.042F, 0.043F, 0.041F},
                                {0.14F, 0.0F, 0.002F, 0.036F, 0.037F, 0.034F},
                                {0.22F, 0.0F, 0.0F, 0.028F, 0.028F, 0.024F},
                                {wrist, 0.0F, 0.0F, 0.028F, 0.028F, 0.021F}};
  for (auto* stations : {&upper, &lower})
    for (Station& s : *stations) s.plus_u *= f, s.minus_u *= f, s.half_w *= f;
  body.add(placed(tube(Part::arm, sized(upper, size, 1.0F, 0.25F), 0.035F), arm.origin, arm.axes));
  body.add(placed(tube(Part::forearm, sized(lower, size, 1.0F, 0.20F), 0.02F), fore.origin, fore.axes));
}

/// A loosely closed hand, thumb up.
void add_hand(Implicit& body, const FigureSize& size) {
  const LimbFrame fore = forearm_of(spread_arm(size), size);
  const float k = size.scale * (size.female ? 0.9F : 1.0F);
  const auto part = [&](float beyond_wrist, float up, float out, const glm::vec3& radii) {
    const glm::vec3 at = k * glm::vec3(up, beyond_wrist, out) + glm::vec3(0.0F, size.forearm, 0.0F);
    Shape shape = ellipsoid(Part::forearm, fore.origin + fore.axes * at, k * radii, 0.02F);
    shape.axes = fore.axes;
    body.add(shape);
  };
  part(0.045F, -0.002F, 0.002F, {0.040F, 0.052F, 0.022F});
  part(0.078F, -0.006F, -0.016F, {0.036F, 0.026F, 0.024F});
  part(0.058F, 0.036F, -0.012F, {0.014F, 0.036F, 0.014F});
}

/// Thigh and shank as one limb.
void add_leg(Implicit& body, const FigureSize& size) {
  const LimbFrame leg = spread_leg(size);
  const float k = size.scale, f = size.female ? 1.04F : 1.0F, knee = size.thigh / k,
              ankle = (size.thigh + size.shank) / k;
  const float t = knee / 0.4222F;  // bulges stay in place on shorter and longer thighs
  std::vector<Station> stations = {{0.02F, 0.000F, 0.004F, 0.092F * f, 0.088F * f, 0.086F * f},
                                   {0.09F * t, 0.006F, 0.006F, 0.092F * f, 0.088F * f, 0.083F * f},
                                   {0.20F * t, 0.006F, 0.006F, 0.084F * f, 0.080F * f, 0.076F * f},
                                   {0.30F * t, 0.004F, 0.002F, 0.071F * f, 0.067F * f, 0.065F * f},
                                   {knee - 0.055F, 0.0F, 0.0F, 0.060F, 0.058F, 0.057F},
                                   {knee, 0.0F, 0.0F, 0.057F, 0.053F, 0.054F},
                                   {knee + 0.055F, -0.002F, 0.0F, 0.050F, 0.056F, 0.053F},
                                   {knee + 0.125F, -0.008F, 0.001F, 0.044F, 0.068F, 0.060F},
                                   {knee + 0.20F, -0.006F, 0.001F, 0.041F, 0.055F, 0.050F},
                                   {knee + 0.30F, -0.006F, 0.0F, 0.033F, 0.036F, 0.037F},
                                   {ankle - 0.055F, -0.008F, 0.0F, 0.031F, 0.033F, 0.031F},
                                   {ankle, -0.008F, 0.0F, 0.034F, 0.034F, 0.035F}};
  stations = sized(stations, size, 1.0F, knee + 0.25F);
  const float tilt = (size.ankle.z - size.knee.z) / size.shank;  // of a knock knee or bow leg
  for (Station& s : stations) s.centre_w += tilt * std::max(0.0F, s.along - size.thigh);
  body.add(placed(tube(Part::leg, stations, 0.045F), leg.origin, leg.axes));
}

void add_kneecap(Implicit& body, const FigureSize& size) {
  const LimbFrame leg = spread_leg(size);
  const glm::vec3 at(size.scale * size.girth * 0.046F, size.thigh, 0.0F);
  Shape shape =
      ellipsoid(Part::leg, leg.origin + leg.axes * at, size.scale * glm::vec3(0.013F, 0.026F, 0.023F), 0.025F);
  shape.axes = leg.axes;
  body.add(shape);
}

/// Loose legs of the shorts, which stand off the thigh.
void add_shorts(Implicit& body, const FigureSize& size) {
  const LimbFrame leg = spread_leg(size);
  const float f = size.female ? 1.04F : 1.0F, end = clothes(size).shorts_end / size.scale;
  const std::vector<Station> stations = {{end - 0.15F, 0.003F, 0.004F, 0.095F * f, 0.091F * f, 0.087F * f},
                                         {end - 0.03F, 0.006F, 0.006F, 0.098F * f, 0.095F * f, 0.090F * f}};
  body.add(placed(tube(Part::leg, sized(stations, size, 1.0F, 1.0F), 0.015F), leg.origin, leg.axes));
}

/// A shoe: upper and sole, tubes from heel to toe with their underside cut flat.
void add_shoe(Implicit& body, const FigureSize& size) {
  const LimbFrame leg = spread_leg(size);
  const float k = size.foot_half_width / 0.035F;
  const glm::vec3 ankle(0.0F, size.thigh + size.shank, size.ankle.z - size.hip.z);
  const float depth = size.ankle.y - size.sole_y;  // of the sole below the ankle
  const glm::mat3 axes{-leg.axes[1], leg.axes[0], leg.axes[2]};
  const glm::vec3 origin = leg.origin + leg.axes * (ankle + glm::vec3(0.0F, depth, 0.0F));
  const float heel = size.heel_x - k * 0.018F, toe = size.toe_x + k * 0.016F, ball = size.toe_joint.x;
  const auto cut = [&](Shape shape) {
    shape = placed(std::move(shape), origin, axes);
    shape.up = axes[0];
    shape.floor_m = glm::dot(origin, shape.up);
    body.add(shape);
  };
  cut(tube(Part::foot,
           {{heel + k * 0.030F, k * 0.035F, 0.0F, k * 0.046F, k * 0.040F, k * 0.033F},
            {k * 0.005F, k * 0.040F, 0.0F, k * 0.050F, k * 0.045F, k * 0.037F},
            {k * 0.060F, k * 0.034F, k * 0.002F, k * 0.046F, k * 0.040F, k * 0.038F},
            {ball, k * 0.026F, k * 0.004F, k * 0.034F, k * 0.034F, k * 0.046F},
            {toe - k * 0.030F, k * 0.022F, 0.0F, k * 0.027F, k * 0.030F, k * 0.038F}},
           0.02F));
  cut(tube(Part::foot,
           {{heel + k * 0.034F, k * 0.008F, 0.0F, k * 0.020F, k * 0.030F, k * 0.041F},
            {k * 0.050F, k * 0.006F, k * 0.003F, k * 0.018F, k * 0.030F, k * 0.039F},
            {ball, k * 0.005F, k * 0.004F, k * 0.017F, k * 0.030F, k * 0.051F},
            {toe - k * 0.036F, k * 0.006F, 0.0F, k * 0.016F, k * 0.030F, k * 0.043F}},
           0.006F));
}

}  // namespace

FigureSize figure_size(const Skeleton& skeleton) {
  const Body& body = skeleton.body;
  const Anthropometry& a = anthropometry(body.sex);
  FigureSize size{};
  size.scale = static_cast<float>(body.height_m / a.reference_height_m);
  size.female = body.sex == Sex::female;
  // Of the same table; the other 5 % are what the contours below lack in volume.
  const double reference_mass = (size.female ? 61.9 : 73.0) / 1.05;
  size.girth = static_cast<float>(std::sqrt(body.mass_kg / body.height_m * a.reference_height_m / reference_mass) /
                                  double(size.scale));
  size.hip = rest_joint(skeleton, Bone::thigh_r);
  size.knee = rest_joint(skeleton, Bone::shank_r);
  size.ankle = rest_joint(skeleton, Bone::foot_r);
  size.toe_joint = rest_joint(skeleton, Bone::toes_r);
  size.shoulder = rest_joint(skeleton, Bone::upper_arm_r);
  size.lumbar = rest_joint(skeleton, Bone::torso);
  size.sole_y = size.ankle.y + static_cast<float>(skeleton.foot.heel_m.y());
  size.vertex_y = static_cast<float>(a.vertex_above_hip_m) * size.scale;
  size.thigh = static_cast<float>(skeleton.thigh_m);
  size.shank = size.knee.y - size.ankle.y;
  size.upper_arm = static_cast<float>(a.upper_arm.length_m) * size.scale;
  size.forearm = static_cast<float>(a.forearm.length_m) * size.scale;
  size.hand = static_cast<float>(a.hand.length_m) * size.scale;
  size.heel_x = static_cast<float>(skeleton.foot.heel_m.x());
  size.toe_x = static_cast<float>(skeleton.foot.mtp_m.x() + skeleton.foot.toe_m.x());
  size.foot_half_width = static_cast<float>(skeleton.foot.half_width_m);
  return size;
}

LimbFrame spread_leg(const FigureSize& size) { return {size.hip, hanging(spread_leg_rad)}; }
LimbFrame spread_arm(const FigureSize& size) { return {size.shoulder, hanging(spread_arm_rad)}; }
LimbFrame forearm_of(const LimbFrame& arm, const FigureSize& size) {
  const float c = std::cos(hand_inward_rad), s = std::sin(hand_inward_rad);
  return {arm.origin + size.upper_arm * arm.axes[1],
          {-arm.axes[1], arm.axes * glm::vec3(c, 0.0F, -s), arm.axes * glm::vec3(s, 0.0F, c)}};
}

Clothes clothes(const FigureSize& size) {
  const float k = size.scale;
  return {0.19F * k, 0.15F * k, 0.065F * k, size.vertex_y - 0.285F * k, 0.085F * k, 0.026F * k};
}

Implicit figure_shape(const FigureSize& size) {
  Implicit body;
  add_trunk(body, size);
  add_shoulder(body, size);
  add_head(body, size);
  add_arm(body, size);
  add_hand(body, size);
  add_leg(body, size);
  add_kneecap(body, size);
  add_shorts(body, size);
  add_shoe(body, size);
  return body;
}

}  // namespace stridelab::view
