#include "study/trade_off.h"

#include <algorithm>
#include <array>

#include "metrics/stance.h"
#include "study/change.h"

namespace stridelab {
namespace {

enum class Per { nothing, weight, mass };

/// The channel whose peak a metric is.
struct LoadChannel {
  std::string_view metric;
  Channel channel;
  double scale;
  Per per;
};

constexpr std::array channels{
    LoadChannel{"pfj_stress_peak_mpa", Channel::pfj_stress_mpa, 1.0, Per::nothing},
    LoadChannel{"pfj_force_peak_bw", Channel::pfj_force_n, 1.0, Per::weight},
    LoadChannel{"itb_strain_peak_percent", Channel::itb_strain, 100.0, Per::nothing},
    LoadChannel{"knee_medial_contact_force_peak_bw", Channel::medial_contact_force_n, 1.0, Per::weight},
    LoadChannel{"popliteal_force_peak_bw", Channel::popliteal_force_n, 1.0, Per::weight},
    LoadChannel{"quadriceps_tendon_force_peak_bw", Channel::quadriceps_tendon_force_n, 1.0, Per::weight},
    LoadChannel{"patellar_tendon_force_peak_bw", Channel::patellar_tendon_force_n, 1.0, Per::weight},
    LoadChannel{"tibial_bending_moment_peak_nm_kg", Channel::tibial_bending_moment_nm, 1.0, Per::mass},
    LoadChannel{"achilles_force_peak_bw", Channel::achilles_force_n, 1.0, Per::weight},
    LoadChannel{"gluteus_medius_use_peak_percent", Channel::gluteus_medius_use, 100.0, Per::nothing},
    LoadChannel{"gluteus_medius_force_peak_bw", Channel::gluteus_medius_force_n, 1.0, Per::weight},
};

double divisor(Per per, const StrideRecord& record) {
  if (per == Per::weight) return record.body_weight_n();
  return per == Per::mass ? record.body.mass_kg : 1.0;
}

TradeOffRow head(const RegionLoad& region) {
  const MetricLoad& load = region.main();
  return {region.region.key,
          region.region.label,
          region.region.name,
          load.metric.name,
          std::string(load.row->unit),
          load.row->decimals,
          load.row->confidence == Confidence::direction,
          {},
          {},
          {}};
}

}  // namespace

std::optional<double> load_per_km(const SolvedForm& solved, std::string_view metric) {
  const auto found = std::find_if(channels.begin(), channels.end(), [&](auto& c) { return c.metric == metric; });
  const double stride_length_m = solved.parameters.number("stride_length_m");
  if (found == channels.end() || !(stride_length_m > 0.0)) return std::nullopt;
  const StrideRecord& record = solved.run.record;
  const double per_step = stance_integral(record.of(Side::right), found->channel, record.period_s,
                                          [](double value) { return std::max(value, 0.0); });
  return per_step * found->scale / divisor(found->per, record) * 1000.0 / stride_length_m;
}

std::vector<TradeOffRow> trade_off(const SolvedForm& a, const SolvedForm& b, LoadPer per) {
  std::vector<TradeOffRow> rows;
  for (std::size_t i = 0; i < std::min(a.regions.size(), b.regions.size()); ++i) {
    const MetricLoad& load_a = a.regions[i].main();
    const MetricLoad& load_b = b.regions[i].main();
    TradeOffRow row = head(b.regions[i]);
    row.a = load_a.value;
    row.b = load_b.value;
    if (per == LoadPer::km) {
      row.a = load_per_km(a, load_a.metric.key);
      row.b = load_per_km(b, load_b.metric.key);
      row.unit += " s/km";
      row.decimals = 0;
    }
    row.change_percent = change_between(*load_b.row, row.a, row.b).change_percent;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace stridelab
