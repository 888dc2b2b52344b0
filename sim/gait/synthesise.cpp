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

/// A runner by sides: right, left. Both the same of a symmetric one.
struct Sides {
  std::array<Body, 2> body;
  std::array<Form, 2> form;
  [[nodiscard]] bool differ() const { return !(body[0] == body[1] && form[0] == form[1]); }
};

struct Attempt {
  SolverResult result;
  std::array<StrengthLimits, 2> strength{};
  double placement_target_m = std::numeric_limits<double>::quiet_NaN();
  Eigen::VectorXd full_strength_x{}, placed_x{};
};

/// The part of a solution that only a stride of two different steps has.
void pack_left(const Problem& problem, const Sides& sides, const Attempt& a, StrideSolution& s) {
  const double duty = a.result.x(problem.duty_index(1));
  const Resolution& r = problem.resolution();
  s.spline = EventSpline(s.duty, duty, r.stance_intervals, r.flight_intervals);
  s.left_side = LeftSide{sides.body[1], sides.form[1]};
  s.left = LeftStep{problem.skeleton(1), a.strength[1],
                    EventSpline(duty, s.duty, r.stance_intervals, r.flight_intervals), problem.schedule(1), duty};
  s.two_step_path = problem.two_step_path();
}

std::shared_ptr<StrideSolution> pack(const Problem& problem, const Sides& sides, const Attempt& a) {
  const double duty = a.result.x(problem.duty_index());
  const Resolution& r = problem.resolution();
  auto solution =
      std::make_shared<StrideSolution>(StrideSolution{sides.body[0],
                                                      problem.form(),
                                                      problem.skeleton(),
                                                      r,
                                                      a.result.x,
                                                      a.strength[0],
                                                      a.placement_target_m,
                                                      EventSpline(duty, r.stance_intervals, r.flight_intervals),
                                                      problem.com_path(),
                                                      problem.schedule(),
                                                      duty,
                                                      120.0 / problem.form().cadence_spm,
                                                      {},
                                                      a.full_strength_x,
                                                      a.placed_x});
  if (problem.steps() == 2) pack_left(problem, sides, a, *solution);
  return solution;
}

