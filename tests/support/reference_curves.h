#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "model_files/model_table.h"
#include "validation/reference_curve.h"

namespace stridelab::test {

using stridelab::at_percent;
using stridelab::ReferenceCurve;
using stridelab::ReferencePoint;

inline std::string reference_file(const std::string& name) {
  return std::string(STRIDELAB_SOURCE_DIR) + "/models/reference/" + name;
}

/// The columns of a shipped file, each by its name.
class Columns {
 public:
  explicit Columns(const std::string& file) : table_(file) {}
  std::vector<double> at(const std::string& name) {
    std::vector<double> column = table_.column(name, {-1e6, 1e6, ""});
    if (!table_.faults().empty()) throw std::runtime_error(to_text(table_.faults()));
    return column;
  }

 private:
  ModelTable table_;
};

inline std::string speed_text(double speed_m_s) { return speed_m_s < 3.0 ? "2.5" : "3.5"; }

/// A curve of a shipped file; throws where it is not there.
inline ReferenceCurve shipped_curve(const std::string& file, const std::string& name, double speed_m_s) {
  return read_reference_curve(reference_file(file), name, speed_m_s).value();
}

/// A moment over the gait cycle, 0 % = contact, Nm/kg, from the files of moments.
inline ReferenceCurve cycle_moment(const std::string& name, double speed_m_s) {
  return shipped_curve("fukuchi_2017_moments_" + speed_text(speed_m_s) + ".csv", name, speed_m_s);
}

/// All stance curves of one speed by name. Hip extension at 2.5 m/s is not in that file: it comes from the gait cycle,
/// whose stance ends at 35.9 %.
inline std::map<std::string, ReferenceCurve> stance_curves(double speed_m_s) {
  std::map<std::string, ReferenceCurve> curves;
  for (const char* name :
       {"vgrf_bw", "apgrf_bw", "knee_flexion_deg", "hip_flexion_deg", "hip_adduction_deg", "ankle_dorsiflexion_deg",
        "pelvic_list_deg", "knee_extension_moment_nm_kg", "hip_abduction_moment_nm_kg", "knee_abduction_moment_nm_kg"})
    curves[name] = shipped_curve("fukuchi_2017_stance_curves.csv", name, speed_m_s);
  // About OpenSim's ankle centre, which is the model's: at this speed only.
  constexpr const char* ankle = "ankle_plantarflexion_moment_nm_kg";
  if (speed_m_s == 3.5) curves[ankle] = shipped_curve("denton_2023_ankle_moment_3.5.csv", ankle, speed_m_s);
  constexpr const char* hip = "hip_extension_moment_nm_kg";
  if (const auto known = read_reference_curve(reference_file("fukuchi_2017_stance_curves.csv"), hip, speed_m_s)) {
    curves[hip] = *known;
    return curves;
  }
  const ReferenceCurve cycle = cycle_moment("hip_extension", speed_m_s);
  for (int percent = 0; percent <= 100; percent += 2) {
    const ReferencePoint p = at_percent(cycle, 0.359 * percent);
    curves[hip].push_back({static_cast<double>(percent), p.mean, p.sd});
  }
  return curves;
}

}  // namespace stridelab::test
