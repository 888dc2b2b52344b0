#include "study/measured_band.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <fstream>
#include <map>
#include <sstream>

#include "core/csv.h"
#include "core/model_path.h"

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

std::filesystem::path data_file(const std::string& name) {
  const auto path = model_path(name);
  if (!path) throw std::runtime_error(to_text(path.error()));
  return *path;
}

/// Lines of curve, speed, per cent of stance, mean, sd.
void read_stance_curves(Bands& bands, const MeasuredSpeed& speed) {
  std::ifstream file(data_file("reference/fukuchi_2017_stance_curves.csv"));
  for (std::string line; std::getline(file, line);) {
    std::replace(line.begin(), line.end(), ',', ' ');
    std::istringstream fields(line);
    std::string curve;
    double of_speed = 0.0, percent = 0.0, mean = 0.0, sd = 0.0;
    if (!(fields >> curve >> of_speed >> percent >> mean >> sd) || std::abs(of_speed - speed.speed_m_s) > 1e-9)
      continue;
    MeasuredBand& band = bands[curve];
    band.percent.push_back(0.01 * percent * speed.toe_off_percent);
    band.mean.push_back(mean);
    band.sd.push_back(sd);
  }
}

/// A column of a file over the gait cycle, up to a per cent of it, in the place of what was there.
void read_cycle(Bands& bands, std::string_view curve, const std::string& file, const std::string& column,
                double until) {
  const auto columns = read_numeric_csv(data_file(file));
  MeasuredBand band;
  for (std::size_t i = 0; i < columns.at("percent").size() && columns.at("percent")[i] <= until; ++i) {
    band.percent.push_back(columns.at("percent")[i]);
    band.mean.push_back(columns.at(column)[i]);
    band.sd.push_back(columns.at(column + "_sd")[i]);
  }
  bands.insert_or_assign(std::string(curve), std::move(band));
}

Bands read_bands(const MeasuredSpeed& speed) {
  constexpr std::string_view hip = "hip_extension_moment_nm_kg";
  Bands bands;
  read_stance_curves(bands, speed);
  const std::string text = speed.text;
  for (const CycleAngle& angle : cycle_angles)
    read_cycle(bands, angle.curve, "gait/fukuchi_2017_angles_" + text + ".csv", angle.column, 100.0);
  // At 2.5 m/s this moment is in the file of the whole cycle alone.
  if (!bands.contains(hip))
    read_cycle(bands, hip, "reference/fukuchi_2017_moments_" + text + ".csv", "hip_extension", speed.toe_off_percent);
  for (auto& [name, band] : bands) band.speed_m_s = speed.speed_m_s;
  return bands;
}

struct Measured {
  std::array<Bands, speeds.size()> bands;
  std::string fault;
};

/// Read once. The readers of shipped data throw; beyond this file nobody has to know.
const Measured& measured() {
  static const Measured all = [] {
    Measured read;
    try {
      for (std::size_t i = 0; i < speeds.size(); ++i) read.bands[i] = read_bands(speeds[i]);
    } catch (const std::exception& fault) {
      read.fault = fault.what();
    }
    return read;
  }();
  return all;
}

/// Why a curve that nobody measured has no band. Published estimates of the kneecap's peak in running differ by method:
/// force 3.25 BW (Sinclair & Selfe 2015) to 6.5 BW (these 26 runners by their net moments), pressure 8.0 MPa (Sinclair &
/// Selfe 2015) to 21.5 MPa (Teng & Powers 2014, JOSPT 44:785).
std::string never_measured(std::string_view curve) {
  if (curve == "pfj_force_bw") return "not measurable; published peaks 3.3-6.5 BW";
  if (curve == "pfj_stress_mpa") return "not measurable; published peaks 8-21.5 MPa";
  if (curve == "knee_valgus_fppa_deg") return "no band: not among the measured curves";
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
  if (!all.fault.empty()) return {nullptr, "no band: " + all.fault};
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
