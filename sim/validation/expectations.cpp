#include "validation/expectations.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

constexpr double share_of_sd = 0.05, share_of_band = 0.02, of_a_slope = 0.02;

constexpr const char* head =
    "# What `stridelab validate` found when this file was written: value and tolerance of every figure. An empty list "
    "is a\n"
    "# figure without a value, for example of a run that fell. Written by `stridelab validate --write-expected FILE`, "
    "never by\n"
    "# hand: a change here is a change of results and needs its line in CHANGELOG.md.\n"
    "#\n"
    "# share    one sample of the curve: the last one may lie on either side of the SD\n"
    "# rms      and peak: a twentieth of the runners' own SD, less than anybody sees, more than another compiler "
    "moves\n"
    "# effect   a fiftieth of the band in which it has to lie\n"
    "# group    0.02 of slope, concordance and ratio: what a fiftieth of the published numbers comes to\n";

std::string engine_table(std::size_t engine, const char* what) {
  return fmt::format("{}_{}", engine_names[engine], what);
}

void add_curve(std::vector<Figure>& out, const ValidatedCurve& curve, std::size_t e) {
  const auto& found = curve.engine[e];
  const auto figure = [&](const char* what, std::optional<double> value, double tolerance) {
    out.push_back({engine_table(e, what), curve.curve.key, value, tolerance});
  };
  if (!found) {
    for (const char* what : {"share_percent", "rms", "peak"}) figure(what, std::nullopt, 0.0);
    return;
  }
  const auto n = static_cast<double>(found->sd.size());
  const double sd = std::accumulate(found->sd.begin(), found->sd.end(), 0.0) / n;
  figure("share_percent", found->share_inside_percent, 101.0 / n);
  figure("rms", found->rms, share_of_sd * sd);
  figure("peak", found->peak.value, share_of_sd * sd);
}

void add_group(std::vector<Figure>& out, const EffectGroup& group) {
  const std::string key = fmt::format("{}, {}", group.name, engine_names[static_cast<std::size_t>(group.engine)]);
  out.push_back({"slope", key, group.slope, of_a_slope});
  out.push_back({"reduced_axis", key, group.reduced_axis, of_a_slope});
  out.push_back({"concordance", key, group.concordance, of_a_slope});
  out.push_back({"median_ratio", key, group.median_ratio, of_a_slope});
}

std::string figure_text(const Figure& figure) {
  if (!figure.value) return fmt::format("\"{}\" = []\n", figure.key);
  return fmt::format("\"{}\" = [{:.4f}, {:.2g}]\n", figure.key, *figure.value + 0.0, figure.tolerance);
}

bool differs(const Figure& expected, const Figure& found) {
  if (expected.value.has_value() != found.value.has_value()) return true;
  // The stored value is rounded to 4 decimals.
  return expected.value && std::abs(*expected.value - *found.value) > expected.tolerance + 5e-5;
}

std::string name_of(const Figure& figure) { return fmt::format("{} of {}", figure.table, figure.key); }

std::vector<Figure> read_figures(ModelSection in) {
  constexpr ModelRange any{-1e6, 1e6, ""};  // of every unit there is
  std::vector<Figure> out;
  for (ModelSection& table : in.tables())
    for (const std::string& key : table.keys()) {
      const std::vector<double> numbers = table.numbers(key, any);
      Figure figure{table.key(), key, std::nullopt, 0.0};
      if (numbers.size() == 2) {
        figure.value = numbers[0];
        figure.tolerance = numbers[1];
      }
      if ((numbers.size() != 2 && !numbers.empty()) || figure.tolerance < 0.0)
        table.fault(key, fmt::format("{} is neither [value, tolerance] nor []", key),
                    "stridelab validate --write-expected FILE writes this file");
      out.push_back(std::move(figure));
    }
  return out;
}

}  // namespace

std::vector<Figure> figures_of(const Validation& validation) {
  std::vector<Figure> out;
  for (std::size_t e = 0; e < 2; ++e) {
    for (const ValidatedCurve& curve : validation.curves) add_curve(out, curve, e);
    for (const ValidatedEffect& row : validation.effects)
      out.push_back({engine_table(e, "effect"), row.effect.key, row.answer[e],
                     share_of_band * (row.effect.high - row.effect.low)});
  }
  for (const EffectGroup& group : validation.groups) add_group(out, group);
  return out;
}

tl::expected<std::vector<Figure>, Diagnostics> read_expectations() {
  return read_model_file(model_path("reference/validation_expected.toml"), read_figures);
}

std::string expectations_text(const std::vector<Figure>& figures) {
  std::vector<std::string> tables;
  for (const Figure& figure : figures)
    if (std::find(tables.begin(), tables.end(), figure.table) == tables.end()) tables.push_back(figure.table);
  std::string text = head;
  for (const std::string& table : tables) {
    text += fmt::format("\n[{}]\n", table);
    for (const Figure& figure : figures)
      if (figure.table == table) text += figure_text(figure);
  }
  return text;
}

std::vector<Deviation> deviations(const std::vector<Figure>& expected, const std::vector<Figure>& found) {
  std::map<std::string, const Figure*> known;
  for (const Figure& figure : expected) known[name_of(figure)] = &figure;
  std::vector<Deviation> out;
  for (const Figure& figure : found) {
    const auto entry = known.find(name_of(figure));
    if (entry == known.end()) {
      out.push_back({name_of(figure), std::nullopt, figure.value, figure.tolerance, false});
      continue;
    }
    const Figure& stored = *entry->second;
    if (differs(stored, figure)) out.push_back({name_of(figure), stored.value, figure.value, stored.tolerance, true});
    known.erase(entry);
  }
  for (const auto& [name, figure] : known) out.push_back({name, figure->value, std::nullopt, figure->tolerance, false});
  return out;
}

}  // namespace stridelab
