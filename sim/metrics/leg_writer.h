#pragma once

#include <string_view>

#include "metrics/metrics.h"
#include "metrics/stance.h"

namespace stridelab {

/// Writes the metrics of one leg. Private to this room: each function below is one family of keys.
struct LegWriter {
  const StrideRecord& record;
  const LegRecord& leg;
  const LoadModels& models;
  MetricValues& out;

  [[nodiscard]] double per_bw() const { return 1.0 / record.body_weight_n(); }
  /// Steps of one leg in a kilometre.
  [[nodiscard]] double steps_per_km() const { return 1000.0 / (record.form.speed_m_s * record.period_s); }

  void set(std::string_view key, double value) { out.set(key, leg.side, value); }
  void missing(std::string_view key, std::string why) { out.set(key, leg.side, {std::nullopt, std::move(why), false}); }
  void set(std::string_view key, const StancePeak& peak, double scale) {
    out.set(key, leg.side, {scale * peak.value, {}, peak.at_edge});
  }
  void peak(std::string_view key, Channel channel, double scale) { set(key, stance_maximum(leg, channel), scale); }
  /// The peak while the leg carries, from 10 % of contact on.
  void loaded_peak(std::string_view key, Channel channel, double scale) {
    set(key, loaded_maximum(leg, channel), scale);
  }
};

/// Kneecap: headline, static optimisation beside it, facets, tendons above and below.
void set_kneecap(LegWriter w);

/// Muscles, Achilles tendon, band, knee joint and shin bone.
void set_muscles(LegWriter w);

}  // namespace stridelab
