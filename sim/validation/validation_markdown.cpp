#include <fmt/format.h>

#include <set>

#include "model_files/models_origin.h"
#include "report/console_style.h"
#include "validation/validation_output.h"
#include "validation/validation_tables.h"

namespace stridelab {
namespace {

constexpr const char* head =
    "# How well does it agree with real runners?\n\n"
    "Written by `stridelab validate --markdown sim/VALIDATION.md`; a test fails when it is stale. Nothing is left out: "
    "a\n"
    "miss stands here as a MISS.\n\n";

constexpr const char* words =
    "* **in-sample**: the model is fitted to this curve, or constants were chosen with it in view. **calibrated**:\n"
    "  constants were chosen with this number in view. **put in**: the model states this finding; agreement shows that "
    "it\n"
    "  arrives. **predicted**: neither size nor direction was taken from it.\n"
    "* Ground forces, moments and angles of the references were low-passed at 10 Hz (4th order, zero lag). The "
    "model's\n"
    "  signals get the same filter, once; the forward engine's come from its frames, which nothing has filtered.\n"
    "* **Offset**: mean difference that is taken out before judging where model and reference do not share their "
    "zero.\n"
    "* **Evidence of effects**: slope and intercept of predicted on published changes by least squares; axis: slope of "
    "the\n"
    "  reduced major axis; concordance: Lin 1989. Per cents and degrees stand side by side as numbers where a row says "
    "so.\n"
    "* Not compared: toe-out, which is an input of the model; the projection angle of the knee in swing, where it "
    "means\n"
    "  nothing; muscle forces, of which no measured curve is at hand.\n\n";

/// What stands at several curves is said once.
std::string notes(const Validation& v) {
  std::set<std::string> origins, zeros, beside, filters;
  for (const ValidatedCurve& c : v.curves) {
    origins.insert(fmt::format("* {}: {}\n", c.curve.evidence.word, c.curve.evidence.reason));
    filters.insert(fmt::format("* {}: {}\n", c.curve.file, c.curve.filter));
    if (!c.curve.zero.empty()) zeros.insert(fmt::format("* {}: {}\n", c.curve.title, c.curve.zero));
    if (!c.curve.not_judged.empty()) beside.insert(fmt::format("* {}: {}\n", c.curve.title, c.curve.not_judged));
  }
  std::string text;
  if (const std::string note = models_origin().note(); !note.empty()) text += fmt::format("\n{}\n", note);
  const auto add = [&text](const char* heading, const std::set<std::string>& lines) {
    text += fmt::format("\n**{}**\n\n", heading);
    for (const std::string& line : lines) text += line;
  };
  add("Why in-sample, why predicted", origins);
  add("Filter of each reference, in models/reference", filters);
  add("Another zero", zeros);
  add("Not judged", beside);
  return text;
}

std::string runners(const Validation& v) {
  std::string text;
  for (const SpeedCondition& speed : v.conditions.speeds) {
    text += fmt::format("* {} m/s:", fixed(speed.speed_m_s, 1));
    for (const std::string& setting : speed.settings) text += " `" + setting + "`";
    text += "\n";
  }
  for (const ValidatedSpeed& speed : v.speeds)
    for (std::size_t e = 0; e < 2; ++e)
      if (!speed.stride[e])
        text += fmt::format("* no stride at {} m/s by the {} engine: {}\n", fixed(speed.speed_m_s, 1), engine_names[e],
                            speed.missing[e]);
  return text;
}

}  // namespace

std::string validation_markdown(const Validation& validation) {
  const auto section = [](const char* heading, const TextTable& table) {
    return fmt::format("## {}\n\n{}\n", heading, markdown_table(table));
  };
  return head + section("Curves in short", curve_summary_table(validation)) +
         section("Effects in short", group_table(validation, true)) + words + "The reference runner:\n\n" +
         runners(validation) + "\n" + section("Curves over stance", curve_table_of(validation, CyclePart::stance)) +
         section("Curves over swing", curve_table_of(validation, CyclePart::swing)) +
         section("Published effects", effect_table(validation, false)) +
         section("Engine against engine: curves", engine_curve_table(validation)) +
         section("Engine against engine: changes of form", engine_effect_table(validation)) + "## Notes\n" +
         notes(validation);
}

}  // namespace stridelab
