#pragma once

#include <fmt/format.h>
#include <mujoco/mujoco.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string>

#include "runner/skeleton.h"
#include "support/motion.h"

namespace stridelab::test {

/// The runner as a model of MuJoCo, generated from the skeleton: an engine that shares no line with ours.
///
/// The pelvis moves on three slides along world x, y, z, then turns about the 22 hinges in the order of Coordinate.
/// Links without mass become further hinges of the body that follows them, as MuJoCo allows no body without mass.
class MujocoRunner {
 public:
  explicit MujocoRunner(const Skeleton& skeleton) {
    std::string xml = xml_of(skeleton);
    mjVFS files;
    mj_defaultVFS(&files);
    mj_makeEmptyFileVFS(&files, "runner.xml", static_cast<int>(xml.size()));
    std::copy(xml.begin(), xml.end(), static_cast<char*>(files.filedata[0]));
    char error[1000] = "";
    model_.reset(mj_loadXML("runner.xml", &files, error, sizeof error));
    mj_deleteVFS(&files);
    if (!model_) throw std::runtime_error(std::string("MuJoCo: ") + error);
    data_.reset(mj_makeData(model_.get()));
    for (int i = 0; i < n_coordinates; ++i) {
      const int joint = mj_name2id(model_.get(), mjOBJ_JOINT, name(i).c_str());
      address_[static_cast<std::size_t>(i)] = model_->jnt_dofadr[joint];
    }
  }

  struct Forces {
    Eigen::Vector3d root_n;  ///< along the three slides: the total external force
    CoordinateVector hinge_nm;
  };

  /// Inverse dynamics of an instant whose pelvis accelerates by `pelvis_acceleration_m_s2`.
  Forces inverse(const Motion3& m, const Eigen::Vector3d& pelvis_acceleration_m_s2) {
    place(m);
    for (int axis = 0; axis < 3; ++axis) data_->qacc[axis] = pelvis_acceleration_m_s2(axis);
    for (int i = 0; i < n_coordinates; ++i) data_->qacc[at(i)] = m.qdd_rad_s2(i);
    mj_inverse(model_.get(), data_.get());
    Forces f;
    for (int axis = 0; axis < 3; ++axis) f.root_n(axis) = data_->qfrc_inverse[axis];
    for (int i = 0; i < n_coordinates; ++i) f.hinge_nm(i) = data_->qfrc_inverse[at(i)];
    return f;
  }

  struct Accelerations {
    Eigen::Vector3d pelvis_m_s2;
    CoordinateVector hinge_rad_s2;
  };

  /// Forward dynamics from the same posture and rates under the given forces.
  Accelerations forward(const Motion3& m, const Eigen::Vector3d& root_n, const CoordinateVector& hinge_nm) {
    place(m);
    for (int axis = 0; axis < 3; ++axis) data_->qfrc_applied[axis] = root_n(axis);
    for (int i = 0; i < n_coordinates; ++i) data_->qfrc_applied[at(i)] = hinge_nm(i);
    mj_forward(model_.get(), data_.get());
    Accelerations a;
    for (int axis = 0; axis < 3; ++axis) a.pelvis_m_s2(axis) = data_->qacc[axis];
    for (int i = 0; i < n_coordinates; ++i) a.hinge_rad_s2(i) = data_->qacc[at(i)];
    return a;
  }

  /// Sets posture and rates; every step() from now on acts with these hinge moments, over dt_s.
  void start(const Motion3& m, const CoordinateVector& hinge_nm, double dt_s) {
    place(m);
    model_->opt.timestep = dt_s;
    for (int axis = 0; axis < 3; ++axis) data_->qfrc_applied[axis] = 0.0;
    for (int i = 0; i < n_coordinates; ++i) data_->qfrc_applied[at(i)] = hinge_nm(i);
  }
  void step() { mj_step(model_.get(), data_.get()); }

 private:
  /// Slides and hinges: position and speed have the same address.
  [[nodiscard]] int at(int coordinate) const { return address_[static_cast<std::size_t>(coordinate)]; }

  void place(const Motion3& m) {
    for (int axis = 0; axis < 3; ++axis) data_->qpos[axis] = data_->qvel[axis] = 0.0;
    for (int i = 0; i < n_coordinates; ++i) {
      data_->qpos[at(i)] = m.q_rad(i);
      data_->qvel[at(i)] = m.qd_rad_s(i);
    }
  }

  static std::string name(int i) { return std::string(coordinate_names[static_cast<std::size_t>(i)]); }
  static std::string text(const Vec3& v) { return fmt::format("{:.17g} {:.17g} {:.17g}", v.x(), v.y(), v.z()); }

  static std::string hinge(const Skeleton& s, int i) {
    const Link& link = s.link[static_cast<std::size_t>(i)];
    return fmt::format("<joint name=\"{}\" type=\"hinge\" axis=\"{}\"/>\n", name(i), text(link.axis));
  }

  static std::string inertial(const Link& link) {
    const Mat3& m = link.inertia_kg_m2;
    return fmt::format(
        "<inertial pos=\"{}\" mass=\"{:.17g}\" fullinertia=\"{:.17g} {:.17g} {:.17g} {:.17g} {:.17g} {:.17g}\"/>\n",
        text(link.com_m), link.mass_kg, m(0, 0), m(1, 1), m(2, 2), m(0, 1), m(0, 2), m(1, 2));
  }

  /// The body that begins at a joint, with everything that hangs on it.
  static std::string body_of(const Skeleton& s, int first, const std::string& slides) {
    std::string xml =
        fmt::format("<body pos=\"{}\">\n{}", text(s.link[static_cast<std::size_t>(first)].offset_m), slides);
    int last = first;
    xml += hinge(s, last);
    while (s.link[static_cast<std::size_t>(last)].mass_kg == 0.0) xml += hinge(s, ++last);
    xml += inertial(s.link[static_cast<std::size_t>(last)]);
    for (int i = last + 1; i < n_coordinates; ++i) {
      if (s.link[static_cast<std::size_t>(i)].parent == last) xml += body_of(s, i, "");
    }
    return xml + "</body>\n";
  }

  static std::string xml_of(const Skeleton& s) {
    const std::string slides =
        "<joint type=\"slide\" axis=\"1 0 0\"/><joint type=\"slide\" axis=\"0 1 0\"/><joint type=\"slide\" axis=\"0 0 "
        "1\"/>\n";
    return fmt::format(
        "<mujoco><compiler angle=\"radian\"/><option gravity=\"0 {:.17g} 0\"/><worldbody>\n{}</worldbody></mujoco>",
        -gravity_m_s2, body_of(s, pelvis_tilt, slides));
  }

  struct Delete {
    void operator()(mjModel* m) const { mj_deleteModel(m); }
    void operator()(mjData* d) const { mj_deleteData(d); }
  };
  std::unique_ptr<mjModel, Delete> model_;
  std::unique_ptr<mjData, Delete> data_;
  std::array<int, n_coordinates> address_{};
};

}  // namespace stridelab::test
