#include "validation/published_effects.h"

#include <fmt/format.h>

#include <limits>

#include "catalogue/metric_table.h"
#include "core/model_path.h"
#include "ground/figure_file.h"

namespace stridelab {
namespace {

constexpr FigureFile::Range any{-std::numeric_limits<double>::max(), std::numeric_limits<double>::max(), ""};

void read_band(FigureFile& file, const std::string& key, PublishedEffect& effect) {
  const std::vector<double> band = file.numbers(key, "band");
  if (band.size() == 2 && band[0] <= band[1]) {
    effect.low = band[0];
    effect.high = band[1];
  } else {
    file.refuse(key, "band", fmt::format("{}: the band is not two numbers, the lower first", key), "band = [-20, -8]");
  }
}

/// Words that only this file can get wrong.
void judge_words(FigureFile& file, const PublishedEffect& effect) {
  if (!find_metric(effect.metric))
    file.refuse(effect.key, "metric", fmt::format("'{}' is no metric", effect.metric),
                fmt::format("did you mean '{}'?", nearest_metric(effect.metric)));
  if (effect.kind != "percent" && effect.kind != "delta" && effect.kind != "value")
    file.refuse(effect.key, "kind", fmt::format("'{}' is no kind", effect.kind), "percent, delta or value");
  if (effect.origin != "predicted" && effect.origin != "calibrated" && effect.origin != "put in")
    file.refuse(effect.key, "origin", fmt::format("'{}' is no origin", effect.origin),
                "predicted, calibrated or put_in");
}

PublishedEffect read_effect(FigureFile& file, const std::string& key) {
  file.allow(key, {"family", "a", "b", "metric", "kind", "band", "published", "published_value", "source", "origin",
                   "mechanism", "null", "identical"});
  PublishedEffect effect;
  effect.key = key;
  effect.family = file.text(key, "family");
  effect.a = file.texts(key, "a");
  effect.b = file.texts(key, "b");
  effect.metric = file.text(key, "metric");
  effect.kind = file.text(key, "kind");
  read_band(file, key, effect);
  effect.published = file.text(key, "published");
  if (file.has(key, "published_value")) effect.value = file.number(key, "published_value", any);
  effect.source = file.text(key, "source");
  effect.mechanism = file.text(key, "mechanism");
  effect.origin = file.text(key, "origin");
  if (effect.origin == "put_in") effect.origin = "put in";
  if (file.has(key, "identical")) effect.identical = file.text(key, "identical");
  effect.null = file.truth(key, "null");
  judge_words(file, effect);
  return effect;
}

}  // namespace

double PublishedEffect::direction() const {
  const double middle = value && *value != 0.0 ? *value : 0.5 * (low + high);
  return middle < 0.0 ? -1.0 : 1.0;
}

tl::expected<std::vector<PublishedEffect>, Diagnostics> read_published_effects() {
  const auto path = model_path("reference/published_effects.toml");
  if (!path) return tl::unexpected(Diagnostics{path.error()});
  FigureFile file(*path);
  std::vector<PublishedEffect> effects;
  for (const std::string& key : file.tables()) effects.push_back(read_effect(file, key));
  Diagnostics faults = file.faults();
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return effects;
}

}  // namespace stridelab
