#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/model_path.h"
#include "forward/reflex_gains.h"

namespace stridelab {
namespace {

Diagnostic fault_at(const std::filesystem::path& file, const toml::source_region& at, std::string text) {
  Diagnostic d;
  d.file = file.string();
  d.line = static_cast<int>(at.begin.line);
  d.column = static_cast<int>(at.begin.column);
  d.message = std::move(text);
  return d;
}

void read_gain(const toml::table& all, const GainRow& row, const std::filesystem::path& file, ScheduledGain& gain,
               Diagnostics& faults) {
  const toml::table* table = all[row.key].as_table();
  if (table == nullptr) {
    faults.push_back(fault_at(file, all.source(), fmt::format("gain {} is missing", row.key)));
    return;
  }
  const std::array<std::pair<std::string_view, double*>, 3> members = {
      {{"value", &gain.value}, {"by_speed", &gain.by_speed_s_m}, {"by_slope", &gain.by_slope}}};
  if (!table->contains("value"))
    faults.push_back(fault_at(file, table->source(), fmt::format("gain {} has no value", row.key)));
  for (const auto& [key, node] : *table) {
    const std::string_view name = key.str();  // clang 14 captures no structured binding
    const auto member =
        std::find_if(members.begin(), members.end(), [&](const auto& known) { return known.first == name; });
    const auto number = node.value<double>();
    if (member == members.end())
      faults.push_back(fault_at(file, key.source(), fmt::format("gain {}: unknown entry {}", row.key, name)));
    else if (!number || !std::isfinite(*number))
      faults.push_back(fault_at(file, node.source(), fmt::format("gain {}: {} is not a number", row.key, name)));
    else
      *member->second = *number;
  }
}

}  // namespace

tl::expected<ReflexGains, Diagnostics> read_reflex_gains(const std::filesystem::path& file) {
  Diagnostics faults;
  ReflexGains gains;
  try {
    const toml::table root = toml::parse_file(file.string());
    const toml::table* all = root["gain"].as_table();
    if (all == nullptr)
      return tl::unexpected(Diagnostics{fault_at(file, root.source(), "the table [gain] is missing")});
    for (std::size_t i = 0; i < n_gains; ++i) read_gain(*all, gain_table()[i], file, gains.gain[i], faults);
    for (const auto& [key, node] : *all) {
      const std::string_view name = key.str();
      const bool known =
          std::any_of(gain_table().begin(), gain_table().end(), [&](const GainRow& row) { return row.key == name; });
      if (!known) faults.push_back(fault_at(file, key.source(), fmt::format("unknown gain {}", name)));
    }
  } catch (const toml::parse_error& e) {
    faults.push_back(fault_at(file, e.source(), std::string(e.description())));
  }
  if (!faults.empty()) return tl::unexpected(faults);
  return gains;
}

const ReflexGains& shipped_gains() {
  static const ReflexGains gains = [] {
    const auto file = model_path("gait/reflexes.toml");
    if (!file) throw std::runtime_error(file.error().message);
    auto read = read_reflex_gains(*file);
    if (!read) throw std::runtime_error(read.error().front().file + ": " + read.error().front().message);
    return *read;
  }();
  return gains;
}

}  // namespace stridelab
