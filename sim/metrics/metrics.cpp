#include "metrics/metrics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gait/data_limits.h"
#include "metrics/energy.h"
#include "metrics/landing.h"
#include "metrics/leg_writer.h"
#include "metrics/load_notes.h"
#include "metrics/residual.h"

namespace stridelab {
namespace {

using enum Channel;

double absorbed(double power_w) { return std::max(-power_w, 0.0); }

void set_joint_moments(LegWriter w) {
  const double per_kg = 1.0 / w.record.body.mass_kg;
  w.loaded_peak("knee_extension_moment_peak_nm_kg", knee_extension_nm, per_kg);
  w.loaded_peak("knee_abduction_moment_peak_nm_kg", knee_abduction_nm, per_kg);
  w.loaded_peak("hip_abduction_moment_peak_nm_kg", hip_abduction_nm, per_kg);
  w.loaded_peak("hip_extension_moment_peak_nm_kg", hip_extension_nm, per_kg);
  w.set("hip_retraction_moment_peak_nm_kg", retraction_maximum(w.leg, hip_extension_nm), per_kg);
  w.loaded_peak("ankle_plantarflexion_moment_peak_nm_kg", ankle_plantarflexion_nm, per_kg);
  w.loaded_peak("support_moment_peak_nm_kg", support_moment_nm, per_kg);
  w.set("knee_energy_absorbed_j_kg", per_kg * stance_integral(w.leg, knee_power_w, w.record.period_s, absorbed));
}

/// Stiffness of the leg spring whose sine-wave force has this contact and flight time.
double leg_stiffness_n_m(const StrideRecord& record, double contact_s, double flight_s) {
  const double mass_kg = record.body.mass_kg;
  const double leg_m = 0.53 * record.body.height_m;
  const double pi = std::numbers::pi;
  const double force_n = mass_kg * gravity_m_s2 * 0.5 * pi * (flight_s / contact_s + 1.0);
  const double sink_m =
      force_n * contact_s * contact_s / (mass_kg * pi * pi) - gravity_m_s2 * contact_s * contact_s / 8.0;
  const double half_travel_m = 0.5 * record.form.speed_m_s * contact_s;
  // What a soft surface gives is not the leg's.
  const double ground_m = record.form.footing.midfoot_compliance_change_m_n * force_n;
  const double shortening_m = leg_m - std::sqrt(leg_m * leg_m - half_travel_m * half_travel_m) + sink_m - ground_m;
  return force_n / shortening_m;
}

void set_ground(LegWriter w) {
  const double per_bw = w.per_bw();
  w.peak("vgrf_peak_bw", vertical_force_n, per_bw);
  w.peak("propulsion_peak_bw", fore_aft_force_n, per_bw);
  w.set("braking_peak_bw", stance_minimum(w.leg, fore_aft_force_n), per_bw);
}

void set_landing(LegWriter w) {
  const double per_bw = w.per_bw();
  const std::vector<double> force_n = landing_force_n(w.leg, w.record.period_s);
  w.set("loading_rate_bw_s", per_bw * loading_rate_n_s(w.leg, w.record.period_s, force_n));
  if (const auto peak = impact_peak(w.leg, force_n)) {
    w.set("impact_peak_bw", per_bw * peak->value);
  } else {
    w.missing("impact_peak_bw", "the force has no local maximum before 25 % of stance");
  }
}

/// Frontal-plane projection angle where the knee bends most under load, and how far it came there from landing. The
/// maximum over stance lies at contact or toe-off in 19 of 26 measured runners, where nothing loads the knee.
void set_valgus(LegWriter w) {
  const double deepest_phase = stance_maximum(w.leg, knee_flexion_rad).phase;
  const double deepest_rad = value_near(w.leg, fppa_rad, deepest_phase);
  w.set("knee_valgus_fppa_at_peak_flexion_deg", deg_per_rad * deepest_rad);
  w.set("knee_valgus_fppa_excursion_deg", deg_per_rad * (deepest_rad - w.leg.at_contact[fppa_rad]));
  w.peak("knee_valgus_fppa_peak_deg", fppa_rad, deg_per_rad);
}

void set_posture(LegWriter w) {
  const double deg = deg_per_rad;
  w.set("knee_flexion_contact_deg", deg * w.leg.at_contact[knee_flexion_rad]);
  w.peak("knee_flexion_peak_deg", knee_flexion_rad, deg);
  w.set("hip_flexion_contact_deg", deg * w.leg.at_contact[hip_flexion_rad]);
  w.peak("hip_adduction_peak_deg", hip_adduction_rad, deg);
  w.peak("hip_internal_rotation_peak_deg", hip_internal_rotation_rad, deg);
  w.set("pelvic_drop_peak_deg", stance_minimum(w.leg, pelvic_list_rad), -deg);
  set_valgus(w);
  w.peak("knee_abduction_peak_deg", knee_abduction_rad, deg);
  w.peak("ankle_dorsiflexion_peak_deg", ankle_dorsiflexion_rad, deg);
  w.peak("rearfoot_eversion_peak_deg", rearfoot_eversion_rad, deg);
  w.peak("trunk_lean_lateral_peak_deg", trunk_lean_lateral_rad, deg);
  w.set("shank_angle_contact_deg", deg * w.leg.at_contact[shank_angle_rad]);
  w.set("foot_ahead_of_com_m", w.leg.at_contact[foot_ahead_of_com_m]);
}

void set_timing(LegWriter w) {
  const double contact_s = w.leg.stance_phase() * w.record.period_s;
  const double flight_s = 0.5 * w.record.period_s - contact_s;
  w.set("contact_time_ms", 1e3 * contact_s);
  w.set("flight_time_ms", 1e3 * flight_s);
  w.set("duty_factor", w.leg.stance_phase());
  w.set("leg_stiffness_kn_m", 1e-3 * leg_stiffness_n_m(w.record, contact_s, flight_s));
}

/// Highest or lowest (sign -1) point of a periodic curve, between samples.
double periodic_maximum_height_m(const std::vector<Vec3>& curve, double sign) {
  const auto at = [&](std::size_t i) { return sign * curve[i % curve.size()].y(); };
  std::size_t best = 0;
  for (std::size_t i = 1; i < curve.size(); ++i)
    if (at(i) > at(best)) best = i;
  return sign * parabola_vertex(at(best + curve.size() - 1), at(best), at(best + 1)).value;
}

void set_motion(const StrideRecord& record, MetricValues& out) {
  const double stride_length_m = record.form.speed_m_s * record.period_s;
  const double rise_m = periodic_maximum_height_m(record.com_m, 1.0) - periodic_maximum_height_m(record.com_m, -1.0);
  out.set("speed_m_s", Side::right, record.form.speed_m_s);
  out.set("cadence_spm", Side::right, 120.0 / record.period_s);
  out.set("stride_length_m", Side::right, stride_length_m);
  out.set("step_length_m", Side::right, 0.5 * stride_length_m);
  out.set("vertical_oscillation_cm", Side::right, 100.0 * rise_m);
}

void set_energy(const StrideRecord& record, MetricValues& out) {
  const EnergyAudit audit = energy_audit(record);
  const double per_kg_m = 1.0 / (record.body.mass_kg * record.form.speed_m_s * record.period_s);
  out.set("ground_work_j", Side::right, audit.ground_j);
  out.set("leg_work_j_kg_m", Side::right, per_kg_m * audit.legs_j());
  out.set("joint_work_j_kg_m", Side::right, per_kg_m * audit.joints_j());
}

void set_residuals(const StrideRecord& record, MetricValues& out) {
  out.set("residual_force_peak_percent_bw", Side::right,
          100.0 * residual_force_peak_n(record) / record.body_weight_n());
  out.set("residual_moment_peak_percent_bw_height", Side::right, 100.0 * record.quality.residual_moment_peak_bw_height);
}

/// Every sided metric.
void set_leg(const StrideRecord& record, const LegRecord& leg, const LoadModels& models, MetricValues& out) {
  const LegWriter writer{record, leg, models, out};
  set_kneecap(writer);
  set_muscles(writer);
  set_joint_moments(writer);
  set_ground(writer);
  set_landing(writer);
  set_posture(writer);
  set_timing(writer);
}

/// What a person should know beside the numbers; a note on a leg is one on the right leg.
void add_notes(const StrideRecord& record, const LoadModels& models, MetricValues& out) {
  const LegRecord& leg = record.of(Side::right);
  out.notes = data_limits(record.body, record.form);
  for (std::string& note : strength_notes(record.strength)) out.notes.push_back(std::move(note));
  for (std::string& note : load_notes(leg, models)) out.notes.push_back(std::move(note));
  if (leg.impact.share < 1.0)
    out.notes.emplace_back("impact peak, loading rate: the landing is so soft that only part of it could be corrected");
  for (std::string& note : published_limit_notes(out, models.published)) out.notes.push_back(std::move(note));
}

}  // namespace

MetricValues::MetricValues() {
  const MetricValue none{std::nullopt, "not computed", false};
  right_.assign(metric_table().size(), none);
  left_ = right_;
}

const MetricValue& MetricValues::of(const MetricName& name) const {
  return (name.side == Side::left ? left_ : right_)[static_cast<std::size_t>(name.index)];
}

std::optional<double> MetricValues::value(std::string_view key) const {
  const auto name = find_metric(key);
  return name ? of(*name).value : std::nullopt;
}

void MetricValues::set(std::string_view key, Side side, MetricValue value) {
  const auto name = find_metric(key);
  if (!name) return;
  if (value.value && !std::isfinite(*value.value)) value = {std::nullopt, "the result is not a finite number", false};
  const auto i = static_cast<std::size_t>(name->index);
  if (side == Side::left || !name->row->sided) left_[i] = value;
  if (side == Side::right || !name->row->sided) right_[i] = std::move(value);
}

std::vector<const MetricRow*> rows_at_window_edge(const MetricValues& values) {
  std::vector<const MetricRow*> rows;
  for (const MetricRow& row : metric_table())
    if (values.of(*find_metric(row.key)).at_window_edge) rows.push_back(&row);
  return rows;
}

MetricValues compute_metrics(const StrideRecord& record, const LoadModels& models) {
  MetricValues out;
  set_motion(record, out);
  set_energy(record, out);
  set_residuals(record, out);
  for (const LegRecord& leg : record.leg) set_leg(record, leg, models, out);
  add_notes(record, models, out);
  return out;
}

MetricValues compute_leg_metrics(const StrideRecord& record, const LoadModels& models, Side side) {
  MetricValues out;
  set_motion(record, out);
  set_energy(record, out);
  set_leg(record, record.of(side), models, out);
  return out;
}

}  // namespace stridelab
