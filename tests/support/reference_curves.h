#pragma once

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/csv.h"

namespace stridelab::test {

/// Mean and spread of 26 runners at one per cent of stance or of the gait cycle.
struct ReferencePoint {
  double percent, mean, sd;
};
using ReferenceCurve = std::vector<ReferencePoint>;

inline std::string reference_file(const std::string& name) {
  return std::string(STRIDELAB_SOURCE_DIR) + "/models/reference/" + name;
}

inline std::string speed_text(double speed_m_s) { return speed_m_s < 3.0 ? "2.5" : "3.5"; }

/// Linear between the points.
inline ReferencePoint at_percent(const ReferenceCurve& curve, double percent) {
  const auto above = std::find_if(curve.begin(), curve.end(), [&](const auto& p) { return p.percent >= percent; });
  if (above == curve.begin()) return curve.front();
  if (above == curve.end()) return curve.back();
  const ReferencePoint &a = *(above - 1), &b = *above;
  const double u = (percent - a.percent) / (b.percent - a.percent);
  return {percent, a.mean + u * (b.mean - a.mean), a.sd + u * (b.sd - a.sd)};
}

/// A moment over the gait cycle, 0 % = contact, Nm/kg, from the files of moments.
inline ReferenceCurve cycle_moment(const std::string& name, double speed_m_s) {
  const auto columns = read_numeric_csv(reference_file("fukuchi_2017_moments_" + speed_text(speed_m_s) + ".csv"));
  ReferenceCurve curve;
  for (std::size_t i = 0; i < columns.at("percent").size(); ++i)
    curve.push_back({columns.at("percent")[i], columns.at(name)[i], columns.at(name + "_sd")[i]});
  return curve;
}

/// All stance curves of one speed by name. Hip extension at 2.5 m/s is not in that file: it comes from the gait cycle,
/// whose stance ends at 35.9 %.
inline std::map<std::string, ReferenceCurve> stance_curves(double speed_m_s) {
  std::map<std::string, ReferenceCurve> curves;
  std::ifstream file(reference_file("fukuchi_2017_stance_curves.csv"));
  for (std::string line; std::getline(file, line);) {
    std::replace(line.begin(), line.end(), ',', ' ');
    std::istringstream fields(line);
    std::string name;
    double speed = 0.0;
    ReferencePoint p{};
    if (fields >> name >> speed >> p.percent >> p.mean >> p.sd && std::abs(speed - speed_m_s) < 1e-9)
      curves[name].push_back(p);
  }
  constexpr const char* hip = "hip_extension_moment_nm_kg";
  if (!curves.contains(hip)) {
    const ReferenceCurve cycle = cycle_moment("hip_extension", speed_m_s);
    for (int percent = 0; percent <= 100; percent += 2) {
      const ReferencePoint p = at_percent(cycle, 0.359 * percent);
      curves[hip].push_back({static_cast<double>(percent), p.mean, p.sd});
    }
  }
  if (curves.size() != 12) throw std::runtime_error("models/reference: twelve stance curves were expected");
  return curves;
}

}  // namespace stridelab::test
