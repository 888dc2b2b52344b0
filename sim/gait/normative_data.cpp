#include "gait/normative_data.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "core/frames.h"
#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "gait/reference_runners.h"
#include "gait/stance_phase.h"
#include "gait/strike_groups.h"
#include "model_files/model_table.h"

namespace stridelab {
namespace {

constexpr std::array<const char*, n_normative_angles> columns = {"pelvis_tilt", "pelvis_list",   "pelvis_rotation",
                                                                 "hip_flexion", "hip_adduction", "hip_rotation",
                                                                 "knee_angle",  "ankle_angle"};

/// The curves of one file, each column in its range.
/// errors  throws InvalidModelFiles
class Curves {
 public:
  explicit Curves(const std::string& name)
      : table_(value_or_throw(model_path(name).map_error([](Diagnostic fault) { return Diagnostics{fault}; }))),
        percent_(table_.percents()) {}

  const std::vector<double>& percent() {
    check();
    return percent_;
  }
  /// Degrees. Steps of 1 % of a stride; the differences between strikers come in steps of 5 %.
  std::vector<double> angle(const std::string& column) { return read(column, {-150.0, 150.0, "deg"}, 12.0); }
  /// A standard deviation, for who shows it: the whole file has to be sound.
  void spread(const std::string& column) { read(column, {0.0, 45.0, "deg"}, 3.0); }
  std::vector<double> vertical(const std::string& column) { return read(column, {0.0, 6.0, "BW"}, 0.6); }
  std::vector<double> horizontal(const std::string& column) { return read(column, {-1.5, 1.5, "BW"}, 0.15); }
  std::vector<double> force_difference(const std::string& column) { return read(column, {-1.0, 1.0, "BW"}, 0.3); }

 private:
  std::vector<double> read(const std::string& column, const ModelRange& range, double most_step) {
    std::vector<double> values = table_.column(column, range, most_step);
    check();
    return values;
  }
  void check() const {
    if (Diagnostics faults = table_.faults(); !faults.empty()) throw InvalidModelFiles(std::move(faults));
  }

