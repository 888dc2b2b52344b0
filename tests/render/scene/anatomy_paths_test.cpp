#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "loads/joint_moments.h"
#include "loads/muscles/muscle_geometry.h"
#include "render/scene/anatomy_person.h"
#include "render/scene/rest_points.h"

namespace stridelab::view {
namespace {

constexpr std::array<Bone, n_path_segments> bones{Bone::pelvis, Bone::thigh_r, Bone::shank_r,
                                                  Bone::foot_r, Bone::toes_r,  Bone::thigh_r};

std::string name(const SizedPath& muscle) {
  return person().models->muscles.name[static_cast<std::size_t>(muscle.path.unit)];
}

float distance_to(Bone bone, const glm::vec3& rest) {
  float nearest = 1.0F;
  for (const Vertex& v : person().bones->vertices)
    if (v.bone[0] == static_cast<std::uint8_t>(bone)) nearest = std::min(nearest, glm::distance(v.position, rest));
  return nearest;
}

TEST(MusclePaths, BeginAndEndAtTheirBones) {
  for (const SizedPath& muscle : person().muscles)
    for (const PathPoint* end : {&muscle.path.points.front(), &muscle.path.points.back()}) {
      if (end->on == PathSegment::patella) continue;  // its place is the kneecap's base itself
      // Published points are centres of broad attachments on other people's bones: psoas comes from the spine, which is
      // not its pelvis, and toes of models lie flat.
      const float allowed = name(muscle) == "psoas" ? 0.045F : 0.022F;
      EXPECT_LT(distance_to(bones[static_cast<std::size_t>(end->on)], end->at_m), allowed) << name(muscle);
    }
}

/// Middle and mean radius of a long bone at a height of the rest pose.
struct Section {
  glm::vec2 middle{0.0F};
  float radius = 0.0F;
};
Section section(Bone bone, float y) {
  std::vector<glm::vec2> ring;
  for (const Vertex& v : person().bones->vertices)
    if (v.bone[0] == static_cast<std::uint8_t>(bone) && std::abs(v.position.y - y) < 0.006F)
      if (bone != Bone::shank_r || v.position.z < 0.095F)
        ring.emplace_back(v.position.x, v.position.z);  // not the fibula
  Section s;
  for (const glm::vec2& p : ring) s.middle += p / float(ring.size());
  for (const glm::vec2& p : ring) s.radius += glm::distance(p, s.middle) / float(ring.size());
  return s;
}

/// Sections of the middle half of thigh and shank, every centimetre.
std::vector<std::pair<float, Section>> shaft(Bone bone) {
  const float top = rest_joint(person().skeleton, bone).y,
              end = rest_joint(person().skeleton, bone == Bone::thigh_r ? Bone::shank_r : Bone::foot_r).y;
  std::vector<std::pair<float, Section>> list;
  for (float y = glm::mix(top, end, 0.75F); y < glm::mix(top, end, 0.25F); y += 0.01F)
    list.emplace_back(y, section(bone, y));
  return list;
}

TEST(MusclePaths, StayOutOfTheShaftsWhileRunning) {
  for (const Bone bone : {Bone::thigh_r, Bone::shank_r}) {
    const auto sections = shaft(bone);
    float deepest = 0.0F;
    for (int phase = 0; phase < 20; ++phase) {
      const StrideSample sample = running().at(phase / 20.0);
      const Pose pose = pose_of(person().skeleton, sample);
      const LegPose leg = leg_pose(person(), pose, sample, Side::right);
      const glm::mat4 back = glm::inverse(pose.bone[static_cast<std::size_t>(bone)]);
      for (const SizedPath& muscle : person().muscles) {
        const auto line = muscle_line(muscle, leg);
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
          for (int j = 0; j <= 20; ++j) {
            const glm::vec3 p(back * glm::vec4(glm::mix(line[i], line[i + 1], float(j) / 20.0F), 1.0F));
            for (const auto& [y, s] : sections)
              if (std::abs(y - p.y) < 0.005F)
                deepest = std::max(deepest, s.radius - glm::distance(s.middle, {p.x, p.z}));
          }
      }
    }
    // Points where muscles are fixed lie inside, two thirds of the radius at most: another bone, less bowed, than the one
    // they were measured on. No line goes through the middle.
    EXPECT_LT(deepest, 0.010F) << (bone == Bone::thigh_r ? "femur" : "tibia");
  }
}

/// Length of a drawn muscle in a posture; a knee extensor's goes on to the tubercle (the kneecap between is rigid).
double drawn_length_m(const SizedPath& muscle, const LegAngles& q) {
  StrideSample sample = upright();
  const Coordinate coordinate[n_leg_angles] = {hip_flexion_r, hip_adduction_r, hip_rotation_r,
                                               knee_angle_r,  ankle_angle_r,   subtalar_angle_r};
  for (int k = 0; k < n_leg_angles; ++k) sample.q_rad[coordinate[k]] = q[k];
  const Pose pose = pose_of(person().skeleton, sample);
  const LegPose leg = leg_pose(person(), pose, sample, Side::right);
  double length = double(length_m(muscle_line(muscle, leg)));
  if (muscle.path.points.back().on == PathSegment::patella) length += double(length_m(patellar_tendon_line(leg)));
  return length;
}

struct Agreement {
  double rms_m = 0.0;
  int wrong_signs = 0, compared = 0;
};
/// Moment arms of the drawn lines against those of the muscle model that the loads use, over postures of running.
Agreement agreement(LegAngle about) {
  const MuscleModel& model = person().models->muscles;
  Agreement result;
  double sum = 0.0;
  for (int phase = 0; phase < 10; ++phase) {
    const StrideSample sample = running().at(phase / 10.0);
    LegAngles q;
    q << sample.q_rad[hip_flexion_r], sample.q_rad[hip_adduction_r], sample.q_rad[hip_rotation_r],
        sample.q_rad[knee_angle_r], sample.q_rad[ankle_angle_r], sample.q_rad[subtalar_angle_r];
    const MuscleGeometry geometry = muscle_geometry(model, Body{}, q);
    for (const SizedPath& muscle : person().muscles) {
      LegAngles more = q, less = q;
      more[about] += 0.02, less[about] -= 0.02;
      const double drawn = -(drawn_length_m(muscle, more) - drawn_length_m(muscle, less)) / 0.04;
      const double modelled = geometry.arm_m(muscle.path.unit, about);
      if (drawn == 0.0 && std::abs(modelled) < 1e-4) continue;  // does not cross the joint
      sum += (drawn - modelled) * (drawn - modelled);
      ++result.compared;
      if (std::abs(modelled) > 0.015 && drawn * modelled < 0.0) ++result.wrong_signs;
    }
  }
  result.rms_m = std::sqrt(sum / std::max(result.compared, 1));
  return result;
}

/// Loose on purpose: two models' points on a third skeleton with round cylinders. It proves that every line passes its
/// joint on the right side, about as far away as the muscle does.
TEST(MusclePaths, PassTheirJointsWhereTheMuscleModelHasThem) {
  struct Case {
    LegAngle about;
    const char* name;
    double rms_m, wrong_share;
  };
  for (const Case& c : {Case{hip_flexion, "hip flexion", 0.013, 0.03}, Case{knee_flexion, "knee flexion", 0.012, 0.03},
                        Case{ankle_dorsiflexion, "ankle dorsiflexion", 0.010, 0.0}}) {
    const Agreement a = agreement(c.about);
    RecordProperty(std::string("rms_mm ") + c.name, std::to_string(1000.0 * a.rms_m));
    EXPECT_GT(a.compared, 100) << c.name;
    EXPECT_LT(a.rms_m, c.rms_m) << c.name;
    EXPECT_LE(a.wrong_signs, c.wrong_share * a.compared) << c.name;
  }
}

TEST(MusclePaths, LengthenAndShortenAsTextbooksSay) {
  struct Case {
    const char* unit;
    LegAngle about;
    double sign;  ///< of the change in length as the angle grows
  };
  const auto find = [](std::string_view unit) {
    return *std::find_if(person().muscles.begin(), person().muscles.end(),
                         [&](const SizedPath& m) { return name(m) == unit; });
  };
  for (const Case& c :
       {Case{"vaslat", knee_flexion, 1.0}, Case{"recfem", knee_flexion, 1.0}, Case{"recfem", hip_flexion, -1.0},
        Case{"semimem", knee_flexion, -1.0}, Case{"bflh", hip_flexion, 1.0}, Case{"glmax2", hip_flexion, 1.0},
        Case{"psoas", hip_flexion, -1.0}, Case{"gasmed", knee_flexion, -1.0}, Case{"soleus", ankle_dorsiflexion, 1.0},
        Case{"tibant", ankle_dorsiflexion, -1.0}, Case{"glmed2", hip_adduction, 1.0},
        Case{"addlong", hip_adduction, -1.0}}) {
    LegAngles q = LegAngles::Zero();
    q[knee_flexion] = 0.5;
    LegAngles more = q;
    more[c.about] += 0.4;
    // At least 10 mm/rad: a line through the joint centre would not move.
    EXPECT_GT(c.sign * (drawn_length_m(find(c.unit), more) - drawn_length_m(find(c.unit), q)), 0.004) << c.unit;
  }
}

TEST(MusclePaths, AreSmoothOverTheStride) {
  for (const SizedPath& muscle : person().muscles) {
    double before = 0.0;
    for (int i = 0; i <= 200; ++i) {
      const StrideSample sample = running().at(i / 200.0);
      const Pose pose = pose_of(person().skeleton, sample);
      const double now = double(length_m(muscle_line(muscle, leg_pose(person(), pose, sample, Side::right))));
      // Joints turn by less than 0.1 rad in half a per cent of a stride; 100 mm is a larger arm than any.
      if (i == 0) before = now;
      EXPECT_LT(std::abs(now - before), 0.010) << name(muscle) << " at " << i / 200.0;
      before = now;
    }
  }
}

}  // namespace
}  // namespace stridelab::view
