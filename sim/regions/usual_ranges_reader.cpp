#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "catalogue/metric_table.h"
#include "model_files/model_table.h"
#include "regions/usual_ranges.h"

namespace stridelab {

/// Fills UsualRanges from its table, surface by surface.
class UsualRangesReader {
 public:
  explicit UsualRangesReader(const std::filesystem::path& file) : table_(file) {}

  tl::expected<UsualRanges, Diagnostics> read() {
    for (const std::string& of : table_.texts("of")) add(of);
    table_.select({}, {});
    table_.column("low", range);  // a table without the column "of" has its other faults told as well
    if (Diagnostics faults = table_.faults(); !faults.empty()) return tl::unexpected(std::move(faults));
    return ranges_;
  }

 private:
  // Loads that stand for a region are forces, pressures, moments, strains: none is below 0, none reaches thousands.
  static constexpr ModelRange range{0.0, 1000.0, ""}, speed{1.8, 6.0, "m/s"}, slope{-30.0, 30.0, "%"};
  static constexpr std::array<std::string_view, 4> kinds{"stride male", "stride female", "forward male",
                                                         "forward female"};

  /// The rows of one load: "stride male pfj_force_peak_bw".
  void add(const std::string& of) {
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](auto k) { return of.starts_with(k); });
    const std::string metric = kind == kinds.end() || of.size() <= kind->size() ? "" : of.substr(kind->size() + 1);
    if (!find_metric(metric))
      return table_.refuse(
          fmt::format("of = '{}' is not an engine, a sex and a metric: stride male pfj_force_peak_bw", of));
    table_.select("of", of);
    const auto speeds = table_.column("speed_m_s", speed), slopes = table_.column("slope_percent", slope);
    const auto low = table_.column("low", range), high = table_.column("high", range);
    const auto knots = [](const std::vector<double>& all) { return std::set<double>(all.begin(), all.end()); };
    const std::set<double> of_speed = knots(speeds), of_slope = knots(slopes);
    UsualRanges::Surface surface{{of_speed.begin(), of_speed.end()}, {of_slope.begin(), of_slope.end()}, {}};
    for (const double v : of_speed)
      for (const double s : of_slope) {
        std::size_t i = 0;
        while (i < speeds.size() && i < slopes.size() && (speeds[i] != v || slopes[i] != s)) ++i;
        if (i >= std::min({speeds.size(), slopes.size(), low.size(), high.size()})) {
          table_.refuse(fmt::format("'{}' has no row at {} m/s and {} %", of, v, s));
          continue;
        }
        if (!(low[i] < high[i]))
          table_.refuse(fmt::format("'{}': low < high does not hold at {} m/s and {} %", of, v, s));
        surface.ranges.push_back({low[i], high[i]});
      }
    ranges_.kinds_[static_cast<std::size_t>(kind - kinds.begin())].emplace(metric, std::move(surface));
  }

  ModelTable table_;
  UsualRanges ranges_;
};

tl::expected<UsualRanges, Diagnostics> UsualRanges::read(const std::filesystem::path& file) {
  return UsualRangesReader(file).read();
}

}  // namespace stridelab
