#include "study/measured_band.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "core/model_path.h"
#include "model_files/model_table.h"

namespace stridelab {
namespace {

/// One of the two measured speeds. Toe-off closes the stance that forces and moments are given over.
struct MeasuredSpeed {
  double speed_m_s;
  const char* text;
  double toe_off_percent;
};
constexpr std::array speeds{MeasuredSpeed{2.5, "2.5", 35.9}, MeasuredSpeed{3.5, "3.5", 31.7}};

/// Angles are also known over the whole stride, by the column of that file.
struct CycleAngle {
  std::string_view curve;
  const char* column;
};
constexpr std::array cycle_angles{
    CycleAngle{"knee_flexion_deg", "knee_angle"}, CycleAngle{"hip_flexion_deg", "hip_flexion"},
    CycleAngle{"hip_adduction_deg", "hip_adduction"}, CycleAngle{"ankle_dorsiflexion_deg", "ankle_angle"},
    CycleAngle{"pelvic_list_deg", "pelvis_list"}};

using Bands = std::map<std::string, MeasuredBand, std::less<>>;

/// A band from the selected rows, up to a per cent.
MeasuredBand read_band(ModelTable& table, const std::string& mean, const std::string& sd, double until) {
  constexpr ModelRange any{-200.0, 200.0, ""}, spread{0.0, 100.0, ""};
  MeasuredBand band{0.0, table.percents(), table.column(mean, any), table.column(sd, spread)};
  const auto end = std::upper_bound(band.percent.begin(), band.percent.end(), until);
  const auto count = static_cast<std::size_t>(end - band.percent.begin());
  band.percent.resize(count);
  band.mean.resize(std::min(count, band.mean.size()));
  band.sd.resize(std::min(count, band.sd.size()));
  return band;
}

/// Reads the bands of one speed; what is wrong with the files collects.
class BandReader {
 public:
  BandReader(const MeasuredSpeed& speed, Diagnostics& faults) : speed_(speed), faults_(faults) {}

  Bands read() {
    constexpr std::string_view hip = "hip_extension_moment_nm_kg";
    read_stance_curves("reference/fukuchi_2017_stance_curves.csv");
    // Other angles of that file have another zero than the model's.
    read_stance_curves("reference/fukuchi_2017_frontal_stance.csv", "knee_valgus_fppa_deg");
    // About the middle of the malleoli: another centre than the model's, which is OpenSim's. That was measured at 3.5 m/s.
    bands_.erase("ankle_plantarflexion_moment_nm_kg");
    if (speed_.speed_m_s == 3.5) read_stance_curves("reference/denton_2023_ankle_moment_3.5.csv");
    const std::string text = speed_.text;
    for (const CycleAngle& angle : cycle_angles)
      read_cycle(angle.curve, "gait/fukuchi_2017_angles_" + text + ".csv", angle.column, 100.0);
    // At 2.5 m/s this moment is in the file of the whole cycle alone.
    if (!bands_.contains(hip))
      read_cycle(hip, "reference/fukuchi_2017_moments_" + text + ".csv", "hip_extension", speed_.toe_off_percent);
    for (auto& [name, band] : bands_) band.speed_m_s = speed_.speed_m_s;
    return std::move(bands_);
  }

 private:
  template <typename Read>
  void with(const std::string& name, Read read) {
    const auto path = model_path(name);
    if (!path) return faults_.push_back(path.error());
    ModelTable table(*path);
    read(table);
    const Diagnostics found = table.faults();
    faults_.insert(faults_.end(), found.begin(), found.end());
  }

  /// Rows of curve, speed, per cent of stance, mean, sd; of all curves or one.
  void read_stance_curves(const std::string& file, std::string_view only = {}) {
    with(file, [&](ModelTable& table) {
      table.select({}, {}, "speed_m_s", speed_.speed_m_s);
      for (const std::string& curve : table.texts("curve")) {
        if (!only.empty() && curve != only) continue;
        table.select("curve", curve, "speed_m_s", speed_.speed_m_s);
        bands_[curve] = read_band(table, "mean", "sd", 100.0);
        for (double& percent : bands_[curve].percent) percent = 0.01 * percent * speed_.toe_off_percent;
      }
    });
  }

