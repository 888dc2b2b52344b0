#pragma once

#include <optional>
#include <string_view>

#include "catalogue/quantity.h"

namespace stridelab {

/// How a metric comes about. The first are reductions of a quantity; the others are named functions of the stride
/// (metrics/named_metrics.h), as they are no quantity of a leg at an instant.
enum class Reduction {
  stance_peak,         ///< largest value over stance, its ends included
  stance_lowest,       ///< smallest value over stance
  stance_drop,         ///< minus the smallest value over stance
  stance_peak_to_one,  ///< the stance peak, 1 at most: a parabola through samples at a limit may pass it
  loaded_peak,         ///< from 10 % of contact to toe-off: while the leg carries
  retraction_peak,     ///< from 90 % of swing to 10 % of the contact that follows
  swing_peak,          ///< from toe-off to the next contact
  at_contact,          ///< where the vertical force rises through 50 N
  at_peak_of,          ///< when another quantity has its stance peak
  rise_to_peak_of,     ///< the same, less the value at contact
  impulse,             ///< integral over stance, one step
  impulse_per_km,      ///< that of all steps of one leg in a kilometre
  absorbed,            ///< integral over stance of its negative part, as a positive number
  // Named functions of a leg.
  impact_peak,
  loading_rate,
  contact_time,
  flight_time,
  duty_factor,
  leg_stiffness,
  // Named functions of the whole stride.
  speed,
  cadence,
  stride_length,
  step_length,
  vertical_oscillation,
  ground_work,
  leg_work,
  joint_work,
  residual_force,
  residual_moment,
  solve_time,  ///< the caller's
};

/// Whether it is made of a quantity.
constexpr bool is_reduction(Reduction reduction) { return reduction <= Reduction::absorbed; }
/// Whether each leg has a value.
constexpr bool is_sided(Reduction reduction) { return reduction <= Reduction::leg_stiffness; }

/// Where a metric stands in the printed table.
enum class MetricGroup { kneecap, muscles, joint_moments, ground, posture, motion, quality };

/// Whether a metric stands in the table that people see first, or in the full one (`--all`) alone.
enum class Shown { first, all };

/// A metric as it is declared: what its quantity and reduction do not say already. The rest is left out where the
/// quantity says it, and must be said of a named function.
struct Metric {
  std::string_view key;
  std::string_view label;  ///< a few words for tables, at most 33 columns
  MetricGroup group;
  Reduction reduction;
  QuantityIndex of = {};       ///< of a reduction
  QuantityIndex at_peak = {};  ///< of at_peak_of and rise_to_peak_of: the other quantity
  Shown shown = Shown::all;
  std::optional<Presentation> as = {};  ///< in other units than the quantity's
  std::string_view sign = {};
  std::string_view definition = {};
  std::string_view source = {};
};

/// Whether a declaration says all that its reduction needs. Asserted where rows stand, so that one that does not is never
/// built.
constexpr bool is_complete(const Metric& m) {
  constexpr QuantityIndex none;
  const bool at_another = m.reduction == Reduction::at_peak_of || m.reduction == Reduction::rise_to_peak_of;
  if (m.key.empty() || m.label.empty() || (m.at_peak != none) != at_another) return false;
  if (is_reduction(m.reduction)) return m.of != none && m.definition.empty();
  return m.of == none && m.as && !m.definition.empty() && !m.source.empty();
}

}  // namespace stridelab
