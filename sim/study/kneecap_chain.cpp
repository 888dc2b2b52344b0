#include "study/kneecap_chain.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "loads/patellofemoral.h"
#include "metrics/stance.h"
#include "study/stride_events.h"

namespace stridelab {

KneecapChain kneecap_chain(const SolvedForm& solved, const LoadModels& models) {
  const StrideRecord& record = solved.run.record;
  const StrideSample sample = solved.run.plan.source.at(stride_events(record).peak_load);
  const LegValues values = leg_values(sample, Side::right, record.body, record.form, models);
  const LegSample& leg = sample.leg[0];
  const Vec3 axis = leg.tibia.col(2);
  KneecapChain chain;
  chain.body_weight_n = record.body_weight_n();
  // About the knee's axis the ground force extends it with (cop - knee) x F; the muscles supply the opposite.
  const double ground_moment_nm = -(sample.cop_m - leg.knee_m).cross(leg.grf_n).dot(axis);
  chain.ground_force_n = (leg.grf_n - leg.grf_n.dot(axis) * axis).norm();
  chain.lever_arm_m = chain.ground_force_n > 0.0 ? ground_moment_nm / chain.ground_force_n : 0.0;
  chain.knee_moment_nm = values[quantity("knee_extension_moment_nm")];
  chain.knee_flexion_rad = values[quantity("knee_flexion_rad")];
  chain.thigh_moment_nm = values[quantity("quadriceps_force_n")] *
                          quadriceps_lever_arm_m(models.patellofemoral, record.body, chain.knee_flexion_rad);
  chain.force_n = values[quantity("pfj_force_n")];
  chain.force_per_moment_1_m = pfj_force_ratio(models.patellofemoral, chain.knee_flexion_rad) /
                               quadriceps_lever_arm_m(models.patellofemoral, record.body, chain.knee_flexion_rad);
  chain.worn_factor = chain.force_n / (chain.thigh_moment_nm * chain.force_per_moment_1_m);
  chain.contact_area_mm2 = values[quantity("pfj_contact_area_mm2")];
  chain.stress_mpa = values[quantity("pfj_stress_mpa")];
  return chain;
}

std::vector<LinkChange> link_changes(const KneecapChain& a, const KneecapChain& b) {
  const auto links = [](const KneecapChain& c) {
    return std::array{c.ground_force_n / c.body_weight_n,
                      c.lever_arm_m,
                      c.knee_moment_nm / (c.ground_force_n * c.lever_arm_m),
                      c.thigh_moment_nm / c.knee_moment_nm,
                      c.force_per_moment_1_m,
                      c.worn_factor};
  };
  const auto links_a = links(a), links_b = links(b);
  std::vector<LinkChange> changes;
  for (std::size_t i = 0; i < links_a.size(); ++i) {
    const double log_ratio = std::log(links_b[i] / links_a[i]);
    if (!(links_a[i] > 0.0) || !std::isfinite(log_ratio)) return {};
    changes.push_back({static_cast<ChainLink>(i), log_ratio});
  }
  double whole = 0.0;
  for (const LinkChange& change : changes) whole += change.log_ratio;
  std::stable_sort(changes.begin(), changes.end(), [&](const LinkChange& x, const LinkChange& y) {
    const bool along_x = x.log_ratio * whole > 0.0, along_y = y.log_ratio * whole > 0.0;
    return along_x != along_y ? along_x : std::abs(x.log_ratio) > std::abs(y.log_ratio);
  });
  return changes;
}

}  // namespace stridelab
