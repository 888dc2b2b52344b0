#include "activity/load_grid.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "model_files/model_overlay.h"
#include "study/run_conditions.h"
#include "study/trade_off.h"

namespace stridelab {
namespace {

constexpr double speed_from_m_s = 1.8, speed_step_m_s = 0.25;
constexpr double slope_step = 0.02;
constexpr double cadence_from_spm = 130.0, cadence_step_spm = 6.0;
constexpr double contact_from_percent = 100.0, contact_step_percent = 5.0;

/// The two grid lines beside a value, and the share of the upper one.
struct Between {
  int low;
  double upper_share;
};

Between between(double value, double from, double step) {
  const double position = (value - from) / step;
  const double low = std::floor(position);
  return {static_cast<int>(low), position - low};
}

}  // namespace

void LoadsPerKm::add(const LoadsPerKm& other, double weight) {
  kneecap_bw_s += weight * other.kneecap_bw_s;
  kneecap_peak_bw += weight * other.kneecap_peak_bw;
  contact_time_ms += weight * other.contact_time_ms;
  cadence_spm += weight * other.cadence_spm;
  vertical_oscillation_mm += weight * other.vertical_oscillation_mm;
  regions.resize(other.regions.size(), 0.0);
  for (std::size_t i = 0; i < regions.size(); ++i) regions[i] += weight * other.regions[i];
}

LoadGrid::LoadGrid(OpenScenario person, std::vector<Assignment> edits, const RegionMap& map, const LoadModels& models,
                   StrideSolver solver)
    : person_(std::move(person)), edits_(std::move(edits)), map_(map), models_(models), solver_(std::move(solver)) {}

std::vector<LoadGrid::Corner> LoadGrid::corners(const CourseCell& cell) {
  const Between speed = between(cell.speed_m_s(), speed_from_m_s, speed_step_m_s);
  const Between slope = between(cell.slope, 0.0, slope_step);
  const bool known = std::isfinite(cell.cadence_spm);
  const Between cadence = known ? between(cell.cadence_spm, cadence_from_spm, cadence_step_spm) : Between{-1, 0.0};
  const bool measured = std::isfinite(cell.contact_time_percent);
  const Between contact = measured ? between(cell.contact_time_percent, contact_from_percent, contact_step_percent)
                                   : Between{not_given, 0.0};
  const std::array<Between, 4> sides = {speed, slope, cadence, contact};
  // From the lowest corner to the highest, one side after the other, the largest share first: of a box of eight corners
  // these four enclose the point (Kuhn's simplex), and half as many strides have to be solved.
  std::array<std::size_t, 4> order = {0, 1, 2, 3};
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return sides[a].upper_share > sides[b].upper_share; });
  std::array<int, 4> key = {speed.low, slope.low, cadence.low, contact.low};
  std::vector<Corner> out;
  double before = 1.0;
  for (std::size_t i = 0; i <= order.size(); ++i) {
    const double next = i < order.size() ? sides[order[i]].upper_share : 0.0;
    if (before - next > 1e-9) out.push_back({{key[0], key[1], key[2], key[3]}, before - next});
    if (i < order.size()) ++key[order[i]];
    before = next;
  }
  return out;
}

double LoadGrid::contact_share(const Key& key) {
  return key.contact == not_given ? 1.0 : 0.01 * (contact_from_percent + contact_step_percent * key.contact);
}

std::vector<Assignment> LoadGrid::edits_at(const Key& key) const {
  std::vector<Assignment> edits = edits_;
  edits.push_back({"speed_m_s", speed_from_m_s + speed_step_m_s * key.speed, {}});
  edits.push_back({"slope_percent", 100.0 * slope_step * key.slope, {}});
  if (key.cadence >= 0) edits.push_back({"cadence_spm", cadence_from_spm + cadence_step_spm * key.cadence, {}});
  return edits;
}

/// With another contact time the runner's law of it is scaled, as a draw of the model's constants scales it: what else a
/// person changes with it is not known, so it is no input of a form.
std::optional<LoadsPerKm> LoadGrid::solve(const Scenario& scenario, double contact_share) const {
  std::optional<ModelOverlay> law;
  if (contact_share != 1.0)
    law.emplace(std::vector<ConstantEdit>{
        {"gait/normative_laws.toml", "contact_time.seconds", ConstantEdit::How::factor, contact_share}});
  const OverlayScope scope(law ? &*law : active_overlay());
  const SolveResult solved = solve_run(scenario.inputs, solver_, models_);
  if (!solved) return std::nullopt;
  const SolvedRun& run = **solved;
  const std::vector<RegionLoad> regions = region_loads(map_, run.metrics, run_conditions(scenario.inputs, false));
  const SolvedForm form{scenario.parameters, scenario.inputs, run, regions};
  LoadsPerKm out;
  out.kneecap_bw_s = run.metrics.value("pfj_force_impulse_per_km_bw_s").value_or(not_recorded);
  out.kneecap_peak_bw = run.metrics.value("pfj_force_peak_bw").value_or(not_recorded);
  out.contact_time_ms = run.metrics.value("contact_time_ms").value_or(not_recorded);
  out.vertical_oscillation_mm = 10.0 * run.metrics.value("vertical_oscillation_cm").value_or(not_recorded);
  out.cadence_spm = scenario.parameters.number("cadence_spm");
  for (const RegionLoad& region : regions)
    // What a report withholds (bending of the shin on slopes) has no sum either.
    out.regions.push_back(region.main().value ? load_per_km(form, region.main().metric.key).value_or(not_recorded)
                                              : not_recorded);
  return out;
}

tl::expected<void, Diagnostics> LoadGrid::prepare(const std::vector<CourseCell>& cells) {
  std::vector<Key> wanted;
  std::vector<Scenario> scenarios;
  for (const CourseCell& cell : cells) {
    if (cell.walking) continue;
    for (const Corner& corner : corners(cell)) {
      if (!points_.try_emplace(corner.key).second) continue;
      auto scenario = person_.resolve(edits_at(corner.key));
      if (!scenario) continue;  // outside the ranges of the parameters: no point of the grid
      wanted.push_back(corner.key);
      scenarios.push_back(*std::move(scenario));
    }
  }
  std::vector<std::optional<LoadsPerKm>> solved(wanted.size());
  tbb::parallel_for(std::size_t{0}, wanted.size(),
                    [&](std::size_t i) { solved[i] = solve(scenarios[i], contact_share(wanted[i])); });
  for (std::size_t i = 0; i < wanted.size(); ++i) points_[wanted[i]] = std::move(solved[i]);
  auto own = person_.resolve(edits_);
  if (!own) return tl::unexpected(own.error());
  if (auto refused = sides_refused(own->inputs, "an activity's loads are those of"))
    return tl::unexpected(Diagnostics{Diagnostic{person_.path(), 0, 0, *std::move(refused), "", 1, {}}});
  return {};
}

std::optional<LoadsPerKm> LoadGrid::at(const CourseCell& cell) const {
  LoadsPerKm out;
  for (const Corner& corner : corners(cell)) {
    const auto point = points_.find(corner.key);
    if (point == points_.end() || !point->second) return std::nullopt;
    out.add(*point->second, corner.weight);
  }
  return out;
}

tl::expected<LoadsPerKm, std::string> LoadGrid::level_run() {
  const auto own = person_.resolve(edits_);
  if (!own) return tl::unexpected(to_text(own.error()));
  if (auto loads = solve(*own, 1.0)) return *std::move(loads);
  return tl::unexpected(std::string("the person's own form cannot be run"));
}

}  // namespace stridelab
