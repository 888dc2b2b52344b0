#include "report/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/text.h"
#include "report/console_style.h"
#include "report/spread_columns.h"
#include "study/change.h"

namespace stridelab {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

/// At most three decimals and no trailing zeros: inputs are short numbers, derived ones need not be longer.
std::string short_number(double value) { return number_text(std::round(value * 1000.0) / 1000.0); }

std::string value_text(const ParameterValue& p) {
  if (p.info->kind == ParameterKind::text) return p.text;
  // What the model chose has no third decimal to stand by.
  const int decimals = p.info->key == "cadence_spm" || p.origin == Origin::model ? 1 : 3;
  const double scale = std::pow(10.0, decimals);
  return number_text(std::round(p.number * scale) / scale);
}

std::string with_unit(const std::string& value, std::string_view unit) {
  return unit.empty() ? value : value + " " + std::string(unit);
}

bool is_pace(std::string_view key) { return key == "speed_m_s" || key == "cadence_spm" || key == "stride_length_m"; }

bool nearly_equal(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

/// Speed, cadence and stride length are two free numbers: one phrase says what became of them.
std::string pace_change(const ParameterSet& a, const ParameterSet& b, Units units) {
  const double speed_a = a.number("speed_m_s");
  const double speed_b = b.number("speed_m_s");
  const double cadence_a = a.number("cadence_spm");
  const double cadence_b = b.number("cadence_spm");
  const double steps_percent = 100.0 * (cadence_b / cadence_a - 1.0);
  const double stride_percent = 100.0 * (b.number("stride_length_m") / a.number("stride_length_m") - 1.0);
  if (nearly_equal(speed_a, speed_b)) {
    if (nearly_equal(cadence_a, cadence_b)) return {};
    const bool stride_given = nearly_equal(stride_percent, std::round(stride_percent)) &&
                              !nearly_equal(steps_percent, std::round(steps_percent));
    if (stride_given)
      return fmt::format("same speed, {} % {} steps", short_number(std::abs(stride_percent)),
                         stride_percent > 0.0 ? "longer" : "shorter");
    return fmt::format("same speed, {} % {} steps", number_text(std::round(std::abs(steps_percent) * 10.0) / 10.0),
                       steps_percent > 0.0 ? "more" : "fewer");
  }
  std::string text = fmt::format("speed {} -> {} m/s ({} -> {}", short_number(speed_a), short_number(speed_b),
                                 pace_text(speed_a, units), pace_text(speed_b, units));
  if (!nearly_equal(cadence_a, cadence_b))
    text += fmt::format(", {} -> {} steps/min", fixed(cadence_a, 0), fixed(cadence_b, 0));
  return text + ")";
}

/// A change that would print as zero per cent.
bool is_unchanged(double percent) { return std::abs(percent) < 0.05; }

bool same_value(const ParameterValue& a, const ParameterValue& b) {
  return nearly_equal(a.number, b.number) && a.text == b.text;
}

std::string difference(const ParameterValue& a, const ParameterValue& b, Units units) {
  const auto said = [units](const ParameterValue& p) {
    return with_units(p.info->key, p.number, value_text(p), p.info->unit, units);
  };
  if (units == Units::imperial || b.info->key == "speed_m_s")
    return spoken(b.info->key) + " " + said(a) + " -> " + said(b);
  return with_unit(spoken(b.info->key) + " " + value_text(a) + " -> " + value_text(b), b.info->unit);
}

std::string from_to(std::string_view key, const MetricValues& a, const MetricValues& b) {
  const auto name = find_metric(key);
  const Change c = change_between(*name->row, a.of(*name).value, b.of(*name).value);
  if (!c.change) return {};
  if (c.change_percent && is_unchanged(*c.change_percent))
    return fmt::format("{} unchanged at {} {}", name->row->label, fixed(*c.b, name->row->decimals), name->row->unit);
  std::string text = fmt::format("{} {} -> {} {}", name->row->label, fixed(*c.a, name->row->decimals),
                                 fixed(*c.b, name->row->decimals), name->row->unit);
  if (c.change_percent) text += " (" + signed_percent(*c.change_percent) + ")";
  return text;
}

std::optional<double> percent_of(std::string_view key, const MetricValues& a, const MetricValues& b) {
  const auto name = find_metric(key);
  return change_between(*name->row, a.of(*name).value, b.of(*name).value).change_percent;
}

/// An angle has no per cent: how far the knee goes in or out where it bends most; empty for less than people can see.
std::string valgus_shift(const MetricValues& a, const MetricValues& b) {
  constexpr double visible_deg = 0.5;
  constexpr std::string_view key = "knee_valgus_fppa_at_peak_flexion_deg";
  const auto before = a.value(key), after = b.value(key);
  if (!before || !after || std::abs(*after - *before) < visible_deg) return {};
  const double shift_deg = *after - *before;
  return fmt::format("knee {:.1f} deg further {} at its deepest bend", std::abs(shift_deg),
                     shift_deg > 0.0 ? "in" : "out");
}

std::string range_text(const Check& check) {
  const std::string unit(check_unit(check));
  const std::string lo = check.min ? number_text(*check.min) : std::string();
  const std::string hi = check.max ? number_text(*check.max) : std::string();
  const std::string range = check.min && check.max ? lo + " .. " + hi : check.min ? "at least " + lo : "at most " + hi;
  return unit == "1" ? range : with_unit(range, unit);
}

}  // namespace

namespace {

bool is_given(const ParameterSet& set, std::string_view key) {
  const Origin origin = set.value(key).origin;
  return origin == Origin::scenario || origin == Origin::command_line;
}

/// What changed on one leg alone, or otherwise than on the other.
std::vector<std::string> side_changes(const ParameterSet& a, const ParameterSet& b, Units units) {
  std::vector<std::string> parts;
  if (a.sides().empty() && b.sides().empty()) return parts;
  for (const auto& [side, name] : {std::pair{Side::right, "right"}, {Side::left, "left"}}) {
    const ParameterSet before = a.of_side(side), after = b.of_side(side);
    for (const ParameterValue& there : after.values()) {
      const std::string_view key = there.info->key;
      const bool own = !same_value(there, b.value(key)) || !same_value(before.value(key), a.value(key));
      if (there.info->sided && own && !same_value(before.value(key), there))
        parts.push_back(std::string(name) + " " + difference(before.value(key), there, units));
    }
  }
  return parts;
}

std::string changes(const ParameterSet& a, const ParameterSet& b, Units units, bool given_only) {
  const auto counts = [&](std::string_view key) { return !given_only || is_given(a, key) || is_given(b, key); };
  std::vector<std::string> parts;
  // Of a speed that somebody gave, the steps that follow are part.
  const bool pace = counts("cadence_spm") || counts("stride_length_m") ||
                    (counts("speed_m_s") && !same_value(a.value("speed_m_s"), b.value("speed_m_s")));
  if (std::string text = pace ? pace_change(a, b, units) : ""; !text.empty()) parts.push_back(std::move(text));
  for (const ParameterValue& there : b.values()) {
    const ParameterValue& here = a.value(there.info->key);
    if (!is_pace(there.info->key) && !same_value(here, there) && counts(there.info->key))
      parts.push_back(difference(here, there, units));
  }
  for (std::string& part : side_changes(a, b, units)) parts.push_back(std::move(part));
  return parts.empty() ? "nothing" : joined(parts);
}

}  // namespace

std::string what_changed(const ParameterSet& a, const ParameterSet& b, Units units) {
  return changes(a, b, units, false);
}

std::string what_was_changed(const ParameterSet& a, const ParameterSet& b, Units units) {
  return changes(a, b, units, true);
}

std::string differences(const ParameterSet& a, const ParameterSet& b, Units units) {
  std::vector<std::string> parts;
  for (const ParameterValue& there : b.values()) {
    const ParameterValue& here = a.value(there.info->key);
    if (!same_value(here, there)) parts.push_back(difference(here, there, units));
  }
  for (std::string& part : side_changes(a, b, units)) parts.push_back(std::move(part));
  return parts.empty() ? "the same inputs" : joined(parts);
}

std::string conditions(const ParameterSet& parameters, Units units) {
  std::vector<std::string> parts;
  for (const std::string_view key : {"speed_m_s", "cadence_spm", "stride_length_m", "mass_kg", "height_m"}) {
    const ParameterValue& p = parameters.value(key);
    parts.push_back((key == "stride_length_m" ? "stride " : "") +
                    with_units(key, p.number, value_text(p), p.info->unit, units));
  }
  parts.push_back(parameters.text("sex"));
  for (const ParameterValue& p : parameters.values()) {
    const bool default_value =
        p.info->default_number ? p.number == *p.info->default_number : p.text == p.info->default_text;
    const bool said =
        is_pace(p.info->key) || p.info->key == "mass_kg" || p.info->key == "height_m" || p.info->key == "sex";
    if (!said && !default_value)
      parts.push_back(spoken(p.info->key) + " " +
                      with_units(p.info->key, p.number, value_text(p), p.info->unit, units));
  }
  for (const auto& [side, p] : parameters.sides())
    parts.push_back((side == Side::right ? "right " : "left ") + spoken(p.info->key) + " " +
                    with_units(p.info->key, p.number, value_text(p), p.info->unit, units));
  return joined(parts);
}

std::string answer_of_change(const MetricValues& a, const MetricValues& b) {
  std::string text = from_to("pfj_force_peak_bw", a, b);
  if (const auto per_km = percent_of("pfj_force_impulse_per_km_bw_s", a, b))
    text += ", per km " + (is_unchanged(*per_km) ? "unchanged" : signed_percent(*per_km));
  return text + "; " + from_to("pfj_stress_peak_mpa", a, b);
}

std::string elsewhere(const MetricValues& a, const MetricValues& b) {
  struct Place {
    std::string_view key, name = {};  ///< where the label of the metric stands badly in a sentence
    double percent = 0.0;
  };
  constexpr double worth_saying_percent = 2.0;
  std::vector<Place> places;
  for (Place place : std::array<Place, 9>{{{"achilles_force_peak_bw"},
                                           {"hamstrings_force_swing_peak_bw"},
                                           {"itb_strain_peak_percent", "stretch of the outer thigh band"},
                                           {"gluteus_medius_force_peak_bw"},
                                           {"tibiofemoral_force_peak_bw", "knee joint"},
                                           {"hip_extension_moment_peak_nm_kg", "hip extension effort"},
                                           {"vgrf_peak_bw"},
                                           {"loading_rate_bw_s"},
                                           {"braking_peak_bw", "braking"}}}) {
    if (place.name.empty()) place.name = metric(place.key).row->label;
    place.percent = percent_of(place.key, a, b).value_or(0.0);
    if (std::abs(place.percent) >= worth_saying_percent) places.push_back(place);
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& x, const Place& y) { return std::abs(x.percent) > std::abs(y.percent); });
  if (places.size() > 4) places.resize(4);
  std::vector<std::string> parts;
  for (const Place& place : places) parts.push_back(fmt::format("{} {}", place.name, signed_percent(place.percent)));
  if (std::string valgus = valgus_shift(a, b); !valgus.empty()) parts.push_back(std::move(valgus));
  return joined(parts);
}

