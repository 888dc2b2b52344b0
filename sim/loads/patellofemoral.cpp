#include "loads/patellofemoral.h"

#include <algorithm>
#include <cmath>

#include "core/frames.h"

namespace stridelab {
namespace {

template <std::size_t n>
double polynomial(const std::array<double, n>& coefficients, double x) {
  double value = 0.0;
  for (std::size_t i = n; i-- > 0;) value = value * x + coefficients[i];
  return value;
}

/// Share of the peak area that is left beyond the flexion of largest contact, falling in a straight line.
double decline(const PatellofemoralModel& m, double flexion_deg) {
  const double span_deg = m.area_decline_until_deg - m.area_peak_flexion_deg;
  const double share = std::clamp((flexion_deg - m.area_peak_flexion_deg) / span_deg, 0.0, 1.0);
  return 1.0 - m.area_decline_fraction * share;
}

double load_term(const PatellofemoralModel::LoadTerm& load, const Body& body, double pfj_force_n) {
  const double force_bw = std::max(pfj_force_n, 0.0) / (body.mass_kg * gravity_m_s2);
  return std::clamp(std::pow(force_bw / load.reference_force_bw, load.exponent), load.smallest, load.largest);
}

}  // namespace

FitFlexion fit_flexion(const PatellofemoralModel& model, double knee_flexion_rad) {
  const double deg = knee_flexion_rad * deg_per_rad;
  const double held = std::clamp(deg, model.flexion_min_deg, model.flexion_max_deg);
  return {held, held != deg};
}

double quadriceps_lever_arm_m(const PatellofemoralModel& model, const Body& body, double knee_flexion_rad) {
  const PatellofemoralModel::LeverArm& arm = model.lever_arm;
  const double deg = std::clamp(fit_flexion(model, knee_flexion_rad).deg, arm.from_deg, arm.to_deg);
  return polynomial(arm.polynomial_m, deg) * body.height_m / arm.reference_height_m;
}

double pfj_force_ratio(const PatellofemoralModel& model, double knee_flexion_rad) {
  const double deg = fit_flexion(model, knee_flexion_rad).deg;
  return polynomial(model.ratio_numerator, deg) / polynomial(model.ratio_denominator, deg);
}

double reference_contact_area_mm2(const PatellofemoralModel& model, const Body& body, double knee_flexion_rad) {
  const PatellofemoralModel::Area& area = body.sex == Sex::female ? model.female : model.male;
  const double deg = fit_flexion(model, knee_flexion_rad).deg;
  const double unloaded_mm2 = polynomial(area.polynomial_mm2, std::min(deg, model.area_peak_flexion_deg));
  const double size = body.height_m / area.reference_height_m;
  return model.loaded_factor * unloaded_mm2 * decline(model, deg) * size * size;
}

double contact_area_mm2(const PatellofemoralModel& model, const Body& body, double knee_flexion_rad,
                        double pfj_force_n) {
  return reference_contact_area_mm2(model, body, knee_flexion_rad) * load_term(model.load, body, pfj_force_n);
}

KneecapLoad kneecap_load(const PatellofemoralModel& model, const Body& body, double quadriceps_force_n,
                         double knee_flexion_rad) {
  KneecapLoad load;
  load.quadriceps_force_n = quadriceps_force_n;
  load.pfj_force_n = pfj_force_ratio(model, knee_flexion_rad) * quadriceps_force_n;
  load.contact_area_mm2 = contact_area_mm2(model, body, knee_flexion_rad, load.pfj_force_n);
  load.stress_mpa = load.pfj_force_n / load.contact_area_mm2;
  load.extrapolated = fit_flexion(model, knee_flexion_rad).extrapolated;
  return load;
}

}  // namespace stridelab
