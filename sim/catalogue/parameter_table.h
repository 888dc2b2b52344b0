#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gait/form.h"
#include "loads/side.h"
#include "runner/body.h"

namespace stridelab {

enum class ParameterKind { number, text };

/// From the unit of a key to SI: percent to a fraction, degrees to rad, rise over run in percent to the angle of a slope.
enum class Conversion { none, percent, degrees, slope };

/// What of a person or a form a parameter sets; none where something else is made of it (a shoe, a stride length). A word
/// sets the enumerator that stands where the word stands among the choices.
using Target = std::variant<std::monostate, double Body::*, double Form::*, Sex Body::*, FootPosture Body::*,
                            KneeSupport Form::*, KneecapMethod Form::*>;

/// One row of the one parameter table: the scenario reader, `--set`, the listing and sliders all read it.
/// Units are those of the key (contract units, never SI inside); `bind()` converts.
struct ParameterInfo {
  std::string_view key;    ///< for example "cadence_spm"
  std::string_view table;  ///< table of the scenario file it belongs in, without brackets: "form", "body", ...
  std::string_view unit;   ///< for people: "steps/min"; "" for text
  ParameterKind kind = ParameterKind::number;
  std::optional<double> default_number;  ///< none for text, and for values that follow from others (cadence, stride)
  std::string_view default_text;         ///< default of a text key, or how the default of a number comes about
  double lo = 0.0;                       ///< smallest value that may be given
  double hi = 0.0;                       ///< largest value that may be given
  std::span<const std::string_view> choices;  ///< of a text key
  std::string_view meaning;                   ///< one sentence for a runner
  std::string_view source;                    ///< of default and range: a citation, or "convention"
  Target target = {};                         ///< what it sets
  Conversion conversion = Conversion::none;   ///< from its unit to that of the target
  std::string_view folder = "";               ///< where the choices are files: "models/shoes"; else ""
  bool sided = false;                         ///< a leg may have a value of its own: `[left]`, `right.KEY`
};

/// The number of a key in SI units.
double to_si(const ParameterInfo& info, double number);

/// The key with its SI unit: "hip_strength_percent" is "hip_strength", "toe_out_deg" is "toe_out_rad".
std::string si_key(const ParameterInfo& info);

/// All absolute keys this version serves, in the order people read them.
std::span<const ParameterInfo> parameter_table();

/// The tables of a scenario file, in that order: "form", "body", ... and "run", which holds a parameter too.
std::span<const std::string_view> table_names();

/// The row of a key, or null.
const ParameterInfo* find_parameter(std::string_view key);

/// The other keys of `[run]`: how the engine runs, not what is run. Same rows, so that faults read the same.
std::span<const ParameterInfo> run_table();
const ParameterInfo* find_run_setting(std::string_view key);

/// A key that changes the resolved value of the base by a percentage, `cadence_percent` for `cadence_spm`.
struct RelativeInfo {
  std::string_view key;
  std::string_view target;  ///< the absolute key it changes
  double lo = 0.0;          ///< percent
  double hi = 0.0;
  std::string_view meaning;
};

std::span<const RelativeInfo> relative_table();
const RelativeInfo* find_relative(std::string_view key);

/// A key that may name a side: "right.hip_strength_percent", "left.toe_out_deg"; without a side it holds for both.
struct SidedKey {
  std::optional<Side> side;
  std::string_view key;  ///< without the side
};
SidedKey sided_key(std::string_view written);

/// Every name a person may write for a parameter: absolute keys, those of people_units.h, relative ones, and those of
/// `[run]`.
std::span<const std::string_view> all_keys();

/// The table of the scenario file a key belongs in, "" for an unknown key.
std::string_view table_of(std::string_view key);

/// "130 .. 220 steps/min"
std::string range_text(double lo, double hi, std::string_view unit);

/// "130 .. 220 steps/min", or the choices of a text key: "male" or "female"; choices that are files are too many to
/// name in a line: one of models/shoes (their names are in the meaning).
std::string range_text(const ParameterInfo& info);

}  // namespace stridelab
