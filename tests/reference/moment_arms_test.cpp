#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "loads/muscles/muscle_geometry.h"
#include "support/leg_instants.h"
#include "support/reference_curves.h"

/// Moment arms over a running stride against those of a leg model that was scaled to one runner from the same muscles.
namespace stridelab {
namespace {

const std::map<std::string, LegAngle> coordinates{{"knee_flexion", knee_flexion},
                                                  {"hip_flexion", hip_flexion},
                                                  {"hip_adduction", hip_adduction},
                                                  {"ankle_dorsiflexion", ankle_dorsiflexion}};

/// One bin of the reference: the mean arm while the joint was near this angle.
struct Bin {
  std::string unit;
  LegAngle coordinate;
  double angle_deg, arm_mm;
};

/// Bins of 5 samples and more; fewer are the edge of that runner's motion.
std::vector<Bin> reference_bins() {
  std::vector<Bin> bins;
  std::ifstream file(test::reference_file("denton_2023_moment_arms.csv"));
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#") || line.starts_with("unit,")) continue;
    std::replace(line.begin(), line.end(), ',', ' ');
    std::istringstream fields(line);
    Bin bin;
    std::string coordinate;
    int samples = 0;
    fields >> bin.unit >> coordinate >> bin.angle_deg >> bin.arm_mm >> samples;
    bin.coordinate = coordinates.at(coordinate);
    if (samples >= 5) bins.push_back(bin);
  }
  return bins;
}

/// Mean postures of the 26 runners at that speed, per cent by per cent of the stride.
std::vector<LegAngles> running_postures() {
  test::Columns columns(STRIDELAB_SOURCE_DIR "/models/gait/fukuchi_2017_angles_2.5.csv");
  std::vector<LegAngles> postures;
  for (std::size_t i = 0; i < columns.at("percent").size(); ++i) {
    LegAngles q;
    q << columns.at("hip_flexion")[i], columns.at("hip_adduction")[i], columns.at("hip_rotation")[i],
        columns.at("knee_angle")[i], columns.at("ankle_angle")[i], 0.0;
    postures.push_back(q * rad_per_deg);
  }
  return postures;
}

/// The generic runner's arm, averaged over the postures of the stride in which the joint is in the bin; none where the
/// mean runner never is.
std::optional<double> own_arm_mm(const Bin& bin, const std::vector<LegAngles>& postures) {
  const double half_width_deg = bin.coordinate == hip_adduction ? 2.5 : 5.0;
  Body generic;
  generic.height_m = test::muscles().generic_height_m;
  double sum = 0.0;
  int count = 0;
  for (const LegAngles& q : postures) {
    if (std::abs(q[bin.coordinate] * deg_per_rad - bin.angle_deg) > half_width_deg) continue;
    sum += muscle_geometry(test::muscles(), generic, q).arm_m(test::unit_index(bin.unit), bin.coordinate);
    ++count;
  }
  return count > 0 ? std::optional(1000.0 * sum / count) : std::nullopt;
}

struct Pair {
  Bin bin;
  double own_mm;
};

std::vector<Pair> pairs() {
  std::vector<Pair> both;
  const auto postures = running_postures();
  for (const Bin& bin : reference_bins())
    if (const auto own = own_arm_mm(bin, postures)) both.push_back({bin, *own});
  return both;
}

/// One length ratio per joint, by least squares: that model was scaled segment by segment, and his sizes are not in the
/// data.
double size_ratio(const std::vector<Pair>& both, LegAngle coordinate) {
  double products = 0.0, squares = 0.0;
  for (const Pair& p : both) {
    if (p.bin.coordinate != coordinate) continue;
    products += p.bin.arm_mm * p.own_mm;
    squares += p.own_mm * p.own_mm;
  }
  return products / squares;
}

/// A unit about one joint: how far the scaled arms are from the reference.
struct Row {
  double squares = 0.0, own = 0.0, reference = 0.0;
  int n = 0;
  [[nodiscard]] double rmse_mm() const { return std::sqrt(squares / n); }
};

std::map<std::string, Row> rows_of(const std::vector<Pair>& both, LegAngle coordinate, double ratio) {
  std::map<std::string, Row> rows;
  for (const Pair& p : both) {
    if (p.bin.coordinate != coordinate) continue;
    Row& row = rows[p.bin.unit];
    row.squares += (ratio * p.own_mm - p.bin.arm_mm) * (ratio * p.own_mm - p.bin.arm_mm);
    row.own += ratio * p.own_mm;
    row.reference += p.bin.arm_mm;
    ++row.n;
  }
  return rows;
}

struct Joint {
  const char* coordinate;
  double smallest_ratio, largest_ratio;
  double most_rmse_mm;
  std::set<std::string> other_path;  ///< units that run elsewhere in that model
};

/// Adds the bins to the file that plot_moment_arms.sh names, where it does.
void keep_for_plot(const std::vector<Pair>& both, const Joint& joint, double ratio) {
  const char* path = std::getenv("STRIDELAB_MOMENT_ARMS");
  if (path == nullptr) return;
  std::ofstream file(path, std::ios::app);
  for (const Pair& p : both)
    if (p.bin.coordinate == coordinates.at(joint.coordinate))
      file << fmt::format("{} {} {} {:.2f} {:.2f}\n", joint.coordinate, p.bin.unit, p.bin.angle_deg, ratio * p.own_mm,
                          p.bin.arm_mm);
}

class MomentArms : public ::testing::TestWithParam<Joint> {};

// Segments of one person differ by some 15 % from height's share; a wrong joint would show as any ratio, a wrong sign as
// a difference of twice the arm. What remains after scaling is one runner's postures against the mean, a model scaled in
// three directions (about the hip pelvis and thigh count, and width and depth), and the fit (below 1 mm). That model
// follows later versions of Rajagopal's, in which the hip abductors' paths were changed: their flexion arms are shown and
// not compared.
TEST_P(MomentArms, AreThoseOfAScaledRunner) {
  const Joint& joint = GetParam();
  const LegAngle coordinate = coordinates.at(joint.coordinate);
  const std::vector<Pair> both = pairs();
  const double ratio = size_ratio(both, coordinate);
  std::cout << fmt::format("{}: arms x {:.3f}\n", joint.coordinate, ratio);
  keep_for_plot(both, joint, ratio);
  EXPECT_GT(ratio, joint.smallest_ratio);
  EXPECT_LT(ratio, joint.largest_ratio);
  const auto rows = rows_of(both, coordinate, ratio);
  EXPECT_GE(rows.size(), 11U);
  for (const auto& [unit, row] : rows) {
    std::cout << fmt::format("  {:<10} RMSE {:5.2f} mm, mean {:6.1f} against {:6.1f} mm, {} bins\n", unit,
                             row.rmse_mm(), row.own / row.n, row.reference / row.n, row.n);
    if (joint.other_path.contains(unit)) continue;
    EXPECT_LT(row.rmse_mm(), joint.most_rmse_mm) << unit;
  }
}

const std::set<std::string> abductors{"glmed1", "glmed2", "glmed3", "glmin1", "glmin2", "glmin3", "tfl"};

INSTANTIATE_TEST_SUITE_P(Joints, MomentArms,
                         ::testing::Values(Joint{"knee_flexion", 0.85, 1.15, 3.0, {}},
                                           Joint{"ankle_dorsiflexion", 0.85, 1.15, 3.5, {}},
                                           Joint{"hip_flexion", 0.85, 1.15, 3.0, abductors},
                                           Joint{"hip_adduction", 0.85, 1.15, 8.0, {}}),
                         [](const auto& joint) { return std::string(joint.param.coordinate); });

}  // namespace
}  // namespace stridelab
