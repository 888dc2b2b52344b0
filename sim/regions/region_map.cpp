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

RegionMetric read_metric(ModelSection in) {
  RegionMetric metric{in.text("metric"), short_text(in, "name", load_name_columns), 0.0, 0.0};
  if (!metric.key.empty() && !find_metric(metric.key)) {
    const std::string near = nearest_metric(metric.key);
    in.fault("metric", fmt::format("there is no metric '{}'", metric.key),
             near.empty() ? "" : fmt::format("did you mean '{}'?", near));
  }
  // Loads that stand for a region are forces, pressures, moments, strains: none is below 0, none reaches thousands.
  const auto band = in.band("band", {0.0, 1000.0, ""});
  metric.low = band[0];
  metric.high = band[1];
  return metric;
}

Region read_region(ModelSection in) {
  Region region{in.text("key"),    short_text(in, "label", region_label_columns),
                in.text("name"),   in.text("where"),
                in.texts("words"), {}};
  for (ModelSection& load : in.list("load")) region.metrics.push_back(read_metric(load));
  if (in.has("words") && region.words.empty()) in.fault("words", "'words' is empty");
  return region;
}

/// The runs of the bands, for who computes them again: nothing here needs them, but they are to be sound.
void read_reference(ModelSection in) {
  in.number("runs", {1.0, 1e5, "runs"});
  in.number("low_percentile", {0.0, 50.0, "%"});
  in.number("high_percentile", {50.0, 100.0, "%"});
  for (const char* key : {"ranges", "male", "female"}) {
    ModelSection ranges = in.table(key);
    for (const std::string& parameter : ranges.keys())
      ranges.band(parameter, {-50.0, 500.0, "(unit of the parameter)"});
  }
}

RegionMap read_map(ModelSection in) {
  RegionMap map;
  map.basis = in.text("basis");
  if (in.has("reference")) read_reference(in.table("reference"));
  for (ModelSection& entry : in.list("region")) {
    map.regions.push_back(read_region(entry));
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

tl::expected<RegionMap, Diagnostics> read_region_map(const std::filesystem::path& file) {
  return read_model_file(file, read_map);
}

tl::expected<RegionMap, Diagnostics> read_region_map() {
  return read_model_file(model_path("regions/leg.toml"), read_map);
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