  /// A column of a file over the gait cycle in the place of what was there.
  void read_cycle(std::string_view curve, const std::string& file, const std::string& column, double until) {
    with(file, [&](ModelTable& table) {
      bands_.insert_or_assign(std::string(curve), read_band(table, column, column + "_sd", until));
    });
  }

  const MeasuredSpeed& speed_;
  Diagnostics& faults_;
  Bands bands_;
};

struct Measured {
  std::array<Bands, speeds.size()> bands;
  Diagnostics faults;
};

/// Read once.
const Measured& measured() {
  static const Measured all = [] {
    Measured read;
    for (std::size_t i = 0; i < speeds.size(); ++i) read.bands[i] = BandReader(speeds[i], read.faults).read();
    return read;
  }();
  return all;
}

/// Why a curve that nobody measured has no band. Published estimates of the kneecap's peak in running differ by method:
/// force 3.25 BW (Sinclair & Selfe 2015) to 6.5 BW (these 26 runners by their net moments), pressure 8.0 MPa (Sinclair &
/// Selfe 2015) to 21.5 MPa (Teng & Powers 2014, JOSPT 44:785). Forces within a factor of 2 cannot give pressures within
/// one of 2.7: the rest is the contact area that each study divides by.
std::string never_measured(std::string_view curve) {
  if (curve == "pfj_force_bw") return "not measurable; published peaks 3.3-6.5 BW, by method";
  if (curve == "pfj_stress_mpa") return "not measurable; published 8-21.5 MPa: other contact areas";
  return "no band: computed, not measurable in runners";
}

std::size_t position(const std::vector<double>& percent, double at) {
  const auto above = std::upper_bound(percent.begin(), percent.end(), at);
  const auto i = static_cast<std::size_t>(std::distance(percent.begin(), above));
  return std::clamp(i, std::size_t{1}, percent.size() - 1) - 1;
}

double straight(const std::vector<double>& percent, const std::vector<double>& values, double at) {
  const std::size_t i = position(percent, at);
  const double part = std::clamp((at - percent[i]) / (percent[i + 1] - percent[i]), 0.0, 1.0);
  return (1.0 - part) * values[i] + part * values[i + 1];
}

}  // namespace

double MeasuredBand::mean_at(double at_percent) const { return straight(percent, mean, at_percent); }
double MeasuredBand::sd_at(double at_percent) const { return straight(percent, sd, at_percent); }
bool MeasuredBand::covers(double at_percent) const {
  return percent.size() > 1 && at_percent >= percent.front() && at_percent <= percent.back();
}

BandAnswer measured_band(std::string_view curve, const ParameterSet& form) {
  constexpr double slowest_m_s = 2.2, fastest_m_s = 3.9, between_m_s = 3.0;
  const Measured& all = measured();
  if (!all.faults.empty()) return {nullptr, "no band: " + to_text(all.faults.front())};
  const double speed_m_s = form.number("speed_m_s");
  const Bands& bands = all.bands[speed_m_s < between_m_s ? 0 : 1];
  const auto found = bands.find(curve);
  if (found == bands.end()) return {nullptr, never_measured(curve)};
  if (form.number("slope_percent") != 0.0) return {nullptr, "no band: runners were measured on the level only"};
  if (speed_m_s < slowest_m_s || speed_m_s > fastest_m_s)
    return {nullptr, "no band: runners were measured at 2.5 and 3.5 m/s only"};
  return {&found->second,
          fmt::format("band: 26 runners at {:.1f} m/s, mean \u00b1 1 SD, Fukuchi 2017", found->second.speed_m_s)};
}

}  // namespace stridelab
