#include "gait/synthesise.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gait/acceptance.h"
#include "gait/acceptance_limits.h"
#include "gait/muscle_capacity.h"
#include "gait/solver.h"
#include "gait/stride_solution.h"
#include "model_files/model_overlay.h"

namespace stridelab {
namespace {

struct Attempt {
  SolverResult result;
  StrengthLimits strength{};
  double placement_target_m = std::numeric_limits<double>::quiet_NaN();
  Eigen::VectorXd full_strength_x{}, placed_x{};
};

std::shared_ptr<StrideSolution> pack(const Problem& problem, const Body& body, const Attempt& a) {
  const double duty = a.result.x(problem.duty_index());
  const Resolution& r = problem.resolution();
  return std::make_shared<StrideSolution>(StrideSolution{body,
                                                         problem.form(),
                                                         problem.skeleton(),
                                                         r,
                                                         a.result.x,
                                                         a.strength,
                                                         a.placement_target_m,
                                                         EventSpline(duty, r.stance_intervals, r.flight_intervals),
                                                         problem.com_path(),
                                                         problem.schedule(),
                                                         duty,
                                                         120.0 / problem.form().cadence_spm,
                                                         {},
                                                         a.full_strength_x,
                                                         a.placed_x});
}

/// Where this form lands its foot by itself: ankle ahead of the centre of mass at the end of flight (left foot).
double landing_distance_m(const Problem& problem, const Body& body, const SolverResult& result) {
  const StrideSample landing = Stride(pack(problem, body, {result})).at(0.5 - 1e-12);
  return landing.leg[1].ankle_m.x() - landing.com_m.x();
}

double peak_active_moment(const std::vector<AbductorCommand>& commands) {
  double peak = 0.0;
  for (const AbductorCommand& c : commands) peak = std::max(peak, c.active_moment_nm);
  return peak;
}

double peak_moment(const std::vector<TrunkCommand>& commands) {
  double peak = 0.0;
  for (const TrunkCommand& c : commands) peak = std::max(peak, std::abs(c.moment_nm));
  return peak;
}

/// Compares what this stride asks of each muscle group with what the group has; the groups that fall short enter the
/// demands of the next solve.
StrengthLimits weaken(Problem& problem, const Body& body, const Eigen::VectorXd& x, Demands& demands) {
  const Form& form = problem.form();
  StrengthLimits share;
  const auto limits = moment_limits(body, form);
  Effort effort = problem.effort(x, limits);
  share.abductors = available_share(abductor_capacity_nm(body, form.hip_strength), form.hip_strength,
                                    peak_active_moment(effort.abductors));
  if (share.abductors < 1.0) {
    demands.abductor_strength = share.abductors;
    demands.abductors = std::move(effort.abductors);
  }
  share.trunk =
      available_share(trunk_capacity_nm(body, form.core_strength), form.core_strength, peak_moment(effort.trunk));
  if (share.trunk < 1.0) {
    demands.trunk_strength = share.trunk;
    demands.trunk = std::move(effort.trunk);
  }
  for (std::size_t i = 0; i < limits.size(); ++i) {
    const double available = available_share(limits[i].capacity_nm, limits[i].strength, effort.peak_nm[i]);
    if (available >= 1.0) continue;
    share.*limits[i].share = available;
    demands.weak_groups.push_back(limits[i]);
    demands.weak_groups.back().capacity_nm = available * effort.peak_nm[i];
  }
  return share;
}

/// The command of the trunk belongs to the posture that weak hips leave it: what a full trunk does there is found first.
/// Returns the iterations that took.
int command_above_weak_hips(const Skeleton& skeleton, const Form& form, const Resolution& resolution, Demands& demands,
                            SolverResult& result, const SolverSettings& settings) {
  Demands hips = demands;
  hips.trunk_strength = 1.0;
  hips.trunk.clear();
  Problem problem(skeleton, form, resolution, std::move(hips));
  result = solve(problem, result.x, settings);
  demands.trunk = problem.effort(result.x, {}).trunk;
  return result.iterations;
}

bool sound(const SolverResult& r, double duty) { return r.converged && r.x.allFinite() && duty > 0.05 && duty < 0.49; }

/// Why the search for a stride ended without one: the requirement its last attempt breaks, else the search itself.
Infeasible no_convergence(const Problem& problem, const Body& body, const Attempt& a) {
  const double most_duty = acceptance_limits().usual_duty_factor;
  if (problem.normative().duty() > most_duty)
    return {"a flight phase",
            "between the steps",
            50.0 - 100.0 * problem.normative().duty(),
            50.0 - 100.0 * most_duty,
            "% of the stride",
            "lower cadence_spm or raise speed_m_s: so slow and quick a step has hardly any flight"};
  const double duty = a.result.x.allFinite() ? a.result.x(problem.duty_index()) : std::nan("");
  if (duty > 0.05 && duty < 0.49) {
    const Verdict verdict = judge(Stride(pack(problem, body, a)));
    if (verdict.fault) return *verdict.fault;
  }
  return {"a stride that meets all conditions at once",
          "in the whole stride",
          static_cast<double>(a.result.iterations),
          60.0,
          "iterations",
          "bring the form nearer to scenarios/easy_run.toml, one parameter at a time"};
}

/// What the easy run's solution adds to its normative start. Dynamics ask nearly the same corrections of every form, so
/// the canonical cold start is the form's own normative start plus this: two iterations fewer, no memory of other runs.
const Eigen::VectorXd& usual_correction() {
  static const Eigen::VectorXd correction = without_overlay([] {
    Problem easy(build_skeleton(Body{}), Form{}, Resolution{});
    const Eigen::VectorXd start = easy.normative_start();
    return Eigen::VectorXd(solve(easy, start, SolverSettings{}).x - start);
  });
  return correction;
}

/// One to three solves: the form; the same with the foot placed elsewhere; the same with weaker muscles. Each starts from the
/// same solve of the neighbour, where it has one: what a full-strength stride asks is not found from a weak one.
tl::expected<Stride, Infeasible> run(const Body& body, const Form& form, const StrideSolution* neighbour) {
  const Skeleton skeleton = build_skeleton(body);
  const Resolution resolution;
  Problem problem(skeleton, form, resolution);
  SolverSettings settings;
  // A slider's small step needs one iteration: convergence is quadratic at first, and what is left after a step that gained
  // less than 10 % moves the knee moment by less than 0.5 %. The canonical cold solve follows when the slider rests.
  if (neighbour != nullptr) settings = {1e-6, 1e-1, 60};
  Attempt a;
  a.result =
      solve(problem, neighbour != nullptr ? neighbour->full_strength_x : problem.normative_start() + usual_correction(),
            settings);
  a.full_strength_x = a.result.x;
  int iterations = a.result.iterations;
  auto good = [&] { return sound(a.result, a.result.x(problem.duty_index())); };
  Demands demands;
  if (good() && form.foot_placement_m != 0.0) {
    demands.placement_target_m = landing_distance_m(problem, body, a.result) + form.foot_placement_m;
    demands.usual = problem.effort(a.result.x, {}).stance;
    a.placement_target_m = demands.placement_target_m;
    problem = Problem(skeleton, form, resolution, demands);
    const bool placed = neighbour != nullptr && neighbour->placed_x.size() != 0;
    a.result = solve(problem, placed ? neighbour->placed_x : a.result.x, settings);
    a.placed_x = a.result.x;
    iterations += a.result.iterations;
  }
  if (good()) {
    a.strength = weaken(problem, body, a.result.x, demands);
    if (a.strength != StrengthLimits{}) {
      const bool weak = neighbour != nullptr && neighbour->strength != StrengthLimits{};
      if (weak) a.result.x = neighbour->x;
      // The law of weakness moves the pelvis by degrees: a step that gained 10 % has not arrived.
      settings.tolerance = std::min(settings.tolerance, 1e-2);
      if (a.strength.abductors < 1.0 && a.strength.trunk < 1.0) {
        iterations += command_above_weak_hips(skeleton, form, resolution, demands, a.result, settings);
        if (!good()) return tl::unexpected(no_convergence(problem, body, a));
      }
      problem = Problem(skeleton, form, resolution, std::move(demands));
      a.result = solve(problem, a.result.x, settings);
      iterations += a.result.iterations;
    }
  }
  if (!good()) return tl::unexpected(no_convergence(problem, body, a));
  auto solution = pack(problem, body, a);
  const Verdict verdict = judge(Stride(solution));
  if (verdict.fault) return tl::unexpected(*verdict.fault);
  solution->quality = verdict.quality;
  solution->quality.iterations = iterations;
  solution->quality.cost = a.result.cost;
  return Stride(solution);
}

}  // namespace

std::string Infeasible::text() const {
  // As many digits as show which side of the limit it is on.
  int digits = 3;
  while (digits < 17 && fmt::format("{:.{}g}", value, digits) == fmt::format("{:.{}g}", limit, digits)) ++digits;
  return fmt::format("no feasible gait: {} fails {}: {:.{}g} {}, limit {:.{}g} {}\n  way out: {}", requirement, where,
                     value, digits, unit, limit, digits, unit, relax);
}

tl::expected<Stride, Infeasible> synthesise(const Body& body, const Form& form) { return run(body, form, nullptr); }

tl::expected<Stride, Infeasible> synthesise_from(const Stride& neighbour, const Body& body, const Form& form) {
  return run(body, form, &neighbour.solution());
}

}  // namespace stridelab
