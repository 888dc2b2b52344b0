#include "validation/validation.h"

#include <algorithm>

#include "scenario/equipment.h"
#include "scenario/settings_inputs.h"
#include "study/change.h"
#include "validation/effect_groups.h"
#include "validation/reference_runs.h"

namespace stridelab {
namespace {

using enum EngineIndex;

/// The runs of a validation, each once, and what each is for.
class RunList {
 public:
  /// The place of a run in the list; empty where its settings have faults.
  std::optional<std::size_t> add(const std::vector<std::string>& settings, EngineIndex engine, bool signals) {
    auto inputs = settings_inputs(settings);
    if (!inputs) {
      add_new(faults_, inputs.error());
      return std::nullopt;
    }
    const auto known = std::find_if(runs_.begin(), runs_.end(), [&](const ReferenceRun& run) {
      return run.engine == engine && run.signals == signals && run.inputs == *inputs;
    });
    if (known != runs_.end()) return static_cast<std::size_t>(known - runs_.begin());
    runs_.push_back({*std::move(inputs), engine, signals});
    return runs_.size() - 1;
  }

  [[nodiscard]] const std::vector<ReferenceRun>& runs() const { return runs_; }
  [[nodiscard]] const Diagnostics& faults() const { return faults_; }

 private:
  std::vector<ReferenceRun> runs_;
  Diagnostics faults_;
};

/// Which runs answer what; an effect without `a` asks for b twice.
struct Plan {
  struct Pair {
    std::optional<std::size_t> a, b;
  };
  std::vector<PerEngine<std::optional<std::size_t>>> speeds;
  std::vector<PerEngine<Pair>> effects;
};

bool is_form(const PublishedEffect& effect, const ValidationConditions& conditions) {
  const auto& families = conditions.form_families;
  return std::find(families.begin(), families.end(), effect.family) != families.end();
}

Plan plan_runs(const ValidationReferences& references, RunList& list) {
  Plan plan;
  for (const SpeedCondition& speed : references.conditions.speeds)
    plan.speeds.push_back({list.add(speed.settings, stride, true), list.add(speed.settings, forward, true)});
  for (const PublishedEffect& effect : references.effects) {
    auto& pairs = plan.effects.emplace_back();
    const auto pair = [&](EngineIndex engine) {
      return Plan::Pair{list.add(effect.a.empty() ? effect.b : effect.a, engine, false),
                        list.add(effect.b, engine, false)};
    };
    pairs[0] = pair(stride);
    if (is_form(effect, references.conditions)) pairs[1] = pair(forward);
  }
  return plan;
}

using Results = std::vector<ReferenceRunResult>;

ValidatedSpeed speed_of(const SpeedCondition& condition, const PerEngine<std::optional<std::size_t>>& places,
                        const Results& results) {
  ValidatedSpeed out;
  out.speed_m_s = condition.speed_m_s;
  for (std::size_t e = 0; e < 2; ++e) {
    out.stride[e] = results[*places[e]].signals;
    out.missing[e] = results[*places[e]].missing;
  }
  return out;
}

ValidatedCurve curve_of(const CataloguedCurve& curve, const Validation& validation) {
  ValidatedCurve out;
  out.curve = curve;
  const auto speed = std::find_if(validation.speeds.begin(), validation.speeds.end(),
                                  [&](const ValidatedSpeed& s) { return s.speed_m_s == curve.speed_m_s; });
  for (std::size_t e = 0; e < 2; ++e)
    if (speed->stride[e]) out.engine[e] = compare_curve(curve, *speed->stride[e], validation.conditions);
  // In swing the engines may differ in their first sample; the later ones are at the same percents.
  if (out.engine[0] && out.engine[1]) {
    const std::size_t n = std::min(out.engine[0]->model.size(), out.engine[1]->model.size());
    const auto last = [n](const std::vector<double>& v) { return std::span(v).last(n); };
    out.between_engines_rms = rms_difference(last(out.engine[1]->model), last(out.engine[0]->model));
  }
  return out;
}

/// The number that an effect is about.
void answer(const PublishedEffect& effect, const ReferenceRunResult& a, const ReferenceRunResult& b,
            std::optional<double>& value, std::string& missing) {
  missing = a.metrics ? b.missing : a.missing;
  if (!a.metrics || !b.metrics) return;
  const Change change = change_between(*find_metric(effect.metric)->row, a.metrics->value(effect.metric),
                                       b.metrics->value(effect.metric));
  value = effect.kind == "percent" ? change.change_percent : effect.kind == "delta" ? change.change : change.b;
  if (!value) missing = "the metric has no value";
}

ValidatedEffect effect_of(const PublishedEffect& effect, const PerEngine<Plan::Pair>& pairs, const Results& results) {
  ValidatedEffect out;
  out.effect = effect;
  for (std::size_t e = 0; e < 2; ++e) {
    if (pairs[e].b)
      answer(effect, results[*pairs[e].a], results[*pairs[e].b], out.answer[e], out.missing[e]);
    else
      out.missing[e] = "not a change of form";
  }
  return out;
}

SignalNames names_of(const std::vector<CataloguedCurve>& curves) {
  SignalNames names;
  for (const CataloguedCurve& curve : curves)
    if (std::find(names.begin(), names.end(), curve.signal) == names.end()) names.push_back(curve.signal);
  return names;
}

}  // namespace

bool ValidatedEffect::right_sign(EngineIndex engine) const {
  const auto& found = answer[static_cast<std::size_t>(engine)];
  return found && *found * effect.direction() > 0.0;
}

bool ValidatedEffect::inside_band(EngineIndex engine) const {
  const auto& found = answer[static_cast<std::size_t>(engine)];
  return found && *found >= effect.low && *found <= effect.high;
}

bool Validation::agrees(const ValidatedCurve& curve, EngineIndex engine) const {
  const auto& found = curve.engine[static_cast<std::size_t>(engine)];
  return found && found->share_inside_percent >= conditions.agreeing_share_percent;
}

tl::expected<ValidationReferences, Diagnostics> read_validation_references() {
  auto conditions = read_validation_conditions();
  if (!conditions) return tl::unexpected(std::move(conditions.error()));
  auto curves = read_reference_catalogue(*conditions);
  auto effects = read_published_effects();
  Diagnostics faults;
  if (!curves) add_new(faults, curves.error());
  if (!effects) add_new(faults, effects.error());
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return ValidationReferences{*std::move(conditions), *std::move(curves), *std::move(effects)};
}

tl::expected<Validation, Diagnostics> validate(const ValidationReferences& references, const LoadModels& models,
                                               const Engines& engines, const std::function<void(double)>& progress) {
  RunList list;
  const Plan plan = plan_runs(references, list);
  if (!list.faults().empty()) return tl::unexpected(list.faults());
  const Results results =
      run_all(list.runs(), {models, engines, references.conditions, names_of(references.curves)}, progress);
  Validation out;
  out.conditions = references.conditions;
  for (std::size_t i = 0; i < plan.speeds.size(); ++i)
    out.speeds.push_back(speed_of(references.conditions.speeds[i], plan.speeds[i], results));
  for (const CataloguedCurve& curve : references.curves) out.curves.push_back(curve_of(curve, out));
  for (std::size_t i = 0; i < plan.effects.size(); ++i)
    out.effects.push_back(effect_of(references.effects[i], plan.effects[i], results));
  out.groups = effect_groups(out.effects, out.conditions.form_families);
  return out;
}

}  // namespace stridelab
