#include "page/svg_figure.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <initializer_list>
#include <vector>

#include "core/frames.h"
#include "dynamics/tree.h"
#include "report/markup.h"

namespace stridelab {
namespace {

constexpr double px_per_m = 105.0, width_px = 330.0, height_px = 250.0, ground_px = 228.0;
constexpr double side_centre_px = 115.0, front_centre_px = 268.0;
constexpr double arrow_m_per_bw = 0.30;

/// Where the figure's points are, world frame, metres; 0 right, 1 left.
struct Points {
  Vec3 hips, shoulders, head;
  std::array<Vec3, 2> shoulder, elbow, hand;
};

/// Legs come with the sample; what is above the hips follows from the joint angles. Lengths of arm and head in proportion to
/// height (de Leva 1996).
Points points_of(const FigurePose& pose) {
  const Skeleton skeleton = build_skeleton(pose.body);
  TreeState tree;
  const CoordinateVector still = CoordinateVector::Zero();
  evaluate_on_base(skeleton, pose.sample.q_rad, still, still, Vec3::Zero(), tree);
  const double size = pose.body.height_m / 1.741;
  Points p;
  p.hips = pose.sample.pelvis_m;
  const int arm[2] = {arm_flex_r, arm_flex_l};
  for (std::size_t s = 0; s < 2; ++s) {
    const auto link = static_cast<std::size_t>(arm[s]);
    p.shoulder[s] = p.hips + tree.point[link];
    p.elbow[s] = p.shoulder[s] - 0.28 * size * tree.rotation[link].col(1);
    p.hand[s] = p.elbow[s] + 0.27 * size * tree.rotation[link].col(0);
  }
  p.shoulders = 0.5 * (p.shoulder[0] + p.shoulder[1]);
  p.head = p.shoulders + 0.26 * size * tree.rotation[lumbar_rotation].col(1);
  return p;
}

/// From a point in the world to the picture: from the right X runs to the right, from ahead the runner's right is on the left.
struct Eye {
  bool ahead;
  Vec3 origin_m;
  [[nodiscard]] double x(const Vec3& p) const {
    return ahead ? front_centre_px - px_per_m * (p - origin_m).z() : side_centre_px + px_per_m * (p - origin_m).x();
  }
  [[nodiscard]] double y(const Vec3& p) const { return ground_px - px_per_m * p.y(); }
};

std::string limb(const Eye& eye, std::string_view css, double width_m, std::initializer_list<Vec3> through) {
  std::string path;
  for (const Vec3& p : through) path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", eye.x(p), eye.y(p));
  return fmt::format(R"(<path class="limb {}" stroke-width="{:.1f}" d="{}"/>)", css, px_per_m * width_m, path);
}

std::string leg(const Eye& eye, std::string_view css, const LegSample& l) {
  return limb(eye, css, 0.125, {l.hip_m, l.knee_m}) + limb(eye, css, 0.085, {l.knee_m, l.ankle_m}) +
         limb(eye, css, 0.055, {l.heel_m, l.ankle_m, l.ball_m, l.toe_m});
}

std::string arm(const Eye& eye, std::string_view css, const Points& p, std::size_t s) {
  return limb(eye, css, 0.065, {p.shoulder[s], p.elbow[s], p.hand[s]});
}

std::string arrow(const Eye& eye, const FigurePose& pose) {
  const Vec3 force_bw = pose.sample.leg[0].grf_n / (pose.body.mass_kg * gravity_m_s2);
  const Vec3 from = pose.sample.cop_m, to = from + arrow_m_per_bw * force_bw;
  if (force_bw.y() < 0.05) return {};
  const double x = eye.x(to), y = eye.y(to), length = std::hypot(x - eye.x(from), y - eye.y(from));
  const double dx = (x - eye.x(from)) / length, dy = (y - eye.y(from)) / length;
  return fmt::format(
      R"(<path class="force" d="M{:.1f} {:.1f}L{:.1f} {:.1f}M{:.1f} {:.1f}L{:.1f} {:.1f}L{:.1f} {:.1f}"/>)",
      eye.x(from), eye.y(from), x, y, x - 8.0 * dx - 5.0 * dy, y - 8.0 * dy + 5.0 * dx, x, y, x - 8.0 * dx + 5.0 * dy,
      y - 8.0 * dy - 5.0 * dx);
}

std::string view(const FigurePose& pose, const Points& p, bool ahead) {
  const Eye eye{ahead, p.hips};
  const LegSample &right = pose.sample.leg[0], &left = pose.sample.leg[1];
  std::string out = fmt::format(R"(<line class="ground" x1="{:.0f}" x2="{:.0f}" y1="{:.0f}" y2="{:.0f}"/>)",
                                ahead ? 222.0 : 10.0, ahead ? 314.0 : 212.0, ground_px, ground_px);
  out += arm(eye, "far", p, 1) + leg(eye, "far", left);
  out += limb(eye, "trunk", 0.17, {p.hips + Vec3(0.0, 0.04, 0.0), p.shoulders - Vec3(0.0, 0.06, 0.0)});
  if (ahead) out += limb(eye, "trunk", 0.09, {p.shoulder[0], p.shoulder[1]});
  out += fmt::format(R"(<circle class="trunk head" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>)", eye.x(p.head), eye.y(p.head),
                     px_per_m * 0.105);
  out += leg(eye, pose.css, right) + arm(eye, "trunk", p, 0) + arrow(eye, pose);
  out +=
      fmt::format(R"(<circle class="knee" cx="{:.1f}" cy="{:.1f}" r="6"/>)", eye.x(right.knee_m), eye.y(right.knee_m));
  if (ahead) return out;
  const bool low_slope = std::abs(pose.slope_rad) < 1e-6;
  const std::string turned = low_slope ? ""
                                       : fmt::format(R"x( transform="rotate({:.2f} {:.0f} {:.0f})")x",
                                                     -pose.slope_rad * deg_per_rad, side_centre_px, ground_px);
  return fmt::format("<g{}>{}</g>", turned, out) +
         fmt::format(R"(<text class="said" x="{:.1f}" y="{:.1f}">{:.1f} BW</text>)", 150.0, 24.0,
                     pose.kneecap_force_bw);
}

}  // namespace

std::string svg_figure(const FigurePose& pose) {
  const Points p = points_of(pose);
  return fmt::format(
      R"(<svg class="figure" viewBox="0 0 {:.0f} {:.0f}" role="img" aria-label="{}"><title>{}</title>)"
      R"({}{})"
      R"(<text x="{:.0f}" y="{:.0f}" text-anchor="middle">from the right</text><text x="{:.0f}" y="{:.0f}" text-anchor="middle">from ahead</text></svg>)",
      width_px, height_px, markup_text(pose.title), markup_text(pose.title), view(pose, p, false), view(pose, p, true),
      side_centre_px, height_px - 4.0, front_centre_px, height_px - 4.0);
}

}  // namespace stridelab