  ModelTable table_;
  std::vector<double> percent_;
};

/// Fourier coefficients of samples at 0 .. 100 % of a cycle; the end samples are one instant, its two values averaged.
AngleSeries fourier(const std::vector<double>& samples, double unit) {
  AngleSeries c{};
  const std::size_t n = samples.size() - 1;
  for (std::size_t i = 0; i < n; ++i) {
    const double value = unit * (i == 0 ? 0.5 * (samples.front() + samples.back()) : samples[i]);
    const double angle = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(n);
    c[0] += value / static_cast<double>(n);
    for (std::size_t h = 1; h <= normative_harmonics; ++h) {
      c[2 * h - 1] += 2.0 * value * std::cos(static_cast<double>(h) * angle) / static_cast<double>(n);
      c[2 * h] += 2.0 * value * std::sin(static_cast<double>(h) * angle) / static_cast<double>(n);
    }
  }
  return c;
}

std::array<double, n_normative_angles> evaluate(const std::array<AngleSeries, n_normative_angles>& series,
                                                double gait_phase) {
  std::array<double, n_normative_angles> value{};
  const double c1 = std::cos(2.0 * std::numbers::pi * gait_phase);
  const double s1 = std::sin(2.0 * std::numbers::pi * gait_phase);
  for (std::size_t i = 0; i < n_normative_angles; ++i) value[i] = series[i][0];
  double c = c1, s = s1;
  for (std::size_t h = 1; h <= normative_harmonics; ++h) {
    for (std::size_t i = 0; i < n_normative_angles; ++i) value[i] += series[i][2 * h - 1] * c + series[i][2 * h] * s;
    const double next = c * c1 - s * s1;
    s = s * c1 + c * s1;
    c = next;
  }
  return value;
}

/// The pelvis of a symmetric gait: tilt repeats every step, list and rotation change sign.
void symmetrise(AngleSeries& c, bool antisymmetric) {
  if (antisymmetric) c[0] = 0.0;
  for (std::size_t h = 1; h <= normative_harmonics; ++h)
    if ((h % 2 == 0) == antisymmetric) c[2 * h - 1] = c[2 * h] = 0.0;
}

ForceShape::Row fit(const std::vector<double>& s, const std::vector<double>& value) {
  Eigen::MatrixXd a(static_cast<Eigen::Index>(s.size()), static_cast<Eigen::Index>(ForceShape::count));
  Eigen::VectorXd b(static_cast<Eigen::Index>(s.size()));
  for (std::size_t i = 0; i < s.size(); ++i) {
    a.row(static_cast<Eigen::Index>(i)) = ForceShape::at(s[i]).value;
    b(static_cast<Eigen::Index>(i)) = value[i];
  }
  return (a.transpose() * a).ldlt().solve(a.transpose() * b).transpose();
}

/// Mean of the measured vertical force over the whole of stance, body weights (trapezoids over measured contact).
double mean_vertical_bw(const std::string& speed) {
  const std::vector<double> vertical = Curves("gait/fukuchi_2017_ground_reaction.csv").vertical("vertical_" + speed);
  double sum = -0.5 * (vertical.front() + vertical.back());
  for (const double v : vertical) sum += v;
  return sum / static_cast<double>(vertical.size() - 1) / stance_per_contact;
}

void remove_impulse(ForceShape::Row& shape) {
  const ForceShape::Row whole = ForceShape::at(1.0).first_integral;
  shape -= ForceShape::Row::Constant(shape.dot(whole) / whole.sum());
}

void read_forces(NormativeData& data, const std::string& speed) {
  Curves curves("gait/fukuchi_2017_ground_reaction.csv");
  const std::vector<double> percent = curves.percent();
  const std::vector<double> vertical = curves.vertical("vertical_" + speed);
  const std::vector<double> fore_aft = curves.horizontal("fore_aft_" + speed);
  const std::vector<double> lateral = curves.horizontal("lateral_" + speed);
  std::vector<double> s, v, x, z;
  const double area = mean_vertical_bw(speed);
  for (std::size_t i = 0; i < percent.size(); ++i) {
    s.push_back((percent[i] / 100.0 + onset_before_contact) / stance_per_contact);
    v.push_back(vertical[i] / area);
    x.push_back(fore_aft[i] / area);
    z.push_back(lateral[i] / area);
  }
  data.vertical = fit(s, v);
  data.fore_aft = fit(s, x);
  data.lateral = fit(s, z);
  data.vertical /= data.vertical.dot(ForceShape::at(1.0).first_integral);
  remove_impulse(data.fore_aft);
}

NormativeData read(const std::string& speed, const ReferenceRunners::Speed& at) {
  NormativeData data{};
  data.speed_m_s = at.speed_m_s;
  data.toe_off = at.toe_off_share;
  data.strike_rad = at.strike_rad;
  Curves curves("gait/fukuchi_2017_angles_" + speed + ".csv");
  for (std::size_t i = 0; i < n_normative_angles; ++i)
    data.angle_rad[i] = fourier(curves.angle(columns[i]), rad_per_deg);
  for (const char* column : columns) curves.spread(std::string(column) + "_sd");
  symmetrise(data.angle_rad[n_tilt], false);
  symmetrise(data.angle_rad[n_list], true);
  symmetrise(data.angle_rad[n_rotation], true);
  read_forces(data, speed);
  return data;
}

}  // namespace

std::array<double, n_normative_angles> NormativeData::angles(double gait_phase) const {
  return evaluate(angle_rad, gait_phase);
}
std::array<double, n_normative_angles> StrikeEffect::angles(double gait_phase) const {
  return evaluate(angle, gait_phase);
}

const StrikeEffect& strike_effect() {
  static const StrikeEffect effect = [] {
    Curves curves("gait/fukuchi_2017_strike.csv");
    std::vector<double> s;
    for (const double percent : curves.percent())
      s.push_back((percent / 100.0 + onset_before_contact) / stance_per_contact);
    const double between_groups_rad =
        (strike_groups().forefoot_mean_deg - strike_groups().rearfoot_mean_deg) * rad_per_deg;
    // Body weights to the scale of the shapes: divided by the mean over stance of the measured force at 2.5 m/s.
    const double scale = 1.0 / (between_groups_rad * mean_vertical_bw("2.5"));
    StrikeEffect e{
        scale * fit(s, curves.force_difference("vertical")), scale * fit(s, curves.force_difference("fore_aft")), {}};
    Curves by_angle("gait/fukuchi_2017_strike_angles.csv");
    for (const int i : {n_hip_flexion, n_hip_adduction, n_knee, n_ankle})
      e.angle[static_cast<std::size_t>(i)] =
          fourier(by_angle.angle(columns[static_cast<std::size_t>(i)]), rad_per_deg / between_groups_rad);
    remove_impulse(e.vertical);
    remove_impulse(e.fore_aft);
    return e;
  }();
  return effect;
}

const std::array<NormativeData, normative_speeds>& normative_data() {
  static const std::array<NormativeData, normative_speeds> data = {read("2.5", reference_runners().slow),
                                                                   read("3.5", reference_runners().fast),
                                                                   read("4.5", reference_runners().fastest)};
  return data;
}

double usual_cadence_spm(double speed_m_s) {
  const ReferenceRunners& runners = reference_runners();
  const auto w = speed_weights(speed_m_s);
  return w[0] * runners.slow.cadence_spm + w[1] * runners.fast.cadence_spm + w[2] * runners.fastest.cadence_spm;
}

std::array<double, normative_speeds> speed_weights(double speed_m_s) {
  const ReferenceRunners& runners = reference_runners();
  const std::array<double, normative_speeds> at{std::log(runners.slow.speed_m_s), std::log(runners.fast.speed_m_s),
                                                std::log(runners.fastest.speed_m_s)};
  const double x = std::log(speed_m_s), held = std::clamp(x, at.front(), at.back());
  std::array<double, normative_speeds> w{};
  for (std::size_t i = 0; i < w.size(); ++i) {
    const double a = at[(i + 1) % 3], b = at[(i + 2) % 3], scale = (at[i] - a) * (at[i] - b);
    w[i] = ((held - a) * (held - b) + (2.0 * held - a - b) * (x - held)) / scale;
  }
  return w;
}

}  // namespace stridelab
