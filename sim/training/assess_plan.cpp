#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "model_files/models_origin.h"
#include "training/assess_weeks.h"
#include "training/plan_checks.h"
#include "training/plan_report.h"
#include "training/plan_words.h"
#include "training/run_loads.h"
#include "training/strength_gain.h"
#include "training/tissue_state.h"

namespace stridelab {
namespace {

/// Works one plan out, step by step into one report.
class Assessment {
 public:
  Assessment(const Plan& plan, const TrainingModels& models, SolveCache& cache,
             const std::function<void(double)>& progress)
      : plan_(plan), models_(models), cache_(cache), progress_(progress) {}

  PlanReport work_out() {
    start();
    if (!solve_usual() || !solve_weeks()) return std::move(report_);
    report_.accustomed_steps = plan_.accustomed_km * usual_->steps_per_km;
    std::vector<WeekReport> weeks = week_reports(plan_, weeks_, models_.rules);
    for (std::size_t w = 0; w < weeks.size(); ++w) weeks[w].strength_gain_percent = gain_percent(w);
    report_.weeks = std::move(weeks);
    for (std::size_t t = 0; t < models_.tissues.size(); ++t)
      report_.tissues.push_back(tissue_report(t, plan_, weeks_, *usual_, models_));
    add_kinds();
    add_warnings(report_);
    judge();
    return std::move(report_);
  }

 private:
  void start() {
    report_.path = plan_.path;
    report_.question = plan_.question;
    report_.scenario = plan_.scenario;
    report_.usual_run = plan_.usual_run.build();
    report_.accustomed_km = plan_.accustomed_km;
    report_.accustomed_runs = plan_.accustomed_runs;
    report_.accustomed_as_first_week = plan_.accustomed_as_first_week;
    report_.strengthening = plan_.strengthening;
    report_.rules = models_.rules;
    if (const std::string note = models_origin().note(); !note.empty()) report_.notes.push_back(note);
    if (!plan_.strengthening) return;
    for (const Programme& programme : models_.programmes)
      if (programme.strength == plan_.strengthening->strength) report_.programme = programme;
  }

  /// Gained by the start of a week, counted from 0.
  [[nodiscard]] double gain_percent(std::size_t week) const {
    if (!report_.programme) return 0.0;
    const int trained = static_cast<int>(week) + 1 - plan_.strengthening->from_week;
    return strength_gain_percent(*report_.programme, std::clamp(trained, 0, plan_.strengthening->weeks),
                                 plan_.strengthening->sessions_per_week);
  }

  /// The loads of a way to run; null, with the reason in the report, where there is no gait.
  const RunLoads* solve(double gain_percent, const std::vector<Assignment>& changes, const std::string& whose) {
    const auto run = outfit_run(plan_, gain_percent, changes);
    if (!run) return stop(PlanStatus::invalid, to_text(run.error()));
    for (const Solved& known : solved_)
      if (known.inputs == run->inputs) return &known.loads;
    auto loads = loads_of_run(*run, models_, cache_);
    if (!loads) return stop(PlanStatus::infeasible, whose + ": " + loads.error().text());
    for (const std::string& note : loads->notes) add_note(whose, note);
    solved_.push_back({run->inputs, std::move(*loads)});
    if (usual_ == nullptr) report_.usual_run = run->parameters;
    return &solved_.back().loads;
  }

  const RunLoads* stop(PlanStatus status, std::string why) {
    report_.status = status;
    report_.error = std::move(why);
    return nullptr;
  }

  /// Each note once, with the first run that has it.
  void add_note(const std::string& whose, const std::string& note) {
    if (std::find(notes_.begin(), notes_.end(), note) == notes_.end()) report_.notes.push_back(whose + ": " + note);
    notes_.push_back(note);
  }

  bool solve_usual() {
    usual_ = solve(0.0, {}, "the usual run");
    return usual_ != nullptr;
  }

  bool solve_weeks() {
    for (std::size_t w = 0; w < plan_.weeks.size(); ++w) {
      weeks_.emplace_back();
      for (const PlanRun& run : plan_.weeks[w].runs) {
        const std::string whose = fmt::format("week {}, {}", w + 1, changes_text(run.changes));
        const RunLoads* loads = solve(gain_percent(w), run.changes, whose);
        if (loads == nullptr) return false;
        weeks_.back().push_back({run, loads});
      }
      if (progress_) progress_(static_cast<double>(w + 1) / static_cast<double>(plan_.weeks.size()));
    }
    return true;
  }

  /// The ways of running that differ from the usual run by what the plan says, each once, with strength left aside.
  void add_kinds() {
    for (const LoadedWeek& week : weeks_)
      for (const LoadedRun& r : week) {
        if (r.run.changes.empty()) continue;
        const std::string changes = changes_text(r.run.changes);
        auto kind = std::find_if(report_.kinds.begin(), report_.kinds.end(),
                                 [&](const RunKind& known) { return known.changes == changes; });
        if (kind == report_.kinds.end()) {
          report_.kinds.push_back(make_kind(changes, *r.loads));
          kind = report_.kinds.end() - 1;
        }
        kind->distance_km += r.run.distance_km;
      }
  }

  [[nodiscard]] RunKind make_kind(const std::string& changes, const RunLoads& loads) const {
    RunKind kind{changes, 0.0, {}, {}};
    for (std::size_t t = 0; t < models_.tissues.size(); ++t) {
      const Uncertain& exponent = models_.tissues[t].exponent;
      kind.load_ratio.emplace_back();
      kind.damage_per_km.emplace_back();
      if (!report_.tissues[t].missing.empty()) continue;
      const double ratio = *loads.tissues[t].peak / *usual_->tissues[t].peak;
      const auto damage = [&](double b) {
        return run_damage(1.0, loads.steps_per_km / usual_->steps_per_km, ratio, b);
      };
      const auto [low, high] = std::minmax({damage(exponent.low), damage(exponent.high)});
      kind.load_ratio.back() = ratio;
      kind.damage_per_km.back() = Band{low, damage(exponent.mid), high};
    }
    return kind;
  }

  void judge() {
    for (const Check& check : plan_.checks) {
      report_.checks.push_back(evaluate_plan_check(check, report_));
      if (!report_.checks.back().passed()) report_.status = PlanStatus::failed;
    }
  }

  struct Solved {
    RunInputs inputs;
    RunLoads loads;
  };

  const Plan& plan_;
  const TrainingModels& models_;
  SolveCache& cache_;
  const std::function<void(double)>& progress_;
  PlanReport report_;
  std::deque<Solved> solved_;  // addresses stay
  std::vector<std::string> notes_;
  const RunLoads* usual_ = nullptr;
  std::vector<LoadedWeek> weeks_;
};

}  // namespace

PlanReport assess_plan(const Plan& plan, const TrainingModels& models, SolveCache& cache,
                       const std::function<void(double)>& progress) {
  return Assessment(plan, models, cache, progress).work_out();
}

std::string_view plan_caveat() {
  return "A teaching model, validated on nobody: it shows how load, recovery and adaptation play together. It gives no "
         "risk of injury and is not medical advice. Its constants are uncertain, so every state is a band: compare "
         "weeks and plans, do not trust levels.";
}

}  // namespace stridelab