namespace {

/// One of the ways to work the kneecap's force out, in the words of the reports.
struct KneecapWords {
  std::string_view method, peak, words;
};
constexpr std::array kneecap_words{KneecapWords{"net", "pfj_force_net_peak_bw", "by the knee moment alone"},
                                   KneecapWords{"willson_2015", "pfj_force_willson_peak_bw",
                                                "with all that calf and hamstrings can add (Willson 2015)"},
                                   KneecapWords{"static_optimisation", "pfj_force_static_opt_peak_bw",
                                                "by the muscle model, which shares the work out"}};

/// "5.66 BW by the knee moment alone (as shown), ...": what is said of each method, the headline's first.
template <class Said>
std::string by_method(const std::string& headline, const Said& said) {
  std::string first, others;
  for (const KneecapWords& w : kneecap_words) {
    const std::string text = fmt::format("{} {}", said(w.peak), w.words);
    if (w.method == headline)
      first = text + " (as shown)";
    else
      others += ", " + text;
  }
  return first + others;
}

}  // namespace

std::string_view method_words(const ParameterSet& parameters) {
  const std::string& method = parameters.text("kneecap_method");
  return std::find_if(kneecap_words.begin(), kneecap_words.end(),
                      [&](const KneecapWords& row) { return row.method == method; })
      ->words;
}

