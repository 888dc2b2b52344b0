#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>

#include "report/console_style.h"
#include "validation/validation_tables.h"

namespace stridelab {
namespace {

using enum EngineIndex;

const CurveAgreement* of(const ValidatedCurve& curve, std::size_t engine) {
  return curve.engine[engine] ? &*curve.engine[engine] : nullptr;
}

/// The digits that people can use of a curve in this unit.
int decimals(const CataloguedCurve& curve) { return curve.unit == "deg" ? 1 : 2; }

std::string share_text(const CurveAgreement* found) {
  return found == nullptr ? "-" : fixed(found->share_inside_percent, 0);
}

std::string peak_text(const Extremum& peak, int digits) {
  return fmt::format("{} at {:>2}", fixed(peak.value, digits), fixed(peak.percent, 0));
}

std::string offset_text(const ValidatedCurve& curve) {
  const CurveAgreement* found = of(curve, 0);
  return found == nullptr || curve.curve.zero.empty() ? "" : fmt::format("{:+.1f}", found->offset);
}

std::string verdict(const Validation& validation, const ValidatedCurve& curve) {
  if (!curve.curve.not_judged.empty()) return "not judged";
  return validation.agrees(curve, stride) ? "agrees" : "MISS";
}

/// Counts of one engine over some curves.
struct Tally {
  int judged = 0, agreeing = 0;
  double share_sum = 0.0;
};

Tally tally(const Validation& validation, const std::vector<const ValidatedCurve*>& curves, EngineIndex engine) {
  Tally out;
  for (const ValidatedCurve* curve : curves) {
    const CurveAgreement* found = of(*curve, static_cast<std::size_t>(engine));
    if (found == nullptr) continue;
    ++out.judged;
    out.agreeing += validation.agrees(*curve, engine) ? 1 : 0;
    out.share_sum += found->share_inside_percent;
  }
  return out;
}

/// "14 of 15" and the mean share; of no curves, dashes.
void add_tally(std::vector<std::string>& row, const Tally& t) {
  row.push_back(t.judged == 0 ? "-" : fmt::format("{} of {}", t.agreeing, t.judged));
  row.push_back(t.judged == 0 ? "-" : fixed(t.share_sum / t.judged, 0));
}

std::vector<const ValidatedCurve*> part_of(const std::vector<const ValidatedCurve*>& curves, CyclePart part) {
  std::vector<const ValidatedCurve*> out;
  std::copy_if(curves.begin(), curves.end(), std::back_inserter(out),
               [part](const ValidatedCurve* c) { return c->curve.over == part; });
  return out;
}

void add_summary_row(TextTable& table, const Validation& validation, const std::string& name,
                     const std::vector<const ValidatedCurve*>& curves) {
  std::vector<std::string> row{name};
  add_tally(row, tally(validation, part_of(curves, CyclePart::stance), stride));
  add_tally(row, tally(validation, part_of(curves, CyclePart::swing), stride));
  add_tally(row, tally(validation, part_of(curves, CyclePart::stance), forward));
  add_tally(row, tally(validation, part_of(curves, CyclePart::swing), forward));
  table.rows.push_back(std::move(row));
}

}  // namespace

TextTable curve_summary_table(const Validation& validation) {
  TextTable table{{"curves that agree", "stance", "% in", "swing", "% in", "forward: stance", "% in", "swing", "% in"},
                  {true, false, false, false, false, false, false, false, false},
                  {}};
  std::map<std::pair<double, std::string>, std::vector<const ValidatedCurve*>> parts;
  for (const ValidatedCurve& curve : validation.curves)
    if (curve.curve.not_judged.empty()) parts[{curve.curve.speed_m_s, curve.curve.evidence.word}].push_back(&curve);
  for (const auto& [part, curves] : parts)
    add_summary_row(table, validation, fmt::format("{:.1f} m/s, {}", part.first, part.second), curves);
  return table;
}

TextTable peak_table(const Validation& validation, double speed_m_s) {
  TextTable table{
      {fmt::format("peaks at {:.1f} m/s", speed_m_s), "unit", "runners at %", "stride at %", "forward at %"},
      {true, true, false, false, false},
      {}};
  for (const char* leading :
       {"ground_force_vertical", "ground_force_fore_aft", "knee_moment", "ankle_moment", "kneecap_force"}) {
    const std::string key = fmt::format("{}_{:.1f}", leading, speed_m_s);
    for (const ValidatedCurve& curve : validation.curves) {
      const CurveAgreement *by_stride = of(curve, 0), *by_forward = of(curve, 1);
      if (curve.curve.key != key || by_stride == nullptr) continue;
      const int digits = decimals(curve.curve);
      table.rows.push_back({curve.curve.title, curve.curve.unit, peak_text(by_stride->reference_peak, digits),
                            peak_text(by_stride->peak, digits),
                            by_forward == nullptr ? "-" : peak_text(by_forward->peak, digits)});
    }
  }
  return table;
}

TextTable curve_table_of(const Validation& validation, CyclePart part) {
  TextTable table{{part == CyclePart::stance ? "stance" : "swing", "m/s", "in %", "fwd %", "rms", "unit", "peak at %",
                   "runners", "offset", "evidence", ""},
                  {true, false, false, false, false, true, false, false, false, true, true},
                  {}};
  for (const ValidatedCurve& curve : validation.curves) {
    if (curve.curve.over != part) continue;
    const CurveAgreement* found = of(curve, 0);
    const int digits = decimals(curve.curve);
    table.rows.push_back({curve.curve.title, fixed(curve.curve.speed_m_s, 1), share_text(found),
                          share_text(of(curve, 1)), found == nullptr ? "-" : fixed(found->rms, digits),
                          curve.curve.unit, found == nullptr ? "-" : peak_text(found->peak, digits),
                          found == nullptr ? "-" : peak_text(found->reference_peak, digits), offset_text(curve),
                          curve.curve.evidence.word, verdict(validation, curve)});
  }
  return table;
}

TextTable worst_curves_table(const Validation& validation, std::size_t most) {
  std::vector<const ValidatedCurve*> misses;
  for (const ValidatedCurve& curve : validation.curves)
    if (curve.curve.not_judged.empty() && !validation.agrees(curve, stride)) misses.push_back(&curve);
  std::stable_sort(misses.begin(), misses.end(), [](const auto* a, const auto* b) {
    const auto share = [](const ValidatedCurve* c) { return c->engine[0] ? c->engine[0]->share_inside_percent : -1.0; };
    return share(a) < share(b);
  });
  TextTable table{{fmt::format("worst of {} curves that miss", misses.size()), "m/s", "part", "% inside", "rms", "unit",
                   "evidence"},
                  {true, false, true, false, false, true, true},
                  {}};
  for (const ValidatedCurve* curve : misses) {
    if (table.rows.size() == most) break;
    const CurveAgreement* found = of(*curve, 0);
    table.rows.push_back({curve->curve.title, fixed(curve->curve.speed_m_s, 1),
                          curve->curve.over == CyclePart::stance ? "stance" : "swing", share_text(found),
                          found == nullptr ? "-" : fixed(found->rms, decimals(curve->curve)), curve->curve.unit,
                          curve->curve.evidence.word});
  }
  return table;
}

TextTable engine_curve_table(const Validation& validation) {
  TextTable table{{"forward - stride", "part", "unit", "rms 2.5", "3.5", "4.5 m/s", "of 1 SD"},
                  {true, true, true, false, false, false, false},
                  {}};
  std::map<std::pair<std::string, CyclePart>, std::size_t> rows;
  std::map<std::size_t, std::pair<double, int>> of_sd;
  for (const ValidatedCurve& curve : validation.curves) {
    const auto [at, is_new] = rows.try_emplace({curve.curve.title, curve.curve.over}, table.rows.size());
    if (is_new)
      table.rows.push_back({curve.curve.title, curve.curve.over == CyclePart::stance ? "stance" : "swing",
                            curve.curve.unit, "-", "-", "-", "-"});
    if (!curve.between_engines_rms) continue;
    const auto column = static_cast<std::size_t>(3 + std::lround(curve.curve.speed_m_s - 2.5));
    table.rows[at->second].at(column) = fixed(*curve.between_engines_rms, decimals(curve.curve));
    const auto& sd = curve.engine[0]->sd;
    auto& [sum, count] = of_sd[at->second];
    sum += *curve.between_engines_rms / (std::accumulate(sd.begin(), sd.end(), 0.0) / static_cast<double>(sd.size()));
    table.rows[at->second].back() = fixed(sum / ++count, 1);
  }
  return table;
}

}  // namespace stridelab
