#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "forward/reflex_gains.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

/// The tuner finds gains of either sign within a few dozen of its steps from where it began.
constexpr double most_steps = 40.0;

ScheduledGain read_gain(ModelSection in, const GainRow& row) {
  const double away = most_steps * row.scale;
  const auto slope = [&](const char* key) { return in.has(key) ? in.number(key, {-away, away, row.unit}) : 0.0; };
  return {in.number("value", {row.start - away, row.start + away, row.unit}), slope("by_speed"), slope("by_slope")};
}

ReflexGains read(ModelSection root) {
  ReflexGains gains;
  ModelSection all = root.table("gain");
  for (std::size_t i = 0; i < n_gains; ++i) gains.gain[i] = read_gain(all.table(gain_table()[i].key), gain_table()[i]);
  return gains;
}

}  // namespace

tl::expected<ReflexGains, Diagnostics> read_reflex_gains(const std::filesystem::path& file) {
  return read_model_file(file, read);
}

const ReflexGains& shipped_gains() {
  static const ReflexGains gains = value_or_throw(read_model_file(model_path("gait/reflexes.toml"), read));
  return gains;
}

}  // namespace stridelab
