#include <fmt/format.h>

#include <cmath>

#include "claims/claims.h"
#include "model_files/models_origin.h"
#include "report/console_style.h"
#include "report/plain_words.h"

namespace stridelab {
namespace {

constexpr std::string_view rule =
    "The verdict is a rule: supported or opposite where the change counts (2 %, or 1 deg of an angle) and its whole "
    "range has one sign; no effect where the whole range is smaller than what counts; else it cannot be told. Assumed, "
    "not tested: a law of the model states it, so agreement proves nothing. The range: nine in ten draws of the "
    "model's constants and of the way to work the kneecap's force out (models/uncertainty); studies scatter further "
    "than that.";

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

std::string signed_degrees(double degrees) { return fmt::format("{:+.1f}", degrees); }

}  // namespace

std::string found_text(const ClaimResult& result) {
  if (result.level) {
    const MetricRow& row = *metric(result.claim->metric).row;
    return fmt::format("{} {}", fixed(*result.level, 1), row.unit);
  }
  if (!result.change) return {};
  const ClaimChange& c = *result.change;
  const bool ranged = c.high - c.low > 0.05;
  if (c.in_degrees)
    return signed_degrees(c.value) + " deg" +
           (ranged ? fmt::format(" ({} to {})", signed_degrees(c.low), signed_degrees(c.high)) : "");
  std::string text = signed_percent(c.value);
  if (ranged) {
    std::string low = signed_percent(c.low), high = signed_percent(c.high);
    for (std::string* end : {&low, &high}) end->resize(end->size() - 2);  // " %" is said once
    text += fmt::format(" ({} to {})", low, high);
  }
  return text;
}

std::string claims_markdown(const std::vector<ClaimResult>& results) {
  std::string text =
      "# What people are told, and what this model says to it\n\nWritten by `stridelab claims --markdown "
      "scenarios/CLAIMS.md`; a test fails when it is stale.\n\n" +
      std::string(rule) +
      "\n\n| people say | verdict | what changes | number | asked by | source |\n|---|---|---|---:|---|---|\n";
  for (const ClaimResult& r : results) {
    const std::string asked = r.claim->scenario.empty() ? "" : fmt::format("[{0}]({0}.toml)", r.claim->scenario);
    const std::string what = r.claim->can_be_asked() ? plain_label(r.claim->metric) : r.claim->outside;
    text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", escaped(r.claim->says), to_text(r.verdict), escaped(what),
                        found_text(r), asked, escaped(r.claim->source));
  }
  if (const std::string note = models_origin().note(); !note.empty()) text += "\n" + note + "\n";
  return text;
}

std::string claims_text(const std::vector<ClaimResult>& results, int columns) {
  std::string text;
  for (const ClaimResult& r : results) {
    text += wrapped(r.claim->says + ":", columns, 0);
    const std::string found = found_text(r);
    const std::string why = r.claim->can_be_asked() ? plain_label(r.claim->metric) + " " + found : r.claim->outside;
    text += wrapped(fmt::format("{}; {}", to_text(r.verdict), why), columns, 4);
  }
  if (const std::string note = models_origin().note(); !note.empty())
    text += wrapped("Note: " + note + ".", columns, 0);
  return text + wrapped(rule, columns, 0);
}

}  // namespace stridelab
