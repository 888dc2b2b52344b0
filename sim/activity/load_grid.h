#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "activity/course.h"
#include "regions/region_map.h"
#include "scenario/open_scenario.h"
#include "study/solve_cache.h"

namespace stridelab {

/// Loads of one leg over a kilometre of one kind of running.
struct LoadsPerKm {
  double kneecap_bw_s = 0.0;     ///< kneecap force x time
  double kneecap_peak_bw = 0.0;  ///< of a step
  std::vector<double> regions;   ///< main load x time of each region of the map, in its order; NaN where it has none
  double contact_time_ms = 0.0;
  double cadence_spm = 0.0;
  double vertical_oscillation_mm = 0.0;

  void add(const LoadsPerKm& other, double weight);
};

/// Loads at any speed, slope and cadence for one person and shoe: strides are solved on a grid, once each, and read between
/// its points along straight lines. Where no cadence is given the grid has the preferred one; where no share of the usual
/// contact time is given, the usual one.
///
/// Spacing 0.25 m/s, 2 % of slope, 6 steps/min, 5 % of contact time: the kneecap's load over a kilometre is within 1 % of a stride that is
/// solved for the point (tests/unit/activity/load_grid_test.cpp measures it at 200 random points).
///
/// thread  prepare() solves on all cores; the answers do not depend on how many
class LoadGrid {
 public:
  LoadGrid(OpenScenario person, std::vector<Assignment> edits, const RegionMap& map, const LoadModels& models,
           StrideSolver solver);

  /// Solves what these cells need and is not there yet.
  /// errors  faults of the edits, of "--set"
  tl::expected<void, Diagnostics> prepare(const std::vector<CourseCell>& cells);

  /// At a cell; empty where a stride next to it cannot be run or lies outside the model's ranges. prepare() first.
  [[nodiscard]] std::optional<LoadsPerKm> at(const CourseCell& cell) const;

  /// Of the person's own form, solved as it is: the level easy run that a course is compared with.
  tl::expected<LoadsPerKm, std::string> level_run();

  [[nodiscard]] std::size_t solved() const { return points_.size(); }
  [[nodiscard]] const RegionMap& map() const { return map_; }

 private:
  struct Key {
    int speed, slope;
    int cadence;  ///< steps of the grid; -1 = the preferred one
    int contact;  ///< from 100 % of the usual one; not_given = that
    auto operator<=>(const Key&) const = default;
  };
  struct Corner {
    Key key;
    double weight;
  };
  static std::vector<Corner> corners(const CourseCell& cell);
  static double contact_share(const Key& key);
  [[nodiscard]] std::vector<Assignment> edits_at(const Key& key) const;
  static constexpr int not_given = std::numeric_limits<int>::min();
  [[nodiscard]] std::optional<LoadsPerKm> solve(const Scenario& scenario, double contact_share) const;

  OpenScenario person_;
  std::vector<Assignment> edits_;
  const RegionMap& map_;
  const LoadModels& models_;
  StrideSolver solver_;
  std::map<Key, std::optional<LoadsPerKm>> points_;
};

}  // namespace stridelab
