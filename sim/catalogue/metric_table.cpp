#include "catalogue/metric_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <utility>

#include "catalogue/metric_rows.h"
#include "core/text.h"

namespace stridelab {
namespace {

/// The quantity in words, as far as people read it: "k(knee flexion) x quadriceps force", divided by what it is per.
std::string quantity_text(const Quantity& of, const Presentation& as) {
  return std::string(of.definition) + (as.per == Normalisation::body_mass ? " / mass" : "");
}

/// "maximum over stance of ...", one sentence per reduction.
std::string definition_text(const Metric& m, const Presentation& as) {
  const std::string what = quantity_text(info(m.of), as);
  switch (m.reduction) {
    case Reduction::stance_lowest:
      return "minimum over stance of " + what;
    case Reduction::stance_drop:
      return "-minimum over stance of " + what;
    case Reduction::loaded_peak:
      return "maximum from 10 % of contact to toe-off of " + what;
    case Reduction::retraction_peak:
      return "maximum from 90 % of swing to 10 % of contact of " + what;
    case Reduction::swing_peak:
      return "maximum from toe-off to the next contact of " + what;
    case Reduction::at_contact:
      return what + ", at contact (50 N)";
    case Reduction::at_peak_of:
      return fmt::format("{}, when \"{}\" peaks over stance", what, info(m.at_peak).label);
    case Reduction::rise_to_peak_of:
      return fmt::format("{}, when \"{}\" peaks over stance, less at contact (50 N)", what, info(m.at_peak).label);
    case Reduction::impulse:
      return "integral over stance of " + what;
    case Reduction::impulse_per_km:
      return fmt::format("integral over stance of {}, x 1000 / stride_length_m", what);
    case Reduction::absorbed:
      return "integral over stance of the negative part of " + what;
    default:
      return "maximum over stance of " + what;
  }
}

/// A composed text that stays as long as the table.
std::string_view kept(std::string text) {
  static std::deque<std::string> texts;
  return texts.emplace_back(std::move(text));
}

/// Times s, and per km, where the reduction adds up.
Presentation reduced(Presentation as, Reduction reduction) {
  if (reduction == Reduction::impulse) {
    as.unit = kept(std::string(as.unit) + " s");
    ++as.decimals;
  } else if (reduction == Reduction::impulse_per_km) {
    as.unit = kept(std::string(as.unit) + " s/km");
    as.decimals = 1;
  }
  return as;
}

void take_from_quantity(MetricRow& row, const Metric& m) {
  const Quantity& of = info(m.of);
  row.as = reduced(m.as.value_or(of.shown), m.reduction);
  row.definition = kept(definition_text(m, row.as));
  row.sign = m.sign.empty() ? of.sign : m.sign;
  row.source = of.source;
  row.confidence = of.confidence;
  if (m.reduction != Reduction::rise_to_peak_of) row.zero = of.zero;  // a difference has a zero of nature
}

MetricRow composed(const Metric& m) {
  MetricRow row{.key = m.key,
                .label = m.label,
                .group = m.group,
                .sided = is_sided(m.reduction),
                .shown = m.shown,
                .reduction = m.reduction,
                .of = m.of,
                .at_peak = m.at_peak};
  if (is_reduction(m.reduction)) {
    take_from_quantity(row, m);
  } else {
    row.as = m.as.value();
    row.sign = m.sign;
    row.definition = m.definition;
    row.source = m.source;
  }
  row.unit = row.as.unit;
  row.decimals = row.as.decimals;
  return row;
}

std::vector<MetricRow> make_table() {
  std::vector<MetricRow> table;
  for (const auto& part : {kneecap_metrics(), muscle_metrics(), joint_metrics(), ground_metrics(), posture_metrics(),
                           motion_metrics(), quality_metrics()})
    for (const Metric& declared : part) table.push_back(composed(declared));
  return table;
}

/// Removes a leg suffix and says which leg it named.
Side take_side(std::string_view& key) {
  constexpr std::string_view left = "_left";
  constexpr std::string_view right = "_right";
  if (key.ends_with(left)) {
    key.remove_suffix(left.size());
    return Side::left;
  }
  if (key.ends_with(right)) key.remove_suffix(right.size());
  return Side::right;
}

}  // namespace

std::string_view group_heading(MetricGroup group) {
  switch (group) {
    case MetricGroup::kneecap:
      return "Kneecap";
    case MetricGroup::muscles:
      return "Muscles and neighbours";
    case MetricGroup::joint_moments:
      return "Joint effort (stance peaks)";
    case MetricGroup::ground:
      return "Ground forces";
    case MetricGroup::posture:
      return "Posture";
    case MetricGroup::motion:
      return "Stride";
    case MetricGroup::quality:
      return "Quality of the solution";
  }
  return "";
}

std::string_view to_text(Confidence confidence) {
  return confidence == Confidence::direction ? "direction known, size uncertain" : "size and direction";
}

const std::vector<MetricRow>& metric_table() {
  static const std::vector<MetricRow> table = make_table();
  return table;
}

std::optional<MetricName> find_metric(std::string_view key) {
  std::string_view stem = key;
  const Side side = take_side(stem);
  const std::vector<MetricRow>& table = metric_table();
  const auto row = std::find_if(table.begin(), table.end(), [&](const MetricRow& r) { return r.key == stem; });
  if (row == table.end() || (stem != key && !row->sided)) return std::nullopt;
  return MetricName{&*row, static_cast<int>(row - table.begin()), side};
}

MetricName metric(std::string_view key) {
  if (const auto name = find_metric(key)) return *name;
  fmt::print(stderr, "internal error: no metric \"{}\"\n", key);
  std::abort();
}

MetricName metric(std::string_view key, Side side) {
  const MetricName name = metric(key);
  return {name.row, name.index, side};
}

const std::vector<std::string_view>& metric_keys() {
  static const std::vector<std::string_view> keys = [] {
    std::vector<std::string_view> all;
    for (const MetricRow& row : metric_table()) all.push_back(row.key);
    return all;
  }();
  return keys;
}

std::string nearest_metric(std::string_view key) {
  std::string_view stem = key;
  take_side(stem);
  return std::string(nearest_spelling(stem, metric_keys()).value_or(""));
}

}  // namespace stridelab
