#include "scenario/check_reader.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "core/text.h"
#include "scenario/toml_place.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 5> check_keys{"metric", "value", "change", "change_percent", "source"};
constexpr std::array<std::string_view, 2> bound_keys{"min", "max"};
constexpr std::array kinds{CheckKind::value, CheckKind::change, CheckKind::change_percent};

constexpr std::string_view bounds_example = "write change_percent = { min = -22, max = -8 }; one of the two is enough";

/// Reads one `[[check]]`.
class CheckReader {
 public:
  CheckReader(const SourceFile& source, const MetricNames& metrics, Diagnostics& faults)
      : source_(source), metrics_(metrics), faults_(faults) {}

  std::vector<Check> read(const toml::table& entry) {
    const std::size_t before = faults_.size();
    check_.file = source_.shown;
    check_.line = place_of(entry).line;
    for (const auto& [key, node] : entry) read_key(key, node);
    require(entry);
    for (Check& check : found_) {
      check.metric = check_.metric;
      check.source = check_.source;
    }
    return faults_.size() == before ? found_ : std::vector<Check>{};
  }

 private:
  void fault(const Place& place, const Fault& what) { faults_.push_back(source_.at(place, what)); }

  void read_key(const toml::key& key, const toml::node& node) {
    const Place place = place_of(key, node);
    if (key.str() == "metric") return read_metric(node, place);
    if (key.str() == "source") return read_source(node, place);
    for (const CheckKind kind : kinds) {
      if (key.str() == to_text(kind)) return read_bounds(kind, node, place);
    }
    fault(place,
          {fmt::format("unknown key {} in a check", key.str()),
           spelling_help(key.str(), check_keys, "a check has metric, source, and value, change or change_percent")});
  }

  void read_metric(const toml::node& node, const Place& place) {
    const auto* text = node.as_string();
    if (text == nullptr) return fault(place, {"metric is not text", "for example metric = \"pfj_force_peak_bw\""});
    check_.metric = text->get();
    if (metrics_.known(check_.metric)) return;
    const std::string near = metrics_.nearest(check_.metric);
    fault(place,
          {fmt::format("unknown metric \"{}\"", check_.metric),
           (near.empty() ? "" : fmt::format("did you mean {}?\n", near)) + "stridelab metrics lists all metrics"});
  }

  void read_source(const toml::node& node, const Place& place) {
    const auto* text = node.as_string();
    if (text == nullptr || text->get().find_first_not_of(" \t\n") == std::string::npos) {
      return fault(place,
                   {"source is not text that names a source", "author, year, journal, and the published figure"});
    }
    check_.source = printable(text->get());
  }

  void read_bounds(CheckKind kind, const toml::node& node, const Place& place) {
    const auto* table = node.as_table();
    if (table == nullptr) {
      return fault(place, {fmt::format("{} = {} is not a pair of bounds", to_text(kind), given_value(node).shown),
                           std::string(bounds_example)});
    }
    const std::size_t before = faults_.size();
    Check check = check_;
    check.kind = kind;
    for (const auto& [key, bound] : *table) read_bound(check, key, bound);
    if (faults_.size() > before) return;
    if (!check.min && !check.max) {
      return fault(place, {fmt::format("{} has neither min nor max", to_text(kind)), std::string(bounds_example)});
    }
    if (check.min && check.max && *check.min > *check.max) {
      return fault(place, {fmt::format("min = {} is above max = {}: nothing can pass", number_text(*check.min),
                                       number_text(*check.max)),
                           "a drop is negative: min = -22, max = -8"});
    }
    found_.push_back(check);
  }

  void read_bound(Check& check, const toml::key& key, const toml::node& node) {
    const Place place = place_of(key, node);
    if (key.str() != "min" && key.str() != "max") {
      return fault(place, {fmt::format("unknown bound {}", key.str()),
                           spelling_help(key.str(), bound_keys, "bounds are min and max")});
    }
    const GivenValue given = given_value(node);
    if (given.kind != GivenValue::Kind::number || !std::isfinite(given.number)) {
      return fault(
          place, {fmt::format("{} = {} is not a finite number", key.str(), given.shown), std::string(bounds_example)});
    }
    (key.str() == "min" ? check.min : check.max) = given.number;
  }

  /// A per cent of an angle depends on where its zero was put, so a bound on it would test the convention.
  void refuse_percent_of_convention(const toml::table& entry) {
    const toml::node* percent = entry.get("change_percent");
    if (percent == nullptr || !metrics_.has_convention_zero || !metrics_.known(check_.metric)) return;
    if (!metrics_.has_convention_zero(check_.metric)) return;
    fault(place_of(*percent),
          {fmt::format("change_percent of {}: the zero of this angle is a convention", check_.metric),
           "write change = { min = -4, max = 0 } in degrees"});
  }

  void require(const toml::table& entry) {
    const Place place = place_of(entry);
    refuse_percent_of_convention(entry);
    if (!entry.contains("metric"))
      fault(place, {"a check without a metric", "for example metric = \"pfj_force_peak_bw\""});
    if (!entry.contains("source")) {
      fault(place, {"a check without a source", "source = \"author year, journal (the published figure)\""});
    }
    const bool bounded = entry.contains("value") || entry.contains("change") || entry.contains("change_percent");
    if (!bounded) fault(place, {"a check without bounds", std::string(bounds_example)});
  }

  const SourceFile& source_;
  const MetricNames& metrics_;
  Diagnostics& faults_;
  Check check_;               // what all kinds of the entry share
  std::vector<Check> found_;  // one per kind
};

}  // namespace

std::vector<Check> read_checks(const toml::node& entries, const SourceFile& source, const MetricNames& metrics,
                               Diagnostics& faults) {
  std::vector<Check> checks;
  for (const toml::node& entry : *entries.as_array()) {
    const auto found = CheckReader(source, metrics, faults).read(*entry.as_table());
    checks.insert(checks.end(), found.begin(), found.end());
  }
  return checks;
}

}  // namespace stridelab
