#include "activity/developer_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace stridelab {
namespace {

constexpr std::size_t most_fields = 256;  ///< of a file; more are no foot pod

/// Lower case, letters only: "Ground_Time (L)" -> "groundtimel".
std::string letters(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c - 'A' + 'a');
    else if (c >= 'a' && c <= 'z')
      out += c;
  return out;
}

bool holds(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

double TrackPoint::*meaning(std::string_view name, double native) {
  struct Name {
    std::string_view word;
    double native;  ///< number of the record's own field that it stands for
    double TrackPoint::*what;
  };
  static constexpr std::array<Name, 12> names = {{{"groundcontacttime", 41, &TrackPoint::contact_time_ms},
                                                  {"groundtime", 41, &TrackPoint::contact_time_ms},
                                                  {"contacttime", 41, &TrackPoint::contact_time_ms},
                                                  {"stancetime", 41, &TrackPoint::contact_time_ms},
                                                  {"gct", 41, &TrackPoint::contact_time_ms},
                                                  {"verticaloscillation", 39, &TrackPoint::vertical_oscillation_mm},
                                                  {"steplength", 85, &TrackPoint::step_length_m},
                                                  {"heartrate", 3, &TrackPoint::heart_rate_bpm},
                                                  {"runpower", 7, &TrackPoint::power_w},
                                                  {"cadence", 4, &TrackPoint::cadence_per_min},
                                                  {"power", 7, &TrackPoint::power_w},
                                                  {"balance", 84, &TrackPoint::balance_percent}}};
  for (const Name& n : names)
    if (native == n.native) return n.what;
  // "form power", "air power", "contact time balance" and ratios in per cent are something else.
  if (holds(name, "form") || holds(name, "air") || holds(name, "percent") || holds(name, "ratio")) return nullptr;
  if (holds(name, "balance")) return holds(name, "contact") ? &TrackPoint::balance_percent : nullptr;
  for (const Name& n : names)
    if (name == n.word || ((name.starts_with(n.word) || name.ends_with(n.word)) && n.native > 30.0)) return n.what;
  return nullptr;
}

/// What a value in that unit is multiplied with.
double factor_of(double TrackPoint::*what, std::string_view unit) {
  const bool seconds = unit == "s" || unit == "sec" || unit == "seconds";
  if (what == &TrackPoint::contact_time_ms) return seconds ? 1000.0 : 1.0;
  const double metres = unit == "mm" || holds(unit, "milli")   ? 0.001
                        : unit == "cm" || holds(unit, "centi") ? 0.01
                                                               : 1.0;
  if (what == &TrackPoint::vertical_oscillation_mm) return unit.empty() ? 1.0 : 1000.0 * metres;
  return what == &TrackPoint::step_length_m ? metres : 1.0;
}

}  // namespace

void DeveloperFields::describe(const FitMessage& m) {
  const double developer = m.number(0), number = m.number(1), type = m.number(2);
  if (!(developer <= 255.0) || !(number <= 255.0) || !(type <= 255.0) || fields_.size() >= most_fields) return;
  const std::string raw = m.text(3), name = letters(raw), unit = letters(m.text(8));
  const double message = m.number(14), native = message == 20.0 || !std::isfinite(message) ? m.number(15) : 0.0;
  double TrackPoint::*what = meaning(name, native);
  if (what == nullptr) return;
  const auto ends = [&](std::string_view end) { return std::string_view(raw).ends_with(end); };
  const Side side = holds(name, "left") || ends("_L") || ends(" L")    ? Side::left
                    : holds(name, "right") || ends("_R") || ends(" R") ? Side::right
                                                                       : Side::both;
  const double scale = m.number(6);
  const double factor = factor_of(what, unit) / (scale > 0.0 ? scale : 1.0);
  const auto byte = [](double x) { return static_cast<std::uint8_t>(x); };
  std::erase_if(fields_, [&](const Field& f) { return f.developer == developer && f.number == number; });
  fields_.push_back({byte(developer), byte(number), byte(type), what, side, factor});
}

void DeveloperFields::take(const FitMessage& m, TrackPoint& p) const {
  TrackPoint left, right, both;
  for (const Field& f : fields_) {
    TrackPoint& side = f.side == Side::left ? left : f.side == Side::right ? right : both;
    if (const double value = m.developer_number(f.developer, f.number, f.base_type); std::isfinite(value))
      side.*f.what = f.factor * value;
  }
  const auto fill = [](double& into, double value) { into = std::isfinite(into) ? into : value; };
  for (double TrackPoint::*what : {&TrackPoint::contact_time_ms, &TrackPoint::vertical_oscillation_mm,
                                   &TrackPoint::step_length_m, &TrackPoint::power_w, &TrackPoint::cadence_per_min,
                                   &TrackPoint::heart_rate_bpm, &TrackPoint::balance_percent}) {
    fill(p.*what, both.*what);
    if (std::isfinite(left.*what) && std::isfinite(right.*what)) fill(p.*what, 0.5 * (left.*what + right.*what));
    fill(p.*what, left.*what);
    fill(p.*what, right.*what);
  }
  const double l = left.contact_time_ms, r = right.contact_time_ms;
  if (l > 0.0 && r > 0.0) fill(p.balance_percent, 100.0 * l / (l + r));
}

}  // namespace stridelab
