#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/parameter_set.h"

namespace stridelab {

/// One value a person gave, absolute or relative, already checked against the table.
struct Assignment {
  std::string key;      ///< of parameter_table() or relative_table(); of one leg: "right." or "left." before it
  double number = 0.0;  ///< in the unit of the key
  std::string text;     ///< of a text key
};

/// The assignment of a key, or null.
const Assignment* find_assignment(std::span<const Assignment> layer, std::string_view key);

/// Why the assignments of one layer cannot all hold.
struct Contradiction {
  std::string key;      ///< the assignment to point at
  std::string message;  ///< with the arithmetic
  std::string help;
};

/// Speed, cadence and stride length given inconsistently, or a value and its relative change given together.
std::optional<Contradiction> find_contradiction(std::span<const Assignment> layer);

/// What people do without thinking of it where nobody says otherwise, against the usual shoe: a seam, as this room knows
/// no shoes. It moves the default of `foot_strike_deg` and the preferred cadence, never a value somebody gave.
struct Habit {
  double foot_strike_change_deg = 0.0;
  double cadence_change_percent = 0.0;
};

/// Builds a ParameterSet layer by layer: defaults, then each base from the bottom up, the scenario, the overrides.
///
/// A value of both legs takes the place of what an older layer gave one of them; within a layer that of the leg holds.
/// Within a layer absolute values come first, then relative ones, so "speed 3.7, stride length -10 %" is 10 % shorter
/// than the preferred stride at 3.7 m/s. Of speed, cadence and stride length the newest layer wins; if it leaves one
/// to choose, speed is kept before cadence, and cadence before stride length. A cadence that is preferred (times the
/// relative changes so far) follows later changes of speed and height; a given one does not.
class ParameterBuilder {
 public:
  /// Applies a layer without contradictions.
  void apply(std::span<const Assignment> layer, Origin origin);

  /// All layers resolved. What `habit` moves has Origin::model and is named in a note.
  [[nodiscard]] ParameterSet build(const Habit& habit = {}) const;

 private:
  enum class StepRule { preferred, cadence, stride_length };

  void apply_value(const Assignment& assignment, Origin origin);
  void apply_side(const Assignment& assignment, Origin origin);
  static void keep_differing_sides(ParameterSet& set);
  void apply_gait(std::span<const Assignment> layer, Origin origin);
  void apply_relative(const Assignment& change, Origin origin);
  void fix_step(StepRule rule, double value);
  static void apply_habit(ParameterSet& set, const Habit& habit, bool preferred);
  static void apply_slope_habit(ParameterSet& set, bool preferred);
  [[nodiscard]] double cadence_spm() const;
  [[nodiscard]] double stride_length_m() const;

  ParameterSet set_;                     ///< its speed, cadence and stride length are filled in by build()
  StepRule rule_ = StepRule::preferred;  ///< what fixes the step beside the speed
  double preferred_factor_ = 1.0;        ///< times the preferred cadence
  double step_value_ = 0.0;              ///< cadence_spm or stride_length_m, as rule_ says
};

}  // namespace stridelab
