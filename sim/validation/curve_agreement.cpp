#include "validation/curve_agreement.h"

#include <algorithm>

namespace stridelab {
namespace {

/// One sample's place in the reference file, in the model's stride and in the report.
struct Place {
  double reference_percent, model_cycle_percent, shown_percent;
};

std::vector<Place> stance_places(const CataloguedCurve& curve, const SignalStride& model, double toe_off_percent,
                                 const ValidationConditions& c) {
  std::vector<Place> places;
  const auto add = [&](double stance_percent) {
    const double reference = curve.percent_of_cycle ? 0.01 * stance_percent * toe_off_percent : stance_percent;
    places.push_back({reference, 0.01 * stance_percent * model.toe_off_percent, stance_percent});
  };
  // A file over stance says itself at which percents enough runners were measured.
  if (curve.percent_of_cycle) {
    for (int i = 0; c.stance_from_percent + i * c.stance_step_percent <= c.stance_to_percent; ++i)
      add(c.stance_from_percent + i * c.stance_step_percent);
  } else {
    for (const ReferencePoint& p : curve.reference)
      if (p.percent >= c.stance_from_percent && p.percent <= c.stance_to_percent) add(p.percent);
  }
  return places;
}

/// Percents of the gait cycle at which both are in swing.
std::vector<Place> swing_places(const CataloguedCurve& curve, const SignalStride& model, double toe_off_percent,
                                const ValidationConditions& c) {
  std::vector<Place> places;
  const double from = std::max(toe_off_percent, model.toe_off_percent) + c.swing_margin_percent;
  for (const ReferencePoint& p : curve.reference)
    if (p.percent >= from && p.percent <= 100.0 - c.swing_margin_percent)
      places.push_back({p.percent, p.percent, p.percent});
  return places;
}

void judge(CurveAgreement& out, bool zeros_differ) {
  out.offset = mean_difference(out.model, out.mean);
  std::vector<double> judged = out.model;
  if (zeros_differ)
    for (double& value : judged) value -= out.offset;
  out.share_inside_percent = share_inside_percent(judged, out.mean, out.sd);
  out.rms = rms_difference(judged, out.mean);
}

}  // namespace

CurveAgreement compare_curve(const CataloguedCurve& curve, const SignalStride& model,
                             const ValidationConditions& conditions) {
  const double toe_off_percent = find_speed(conditions, curve.speed_m_s)->toe_off_percent;
  const Signal& signal = model.signals.find(curve.signal)->second;
  CurveAgreement out;
  for (const Place& place : curve.over == CyclePart::stance ? stance_places(curve, model, toe_off_percent, conditions)
                                                            : swing_places(curve, model, toe_off_percent, conditions)) {
    const ReferencePoint reference = at_percent(curve.reference, place.reference_percent);
    out.percent.push_back(place.shown_percent);
    out.model.push_back(at_cycle_percent(signal.filtered, place.model_cycle_percent));
    out.model_unfiltered.push_back(at_cycle_percent(signal.unfiltered, place.model_cycle_percent));
    out.mean.push_back(reference.mean);
    out.sd.push_back(reference.sd);
  }
  judge(out, !curve.zero.empty());
  out.peak = extremum(out.percent, out.model, curve.peak_sign);
  out.reference_peak = extremum(out.percent, out.mean, curve.peak_sign);
  return out;
}

}  // namespace stridelab
