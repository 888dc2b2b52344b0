#include "metrics/load_notes.h"

#include <fmt/format.h>

#include <algorithm>

#include "loads/patellofemoral.h"
#include "metrics/stance.h"

namespace stridelab {
namespace {

std::string note_on_fits(const LegRecord& leg, const LoadModels& models) {
  const StancePeak force = stance_maximum(leg, quantity("pfj_force_n"));
  const double flexion_rad = value_near(leg, quantity("knee_flexion_rad"), force.phase);
  if (!fit_flexion(models.patellofemoral, flexion_rad).extrapolated) return {};
  return "kneecap load: the knee bends beyond the range of the published fits when the load peaks";
}

double largest_moment_nm(const LegRecord& leg) {
  double largest = 0.0;
  for (const QuantityIndex of : {quantity("knee_extension_moment_nm"), quantity("hip_extension_moment_nm"),
                                 quantity("hip_abduction_moment_nm"), quantity("ankle_plantarflexion_moment_nm")})
    largest = std::max({largest, stance_maximum(leg, of).value, -stance_minimum(leg, of).value});
  return largest;
}

std::string note_on_reserve(const LegRecord& leg, const PublishedLimits& limits) {
  const double reserve_nm = stance_maximum(leg, quantity("muscle_shortfall_nm")).value;
  if (reserve_nm <= std::min(limits.reserve_nm, limits.reserve_share * largest_moment_nm(leg))) return {};
  return fmt::format(
      "muscles: more than {:.0f} Nm or {:.0f} % of a joint moment (in --all: muscle_reserve_peak_nm) is more than the "
      "muscles can give; forces of muscles, tendons and the knee joint are too low there",
      limits.reserve_nm, 100.0 * limits.reserve_share);
}

std::string limit_note(const MetricRow& row, double value, const PublishedLimit& limit) {
  const bool low = limit.lowest && value < *limit.lowest;
  if (!low && !(limit.highest && value > *limit.highest)) return {};
  const double bound = low ? *limit.lowest : *limit.highest;
  // One digit more than tables show: a value must not look like the limit that it breaks.
  const std::string found = fmt::format("{} of {:.{}f} {}", row.label, value, row.decimals + 1, row.unit);
  if (bound == 0.0) return fmt::format("not the runner's: {} has another sign than in every published run", found);
  return fmt::format("not the runner's: {} is beyond anything published for running ({:g} {}, {}: {})", found, bound,
                     row.unit, limit.basis, limit.source.substr(0, limit.source.find(" (")));
}

bool anywhere(const LegRecord& leg, QuantityIndex flag) {
  return std::any_of(leg.grid.begin(), leg.grid.end(), [flag](const LegValues& v) { return v[flag] > 0.0; });
}

std::string note_on_postures(const LegRecord& leg) {
  return anywhere(leg, quantity("muscles_extrapolated"))
             ? "muscles: a joint bends beyond the postures that muscle lengths were "
               "fitted to; forces are extrapolated there"
             : "";
}

std::string note_on_sharing(const LegRecord& leg) {
  return anywhere(leg, quantity("static_optimisation_failed"))
             ? "muscles: the sharing of the joint moments did not converge at some instants"
             : "";
}

}  // namespace

std::vector<std::string> load_notes(const LegRecord& leg, const LoadModels& models) {
  std::vector<std::string> notes{note_on_fits(leg, models), note_on_reserve(leg, models.published),
                                 note_on_postures(leg), note_on_sharing(leg)};
  std::erase(notes, std::string());
  return notes;
}

std::vector<std::string> published_limit_notes(const MetricValues& values, const PublishedLimits& limits, Side side) {
  std::vector<std::string> notes;
  for (const PublishedLimit& limit : limits.limits) {
    auto name = find_metric(limit.metric);
    if (!name) continue;
    name->side = side;
    const auto value = values.of(*name).value;
    if (!value) continue;
    if (std::string note = limit_note(*name->row, *value, limit); !note.empty()) notes.push_back(std::move(note));
  }
  return notes;
}

std::vector<std::string> strength_notes(const StrengthLimits& limits) {
  struct Group {
    double limit;
    std::string_view name;
  };
  constexpr double noticeable = 0.995;  // what is nearer to 1 would print as 100 %
  std::string groups;
  for (const Group& group : {Group{limits.abductors, "hip abductors"}, Group{limits.knee_extensors, "quadriceps"},
                             Group{limits.hip_extensors, "hip extensors"}, Group{limits.plantarflexors, "calf"},
                             Group{limits.trunk, "trunk"}})
    if (group.limit < noticeable)
      groups += fmt::format("{}{} {:.0f} %", groups.empty() ? "" : ", ", group.name, 100.0 * group.limit);
  if (groups.empty()) return {};
  return {fmt::format("at the end of their strength: {} of what this form usually takes", groups)};
}

}  // namespace stridelab
