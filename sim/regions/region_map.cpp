#include "regions/region_map.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/metric_table.h"
#include "core/model_path.h"
#include "core/text.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

std::string short_text(ModelSection in, std::string_view key, std::size_t columns) {
  std::string value = in.text(key);
  if (display_width(value) > columns)
    in.fault(key, fmt::format("{} = \"{}\" is longer than {} columns", key, value, columns));
  return value;
}

RegionMetric read_metric(ModelSection in, const UsualRanges& usual) {
  RegionMetric metric{in.text("metric"), short_text(in, "name", load_name_columns)};
  if (!metric.key.empty() && !find_metric(metric.key)) {
    const std::string near = nearest_metric(metric.key);
    in.fault("metric", fmt::format("there is no metric '{}'", metric.key),
             near.empty() ? "" : fmt::format("did you mean '{}'?", near));
  } else if (!metric.key.empty() && !usual.has(metric.key)) {
    in.fault("metric", fmt::format("usual_ranges.csv has no ranges of '{}' for both engines and sexes", metric.key));
  }
  return metric;
}

Region read_region(ModelSection in, const UsualRanges& usual) {
  Region region{in.text("key"),    short_text(in, "label", region_label_columns),
                in.text("name"),   in.text("where"),
                in.texts("words"), {}};
  for (ModelSection& load : in.list("load")) region.metrics.push_back(read_metric(load, usual));
  if (in.has("words") && region.words.empty()) in.fault("words", "'words' is empty");
  return region;
}

/// The runs of the usual ranges, for who computes them again: nothing here needs them, but they are to be sound.
void read_reference(ModelSection in) {
  for (const char* key : {"runs", "forward_runs"}) in.number(key, {2.0, 1e5, "runs"});
  in.number("low_percentile", {0.0, 50.0, "%"});
  in.number("high_percentile", {50.0, 100.0, "%"});
  for (const char* key : {"speed_m_s", "forward_speed_m_s"}) in.numbers(key, {1.8, 6.0, "m/s"});
  for (const char* key : {"slope_percent", "forward_slope_percent"}) in.numbers(key, {-30.0, 30.0, "%"});
  for (const char* key : {"ranges", "male", "female"}) {
    ModelSection ranges = in.table(key);
    for (const std::string& parameter : ranges.keys())
      ranges.band(parameter, {-50.0, 500.0, "(unit of the parameter)"});
  }
}

RegionMap read_map(ModelSection in, UsualRanges usual) {
  RegionMap map{{}, {}, std::move(usual)};
  map.basis = in.text("basis");
  if (in.has("reference")) read_reference(in.table("reference"));
  for (ModelSection& entry : in.list("region")) {
    map.regions.push_back(read_region(entry, map.usual));
    const std::string& key = map.regions.back().key;
    if (find_region(map, key) != &map.regions.back())
      entry.fault("key", fmt::format("two regions have the key '{}'", key));
  }
  return map;
}

/// A key as it is compared: people write blanks and hyphens for underscores.
std::string plain(std::string_view key) {
  std::string out(key);
  for (char& c : out)
    if (c == ' ' || c == '-') c = '_';
  return out;
}

}  // namespace

std::string RegionMap::basis_for(const RunConditions& conditions) const {
  const RunConditions held = usual.nearest(conditions);
  const bool beyond = held.speed_m_s != conditions.speed_m_s || held.slope_percent != conditions.slope_percent;
  return fmt::format("{}, {}{}", basis, held.text(), beyond ? " (the nearest there are)" : "");
}

tl::expected<RegionMap, Diagnostics> read_region_map(const std::filesystem::path& file) {
  const auto ranges = model_path("regions/usual_ranges.csv");
  if (!ranges) return tl::unexpected(Diagnostics{ranges.error()});
  auto usual = UsualRanges::read(*ranges);
  if (!usual) return tl::unexpected(std::move(usual.error()));
  return read_model_file(file, [&](ModelSection in) { return read_map(in, std::move(*usual)); });
}

tl::expected<RegionMap, Diagnostics> read_region_map() {
  const auto file = model_path("regions/leg.toml");
  if (!file) return tl::unexpected(Diagnostics{file.error()});
  return read_region_map(*file);
}

const Region* find_region(const RegionMap& map, std::string_view key) {
  const auto same = [&](const Region& region) { return region.key == plain(key); };
  const auto region = std::find_if(map.regions.begin(), map.regions.end(), same);
  return region == map.regions.end() ? nullptr : &*region;
}

std::string nearest_region(const RegionMap& map, std::string_view key) {
  std::vector<std::string_view> keys;
  for (const Region& region : map.regions) keys.push_back(region.key);
  return std::string(nearest_spelling(plain(key), keys).value_or(""));
}

}  // namespace stridelab
