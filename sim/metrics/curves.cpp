#include "metrics/curves.h"

namespace stridelab {

const std::vector<CurveRow>& curve_table() {
  static const std::vector<CurveRow> table = [] {
    std::vector<CurveRow> rows;
    for (std::size_t i = 0; i < n_quantities; ++i)
      if (const Quantity& q = quantity_table[i]; !q.curve.empty())
        rows.push_back({q.curve, {static_cast<int>(i)}, q.shown});
    return rows;
  }();
  return table;
}

double curve_value(const CurveRow& row, const LegValues& values, const Body& body) {
  return values[row.of] * row.shown.scale / divisor(row.shown.per, body);
}

const std::vector<std::string>& curve_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const char* suffix : {"", "_left"})
      for (const CurveRow& row : curve_table()) all.push_back(std::string(row.name) + suffix);
    return all;
  }();
  return names;
}

std::vector<Curve> curves_of(const std::array<std::vector<LegValues>, 2>& cycle, const Body& body, double count) {
  std::vector<Curve> curves;
  curves.reserve(curve_names().size());
  for (const std::vector<LegValues>& leg : cycle) {
    for (const CurveRow& row : curve_table()) {
      Curve& curve = curves.emplace_back(Curve{curve_names()[curves.size()], {}});
      for (const LegValues& values : leg) curve.values.push_back(curve_value(row, values, body) / count);
    }
  }
  return curves;
}

std::vector<Curve> compute_curves(const StrideSource& source, const LoadModels& models, const StrideRecord& record) {
  const LegRecord& right = record.of(Side::right);
  const LegRecord& left = record.of(Side::left);
  constexpr std::size_t percents = curve_samples - 1;
  std::array<std::vector<LegValues>, 2> cycle;
  for (std::size_t i = 0; i < percents; ++i)
    cycle[0].push_back(sample_leg(source, models, right, right.contact_phase + static_cast<double>(i) / 100.0));
  for (std::size_t i = 0; i < percents; ++i) {
    // The left leg of a symmetric stride does half a stride later what the right one does.
    const double left_phase = right.contact_phase + static_cast<double>(i) / 100.0 - left.touch_down_phase;
    cycle[1].push_back(source.symmetric ? cycle[0][(i + percents / 2) % percents]
                                        : sample_leg(source, models, left, left_phase));
  }
  // The last sample is the first again, to the bit.
  for (std::vector<LegValues>& leg : cycle) leg.push_back(leg.front());
  return curves_of(cycle, record.body);
}

}  // namespace stridelab
