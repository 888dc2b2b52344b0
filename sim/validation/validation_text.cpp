#include <fmt/format.h>

#include <algorithm>

#include "model_files/models_origin.h"
#include "report/console_style.h"
#include "validation/validation_output.h"
#include "validation/validation_tables.h"

namespace stridelab {
namespace {

constexpr std::size_t worst_rows = 6, fewest_curves = 2;  ///< of curves and effects that miss: one screen for all
constexpr std::size_t most_deviations = 3;
constexpr double leading_speed_m_s = 3.5;  ///< the one at which every reference exists

std::string opening(const Validation& v) {
  return fmt::format(
      "Does it agree with real runners?  26 of them (Fukuchi 2017), {} published effects. Both sides at\n"
      "{:.0f} Hz. A curve agrees with {:.0f} % of its samples inside one SD. In-sample: the model was fitted to it.\n",
      v.effects.size(), v.conditions.cutoff_hz, v.conditions.agreeing_share_percent);
}

std::string falls(const Validation& v) {
  std::string text;
  for (const ValidatedSpeed& speed : v.speeds)
    for (std::size_t e = 0; e < 2; ++e)
      if (!speed.stride[e])
        text +=
            fmt::format("{} m/s by the {} engine: {}\n", fixed(speed.speed_m_s, 1), engine_names[e], speed.missing[e]);
  return text;
}

std::string value_text(const std::optional<double>& value) { return value ? fmt::format("{:.4g}", *value) : "none"; }

std::string deviation_line(const Deviation& d) {
  if (!d.counterpart)
    return fmt::format("  {}: {}\n", d.figure, d.found ? "new, " + value_text(d.found) : "stored, but gone");
  return fmt::format("  {}: {} instead of {} (+- {:.2g})\n", d.figure, value_text(d.found), value_text(d.expected),
                     d.tolerance);
}

std::string expectation_text(const ExpectationOutcome& outcome, const ConsoleStyle& style) {
  if (outcome.deviations.empty())
    return style.green(fmt::format("All {} figures are where they were stored.", outcome.figures)) + "\n";
  std::string text = style.red(fmt::format("{} of {} figures left their stored expectation:", outcome.deviations.size(),
                                           outcome.figures)) +
                     "\n";
  const std::size_t shown = style.every_row ? outcome.deviations.size() : most_deviations;
  for (std::size_t i = 0; i < std::min(shown, outcome.deviations.size()); ++i)
    text += deviation_line(outcome.deviations[i]);
  return text;
}

std::string details(const Validation& v) {
  return "\n" + console_table(curve_table_of(v, CyclePart::stance)) + "\n" +
         console_table(curve_table_of(v, CyclePart::swing)) + "\n" + console_table(effect_table(v, false)) + "\n" +
         console_table(group_table(v, true)) + "\n" + console_table(engine_curve_table(v)) + "\n" +
         console_table(engine_effect_table(v));
}

}  // namespace

std::string validation_text(const Validation& validation, const ExpectationOutcome* outcome,
                            const ConsoleStyle& style) {
  std::string text = style.bold(opening(validation)) + falls(validation);
  if (const std::string note = models_origin().note(); !note.empty())
    text += wrapped("note: " + note, style.columns, 2);
  text += "\n" + console_table(curve_summary_table(validation));
  text += "\n" + console_table(peak_table(validation, leading_speed_m_s));
  text += "\n" + console_table(group_table(validation, false));
  const TextTable misses = effect_table(validation, true);
  const std::size_t effects = std::min(misses.rows.size(), worst_rows - fewest_curves);
  text += "\n" + console_table(worst_curves_table(validation, std::min<std::size_t>(worst_rows - effects, 5)));
  if (!misses.rows.empty())
    text += console_table(misses);
  else
    text += "  every effect is inside its band\n";
  if (outcome != nullptr) text += expectation_text(*outcome, style);
  if (style.every_row) text += details(validation);
  return text;
}

}  // namespace stridelab