std::string kneecap_forces(const ParameterSet& parameters, const MetricValues& metrics) {
  const auto said = [&](std::string_view key) { return fixed(metrics.value(key).value_or(0.0), 2) + " BW"; };
  return fmt::format(
      "Peak kneecap force by method: {}. Calf and hamstrings bend the knee while the thigh straightens it; the methods "
      "differ by how much of that they count. Compare a study with its own method (--set kneecap_method=...).",
      by_method(parameters.text("kneecap_method"), said));
}

std::string kneecap_changes(const ParameterSet& parameters, const MetricValues& a, const MetricValues& b) {
  std::vector<double> changes;
  const auto said = [&](std::string_view key) {
    const auto percent = percent_of(key, a, b);
    if (percent) changes.push_back(*percent);
    return !percent                 ? std::string("no change that can be given")
           : is_unchanged(*percent) ? std::string("unchanged")
                                    : signed_percent(*percent);
  };
  const std::string all = "Peak kneecap force by method: " + by_method(parameters.text("kneecap_method"), said) + ".";
  constexpr double agree_points = 3.0;
  const auto [least, most] = std::minmax_element(changes.begin(), changes.end());
  const bool agree = changes.size() == kneecap_words.size() && *most - *least <= agree_points;
  return all + (agree ? " They agree within 3 points." : " They disagree: compare a study with its own method.");
}