/// Where this form lands the foot that comes after a step: ankle ahead of the centre of mass at the end of flight.
double landing_distance_m(const Problem& problem, const Sides& sides, const SolverResult& result, std::size_t step) {
  const StrideSample landing = Stride(pack(problem, sides, {result})).at((step == 0 ? 0.5 : 1.0) - 1e-12);
  return landing.leg[1 - step].ankle_m.x() - landing.com_m.x();
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
StrengthLimits weaken(Problem& problem, std::size_t step, const Body& body, const Form& form, const Eigen::VectorXd& x,
                      Demands& demands) {
  StrengthLimits share;
  const auto limits = moment_limits(body, form);
  Effort effort = problem.effort(x, limits, step);
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

using StepDemands = std::array<Demands, 2>;

/// The problem of one mirrored step, or of two.
Problem make_problem(const Sides& sides, std::size_t steps, const StepDemands& demands) {
  const auto& [body, form] = sides;
  if (steps == 1) return Problem(build_skeleton(body[0]), form[0], Resolution{}, demands[0]);
  return Problem(std::array<StepInputs, 2>{{{build_skeleton(body[0], body[1]), form[0], demands[0]},
                                            {build_skeleton(body[1], body[0]), form[1], demands[1]}}},
                 Resolution{});
}

/// The command of the trunk belongs to the posture that weak hips leave it: what a full trunk does there is found first.
/// Returns the iterations that took.
int command_above_weak_hips(const Sides& sides, std::size_t steps, StepDemands& demands, SolverResult& result,
                            const SolverSettings& settings) {
  StepDemands hips = demands;
  for (Demands& d : hips) {
    d.trunk_strength = 1.0;
    d.trunk.clear();
  }
  Problem problem = make_problem(sides, steps, hips);
  result = solve(problem, result.x, settings);
  for (std::size_t k = 0; k < steps; ++k) demands[k].trunk = problem.effort(result.x, {}, k).trunk;
  return result.iterations;
}

bool sound(const SolverResult& r, double duty) { return r.converged && r.x.allFinite() && duty > 0.05 && duty < 0.49; }

bool sound(const Problem& problem, const SolverResult& r) {
  return sound(r, r.x(problem.duty_index())) && sound(r, r.x(problem.duty_index(problem.steps() - 1)));
}

/// Why the search for a stride ended without one: the requirement its last attempt breaks, else the search itself.
Infeasible no_convergence(const Problem& problem, const Sides& sides, const Attempt& a) {
  const double most_duty = acceptance_limits().usual_duty_factor;
  if (problem.normative().duty() > most_duty)
    return {"a flight phase",
            "between the steps",
            50.0 - 100.0 * problem.normative().duty(),
            50.0 - 100.0 * most_duty,
            "% of the stride",
            "lower cadence_spm or raise speed_m_s: so slow and quick a step has hardly any flight"};
  const auto runs = [&](std::size_t step) {
    const double duty = a.result.x.allFinite() ? a.result.x(problem.duty_index(step)) : std::nan("");
    return duty > 0.05 && duty < 0.49;
  };
  if (runs(0) && runs(problem.steps() - 1)) {
    const Verdict verdict = judge(Stride(pack(problem, sides, a)));
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

/// Whether the sides make different steps of a runner whose muscles are all strong enough: else the mirrored half stride is
/// the stride at full strength, and what is left to differ are the loads.
bool steps_differ_at_full_strength(const Sides& sides) {
  auto without = [](Body body) {
    body.q_angle_rad = body.hamstring_tightness = body.calf_tightness = 0.0;
    return body;
  };
  auto strong = [](Form form) {
    form.hip_strength = form.quad_strength = form.hip_extensor_strength = form.calf_strength = form.core_strength = 1.0;
    form.knee_support = KneeSupport::none;
    return form;
  };
  const auto& [body, form] = sides;
  return !(without(body[0]) == without(body[1]) && strong(form[0]) == strong(form[1]));
}

/// Where the cold solve of this problem begins.
Eigen::VectorXd cold_start(Problem& problem, const Sides& sides) {
  if (problem.steps() == 1) return problem.normative_start() + usual_correction();
  auto mirrored_start = [&](std::size_t k) {
    const Problem half(build_skeleton(sides.body[k]), sides.form[k], Resolution{});
    return Eigen::VectorXd(half.normative_start() + usual_correction());
  };
  return problem.joined(mirrored_start(0), mirrored_start(1));
}

/// The unknowns of another solve as those of this problem, where they can be: the same steps, or two from a mirrored one.
std::optional<Eigen::VectorXd> fitting(const Problem& problem, const Eigen::VectorXd& x) {
  if (x.size() == problem.size()) return x;
  if (problem.steps() == 2 && x.size() != 0) return problem.joined(x, x);
  return std::nullopt;
}

/// The solves of one stride, one after another.
struct Search {
  const Sides& sides;
  const StrideSolution* neighbour;
  SolverSettings settings;
  Problem problem;
  StepDemands demands{};
  Attempt a{};
  int iterations = 0;

  [[nodiscard]] bool good() const { return sound(problem, a.result); }

  void solve_from(const Eigen::VectorXd& x) {
    a.result = solve(problem, x, settings);
    iterations += a.result.iterations;
  }

  /// Unknowns of a solve of the neighbour, if it made that one.
  [[nodiscard]] std::optional<Eigen::VectorXd> near(const Eigen::VectorXd StrideSolution::*x) const {
    if (neighbour == nullptr) return std::nullopt;
    return fitting(problem, neighbour->*x);
  }

  void at_full_strength() {
    const auto from = near(&StrideSolution::full_strength_x);
    // A slider's small step needs one iteration: convergence is quadratic at first, and what is left after a step that
    // gained less than 10 % moves the knee moment by less than 0.5 %. The cold solve follows when the slider rests.
    if (from) settings = {1e-6, 1e-1, 60};
    solve_from(from ? *from : cold_start(problem, sides));
    a.full_strength_x = a.result.x;
  }

  void place_foot() {
    const double asked_m = sides.form[0].foot_placement_m;
    for (std::size_t k = 0; k < problem.steps(); ++k) {
      demands[k].placement_target_m = landing_distance_m(problem, sides, a.result, k) + asked_m;
      demands[k].usual = problem.effort(a.result.x, {}, k).stance;
    }
    a.placement_target_m = demands[0].placement_target_m;
    problem = make_problem(sides, problem.steps(), demands);
    const auto from = near(&StrideSolution::placed_x);
    solve_from(from ? *from : a.result.x);
    a.placed_x = a.result.x;
  }

  /// A mirrored stride as the two steps of a runner whose sides differ.
  void part() {
    if (problem.steps() == 2 || !sides.differ()) return;
    demands[1] = demands[0];
    problem = make_problem(sides, 2, demands);
    a.result.x = problem.joined(a.result.x, a.result.x);
  }

  /// What each side's muscles leave of the stride. False when a solve on the way has no result.
  bool weaken_sides() {
    for (std::size_t k = 0; k < problem.steps(); ++k)
      a.strength[k] = weaken(problem, k, sides.body[k], sides.form[k], a.result.x, demands[k]);
    if (problem.steps() == 1) a.strength[1] = a.strength[0];
    if (a.strength == std::array<StrengthLimits, 2>{}) return true;
    const bool weak = neighbour != nullptr && (neighbour->strength != StrengthLimits{} ||
                                               (neighbour->left && neighbour->left->strength != StrengthLimits{}));
    if (weak) a.result.x = fitting(problem, neighbour->x).value_or(a.result.x);
    // The law of weakness moves the pelvis by degrees: a step that gained 10 % has not arrived.
    settings.tolerance = std::min(settings.tolerance, 1e-2);
    const bool hips = std::min(a.strength[0].abductors, a.strength[1].abductors) < 1.0;
    if (hips && a.strength[0].trunk < 1.0) {
      iterations += command_above_weak_hips(sides, problem.steps(), demands, a.result, settings);
      if (!good()) return false;
    }
    problem = make_problem(sides, problem.steps(), demands);
    solve_from(a.result.x);
    return good();
  }
};

/// One to three solves: the form; the same with the foot placed elsewhere; the same with weaker muscles. Each starts from the
/// same solve of the neighbour, where it has one: what a full-strength stride asks is not found from a weak one.
/// `two_steps`: the steps are two even where a mirrored one would do.
tl::expected<Stride, Infeasible> run(const Sides& sides, const StrideSolution* neighbour, bool two_steps = false) {
  const bool two = two_steps || (sides.differ() && steps_differ_at_full_strength(sides));
  Search search{sides, neighbour, {}, make_problem(sides, two ? 2 : 1, {})};
  search.at_full_strength();
  if (search.good() && sides.form[0].foot_placement_m != 0.0) search.place_foot();
  if (search.good()) search.part();
  if (!search.good() || !search.weaken_sides()) return tl::unexpected(no_convergence(search.problem, sides, search.a));
  auto solution = pack(search.problem, sides, search.a);
  const Verdict verdict = judge(Stride(solution));
  if (verdict.fault) return tl::unexpected(*verdict.fault);
  solution->quality = verdict.quality;
  solution->quality.iterations = search.iterations;
  solution->quality.cost = search.a.result.cost;
  return Stride(solution);
}

Sides both(const Body& body, const Form& form) { return {{body, body}, {form, form}}; }

Sides sides_of(const Body& body, const Form& form, const std::optional<LeftSide>& left) {
  return left ? Sides{{body, left->body}, {form, left->form}} : both(body, form);
}

}  // namespace

std::string Infeasible::text() const {
  // As many digits as show which side of the limit it is on.
  int digits = 3;
  while (digits < 17 && fmt::format("{:.{}g}", value, digits) == fmt::format("{:.{}g}", limit, digits)) ++digits;
  return fmt::format("no feasible gait: {} fails {}: {:.{}g} {}, limit {:.{}g} {}\n  way out: {}", requirement, where,
                     value, digits, unit, limit, digits, unit, relax);
}

tl::expected<Stride, Infeasible> synthesise(const Body& body, const Form& form, const std::optional<LeftSide>& left) {
  return run(sides_of(body, form, left), nullptr);
}

tl::expected<Stride, Infeasible> synthesise_from(const Stride& neighbour, const Body& body, const Form& form,
                                                 const std::optional<LeftSide>& left) {
  return run(sides_of(body, form, left), &neighbour.solution());
}

tl::expected<Stride, Infeasible> synthesise_as_two_steps(const Body& body, const Form& form) {
  return run(both(body, form), nullptr, true);
}

}  // namespace stridelab
