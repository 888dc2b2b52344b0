#include "validation/reference_curve.h"

#include <algorithm>
#include <string>

namespace stridelab {
namespace {

/// What curves of a unit reach, and how far they move in 2 per cent.
struct Reach {
  std::string_view unit;
  ModelRange range;
  double most_step;
};
constexpr Reach reaches[] = {
    {"deg", {-150.0, 150.0, "deg"}, 12.0}, {"BW", {-2.0, 12.0, "BW"}, 2.5}, {"Nm/kg", {-8.0, 8.0, "Nm/kg"}, 1.2}};
constexpr Reach anything{"", {-1e6, 1e6, ""}, 1e6};

const Reach& reach_of(std::string_view unit) {
  const auto* known =
      std::find_if(std::begin(reaches), std::end(reaches), [&](const Reach& r) { return r.unit == unit; });
  return known == std::end(reaches) ? anything : *known;
}

}  // namespace

ReferencePoint at_percent(const ReferenceCurve& curve, double percent) {
  const auto above = std::find_if(curve.begin(), curve.end(), [&](const auto& p) { return p.percent >= percent; });
  if (above == curve.begin()) return curve.front();
  if (above == curve.end()) return curve.back();
  const ReferencePoint &a = *(above - 1), &b = *above;
  const double u = (percent - a.percent) / (b.percent - a.percent);
  return {percent, a.mean + u * (b.mean - a.mean), a.sd + u * (b.sd - a.sd)};
}

ReferenceCurve reference_curve(ModelTable& table, std::string_view name, double speed_m_s, std::string_view unit,
                               ModelTable::Percents which) {
  const bool long_rows = table.has_column("curve");
  if (long_rows) table.select("curve", name, "speed_m_s", speed_m_s);
  const Reach& reach = reach_of(unit);
  const std::string mean_column(long_rows ? "mean" : name);
  const std::string sd_column = long_rows ? "sd" : mean_column + "_sd";
  const std::vector<double> percent = table.percents(which);
  const std::vector<double> mean = table.column(
      mean_column, reach.range, which == ModelTable::Percents::all ? std::optional(reach.most_step) : std::nullopt);
  const std::vector<double> sd = table.column(sd_column, {0.0, reach.range.hi, unit});
  ReferenceCurve curve;
  for (std::size_t i = 0; i < std::min({percent.size(), mean.size(), sd.size()}); ++i)
    curve.push_back({percent[i], mean[i], sd[i]});
  return curve;
}

tl::expected<ReferenceCurve, Diagnostics> read_reference_curve(const std::filesystem::path& path, std::string_view name,
                                                               double speed_m_s) {
  ModelTable table(path);
  ReferenceCurve curve = reference_curve(table, name, speed_m_s, {}, ModelTable::Percents::some);
  if (Diagnostics faults = table.faults(); !faults.empty()) return tl::unexpected(std::move(faults));
  return curve;
}

}  // namespace stridelab