std::string answer_of_run(const RunReport& report) {
  const MetricValues& metrics = *report.metrics;
  const auto said = [&](std::string_view key) {
    const auto name = find_metric(key);
    const auto value = metrics.of(*name).value;
    if (!value) return std::string("no value");
    const std::string text = with_unit(fixed(*value, name->row->decimals), name->row->unit);
    const auto sd = spread_of(report.forward.get(), *name);
    return sd ? text + ", SD " + fixed(*sd, name->row->decimals) : text;
  };
  const double weight_n = report.parameters.number("mass_kg") * gravity_m_s2;
  const double force_n = metrics.value("pfj_force_peak_bw").value_or(0.0) * weight_n;
  return fmt::format("peak kneecap force {} ({} N) {}, pressure {}; over a kilometre each leg adds up {}",
                     said("pfj_force_peak_bw"), fixed(std::round(force_n / 10.0) * 10.0, 0),
                     method_words(report.parameters), said("pfj_stress_peak_mpa"),
                     said("pfj_force_impulse_per_km_bw_s"));
}

namespace {

bool keeps(const Check& check, double value) {
  return (!check.min || value >= *check.min) && (!check.max || value <= *check.max);
}

/// A failed value that rounds to its bound would look as if it had passed, and the other way round: as many digits as
/// decide it, and for a failed one at least one more than usual.
int deciding_decimals(const CheckResult& result, int usual) {
  constexpr int most = 15;
  int decimals = usual + (result.passed() ? 0 : 1);
  if (!result.value) return decimals;
  while (decimals < most && keeps(result.check, std::stod(fixed(*result.value, decimals))) != result.passed())
    ++decimals;
  return decimals;
}

}  // namespace

std::string check_sentence(const CheckResult& result) {
  const Check& check = result.check;
  const auto name = find_metric(check.metric);
  std::string text = name ? std::string(name->row->label) : check.metric;
  if (name && name->side == Side::left) text += ", left";
  if (check.kind != CheckKind::value) text += ", change";
  if (result.verdict == CheckVerdict::not_checked)
    return text + ": not checked (" + result.missing_reason + "), expected " + range_text(check);
  const int decimals =
      deciding_decimals(result, check.kind == CheckKind::change_percent || !name ? 1 : name->row->decimals);
  const std::string sign = check.kind != CheckKind::value && result.value && *result.value > 0.0 ? "+" : "";
  const std::string unit(check_unit(check));
  text += ": " + (result.value ? with_unit(sign + fixed(*result.value, decimals), unit == "1" ? "" : unit)
                               : "no value (" + result.missing_reason + ")");
  return text + ", expected " + range_text(check);
}

std::string spoken(std::string_view key) {
  for (const std::string_view unit : {"_m_s", "_spm", "_deg", "_percent", "_kg", "_km", "_mm", "_m"}) {
    if (!key.ends_with(unit)) continue;
    key.remove_suffix(unit.size());
    break;
  }
  std::string text(key);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

}  // namespace stridelab
