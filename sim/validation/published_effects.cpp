#include "validation/published_effects.h"

#include <fmt/format.h>

#include <array>

#include "catalogue/metric_table.h"
#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

constexpr ModelRange answer{-500.0, 500.0, "% or unit of the metric"};

PublishedEffect read_effect(ModelSection in) {
  constexpr std::array<std::string_view, 3> kinds{"percent", "delta", "value"};
  constexpr std::array<std::string_view, 3> origins{"predicted", "calibrated", "put_in"};
  PublishedEffect effect;
  effect.key = in.key();
  effect.family = in.text("family");
  effect.a = in.texts("a");
  effect.b = in.texts("b");
  effect.metric = in.text("metric");
  if (!find_metric(effect.metric))
    in.fault("metric", fmt::format("'{}' is no metric", effect.metric),
             fmt::format("did you mean '{}'?", nearest_metric(effect.metric)));
  effect.kind = kinds[in.word("kind", kinds)];
  const auto band = in.band("band", answer);
  effect.low = band[0];
  effect.high = band[1];
  effect.published = in.text("published");
  if (in.has("published_value")) effect.value = in.number("published_value", answer);
  if (in.has("runners")) effect.runners = in.number("runners", {1.0, 1e5, ""});
  if (in.has("sd_between")) effect.sd_between = in.number("sd_between", {1e-3, 500.0, "unit of kind"});
  effect.source = in.text("source");
  effect.mechanism = in.text("mechanism");
  effect.origin = origins[in.word("origin", origins)];
  if (effect.origin == "put_in") effect.origin = "put in";
  effect.identical = in.optional_text("identical");
  effect.null = in.has("null") && in.flag("null");
  return effect;
}

std::vector<PublishedEffect> read_effects(ModelSection in) {
  std::vector<PublishedEffect> effects;
  for (const ModelSection& table : in.tables()) effects.push_back(read_effect(table));
  return effects;
}

}  // namespace

double PublishedEffect::direction() const {
  const double middle = value && *value != 0.0 ? *value : 0.5 * (low + high);
  return middle < 0.0 ? -1.0 : 1.0;
}

tl::expected<std::vector<PublishedEffect>, Diagnostics> read_published_effects() {
  return read_model_file(model_path("reference/published_effects.toml"), read_effects);
}

}  // namespace stridelab
