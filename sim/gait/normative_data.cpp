#include "gait/normative_data.h"

#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/csv.h"
#include "core/frames.h"
#include "core/model_path.h"
#include "gait/reference.h"

namespace stridelab {
namespace {

constexpr std::array<const char*, n_normative_angles> columns = {"pelvis_tilt", "pelvis_list", "pelvis_rotation", "hip_flexion",
                                                                 "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle"};

std::map<std::string, std::vector<double>> table(const std::string& name) {
  const auto path = model_path(name);
  if (!path) throw std::runtime_error(to_text(path.error()));
  return read_numeric_csv(*path);
}

/// Fourier coefficients of samples at 0 .. 100 % of a cycle; the end samples are one instant, its two values averaged.
std::array<double, 2 * NormativeData::harmonics + 1> fourier(const std::vector<double>& samples, double unit) {
  std::array<double, 2 * NormativeData::harmonics + 1> c{};
  const std::size_t n = samples.size() - 1;
  for (std::size_t i = 0; i < n; ++i) {
    const double value = unit * (i == 0 ? 0.5 * (samples.front() + samples.back()) : samples[i]);
    const double angle = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(n);
    c[0] += value / static_cast<double>(n);
    for (std::size_t h = 1; h <= NormativeData::harmonics; ++h) {
      c[2 * h - 1] += 2.0 * value * std::cos(static_cast<double>(h) * angle) / static_cast<double>(n);
      c[2 * h] += 2.0 * value * std::sin(static_cast<double>(h) * angle) / static_cast<double>(n);
    }
  }
  return c;
}

/// The pelvis of a symmetric gait: tilt repeats every step, list and rotation change sign.
void symmetrise(std::array<double, 2 * NormativeData::harmonics + 1>& c, bool antisymmetric) {
  if (antisymmetric) c[0] = 0.0;
  for (std::size_t h = 1; h <= NormativeData::harmonics; ++h)
    if ((h % 2 == 0) == antisymmetric) c[2 * h - 1] = c[2 * h] = 0.0;
}

/// The smooth bell the active force of a spring-like runner has; maximum slightly before mid-stance.
double bell(double s) { return s <= 0.0 || s >= 1.0 ? 0.0 : 1.62 * std::pow(std::sin(std::numbers::pi * std::pow(s, 0.94)), 1.12); }

ForceShape::Row fit(const std::vector<double>& s, const std::vector<double>& value) {
  Eigen::MatrixXd a(static_cast<Eigen::Index>(s.size()), static_cast<Eigen::Index>(ForceShape::count));
  Eigen::VectorXd b(static_cast<Eigen::Index>(s.size()));
  for (std::size_t i = 0; i < s.size(); ++i) {
    a.row(static_cast<Eigen::Index>(i)) = ForceShape::at(s[i]).value;
    b(static_cast<Eigen::Index>(i)) = value[i];
  }
  return (a.transpose() * a).ldlt().solve(a.transpose() * b).transpose();
}

void read_forces(NormativeData& data, const std::string& speed) {
  auto curves = table("gait/fukuchi_2017_ground_reaction.csv");
  const std::vector<double>& percent = curves.at("percent");
  const std::vector<double>& vertical = curves.at("vertical_" + speed);
  const std::vector<double>& fore_aft = curves.at("fore_aft_" + speed);
  std::vector<double> s, v, x;
  double area = 0.0;
  for (std::size_t i = 0; i < percent.size(); ++i) area += vertical[i] * (i == 0 || i + 1 == percent.size() ? 0.5 : 1.0) / 50.0;
  area /= stance_per_contact;
  for (std::size_t i = 0; i < percent.size(); ++i) {
    s.push_back((percent[i] / 100.0 + onset_before_contact) / stance_per_contact);
    // The measured mean contains the smeared impact, which is superposed after the solve (METHODS 20): keep part of it.
    v.push_back(measured_vertical_share * vertical[i] / area + (1.0 - measured_vertical_share) * bell(s.back()));
    x.push_back(fore_aft[i] / area);
  }
  data.vertical = fit(s, v);
  data.fore_aft = fit(s, x);
  const ForceShape::Row whole = ForceShape::at(1.0).first_integral;
  data.vertical /= data.vertical.dot(whole);
  data.fore_aft -= ForceShape::Row::Constant(data.fore_aft.dot(whole) / whole.sum());
}

NormativeData read(const std::string& speed, double speed_m_s, double toe_off, double strike_deg) {
  NormativeData data{};
  data.speed_m_s = speed_m_s;
  data.toe_off = toe_off;
  data.strike_rad = strike_deg * rad_per_deg;
  auto curves = table("gait/fukuchi_2017_angles_" + speed + ".csv");
  for (std::size_t i = 0; i < n_normative_angles; ++i) data.angle_rad[i] = fourier(curves.at(columns[i]), rad_per_deg);
  symmetrise(data.angle_rad[n_tilt], false);
  symmetrise(data.angle_rad[n_list], true);
  symmetrise(data.angle_rad[n_rotation], true);
  read_forces(data, speed);
  return data;
}

}  // namespace

std::array<double, n_normative_angles> NormativeData::angles(double gait_phase) const {
  std::array<double, n_normative_angles> value{};
  const double c1 = std::cos(2.0 * std::numbers::pi * gait_phase);
  const double s1 = std::sin(2.0 * std::numbers::pi * gait_phase);
  for (std::size_t i = 0; i < n_normative_angles; ++i) value[i] = angle_rad[i][0];
  double c = c1, s = s1;
  for (std::size_t h = 1; h <= harmonics; ++h) {
    for (std::size_t i = 0; i < n_normative_angles; ++i) value[i] += angle_rad[i][2 * h - 1] * c + angle_rad[i][2 * h] * s;
    const double next = c * c1 - s * s1;
    s = s * c1 + c * s1;
    c = next;
  }
  return value;
}

const std::array<NormativeData, 2>& normative_data() {
  // Toe-off and foot strike of the reference runners at the two speeds (same source as the curves).
  static const std::array<NormativeData, 2> data = {read("2.5", 2.5, 0.359, 5.79), read("3.5", 3.5, 0.317, 9.05)};
  return data;
}

}  // namespace stridelab
