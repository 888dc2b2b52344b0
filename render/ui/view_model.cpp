#include "render/ui/view_model.h"

#include <algorithm>
#include <cmath>

#include "render/live/live_runner.h"
#include "report/words.h"
#include "scenario/overrides.h"
#include "scenario/profile.h"
#include "study/why.h"

namespace stridelab::view {
namespace {

Diagnostics all_faults(const auto&... results) {
  Diagnostics faults;
  const auto add = [&](const auto& result) {
    if (!result) faults.insert(faults.end(), result.error().begin(), result.error().end());
  };
  (add(results), ...);
  return faults;
}

bool same_value(const ParameterValue& a, const ParameterValue& b) { return a.number == b.number && a.text == b.text; }

/// The view has one figure, one set of sliders and one shoe print for both legs.
tl::expected<Scenario, Diagnostics> symmetric(tl::expected<Scenario, Diagnostics> read) {
  if (!read) return read;
  auto refused = sides_refused(read->inputs, "the view shows");
  if (!refused) return read;
  return tl::unexpected(Diagnostics{Diagnostic{read->path, 0, 0, *std::move(refused), "", 1, {}}});
}

}  // namespace

Question question_of(const Scenario& scenario, const FormEdits& edits) {
  return {scenario.path, edits.overrides(), scenario.parameters, scenario.inputs};
}

tl::expected<std::unique_ptr<ViewModel>, Diagnostics> ViewModel::open(const std::filesystem::path& scenario,
                                                                      const std::vector<std::string>& overrides,
                                                                      std::function<void()> wake, Engines engines) {
  Diagnostics faults;
  OpenScenario opened = OpenScenario::read(scenario, shipped_metrics(), faults);
  const std::vector<Assignment> edits = read_overrides(overrides, faults).all();
  tl::expected<Scenario, Diagnostics> read = tl::unexpected(faults);
  if (faults.empty()) read = symmetric(opened.resolve(edits));
  auto models = read_load_models();
  auto map = read_region_map();
  if (!read || !models || !map) return tl::unexpected(all_faults(read, models, map));
  return std::unique_ptr<ViewModel>(new ViewModel(std::move(opened), *read, FormEdits(edits), *std::move(models),
                                                  *std::move(map), std::move(wake), std::move(engines)));
}

ViewModel::ViewModel(OpenScenario opened, const Scenario& scenario, FormEdits edits, LoadModels models, RegionMap map,
                     std::function<void()> wake, Engines engines)
    : live(models),
      models_(std::move(models)),
      map_(std::move(map)),
      opened_(std::move(opened)),
      question_(question_of(scenario, edits)),
      start_(scenario.parameters),
      asked_(scenario.question),
      edits_(std::move(edits)),
      kept_(edits_),
      levers_(models_, engines, wake),
      sure_(models_, wake),
      strides_(models_, map_, std::move(engines), std::move(wake)) {
  if (const auto bare = opened_.resolve()) start_ = bare->parameters;
  find_presets(std::filesystem::path(scenario.path).parent_path());
  ask({question_});
  ask_for_start();
}

void ViewModel::find_presets(const std::filesystem::path& folder) {
  const auto files = find_scenarios(std::vector{folder.empty() ? std::string(".") : folder.string()});
  if (!files) return;  // the opened file stands for itself
  for (const std::filesystem::path& file : *files)
    if (const auto read = read_scenario(file)) presets_.push_back({file.string(), read->question});
}

bool ViewModel::resolve() {
  const auto resolved = symmetric(opened_.resolve(edits_.assignments()));
  if (!resolved) {
    refusal_ = to_text(resolved.error());
    return false;
  }
  refusal_.clear();
  question_ = question_of(*resolved, edits_);
  return true;
}

/// Files are read here and for an equipment that no edit named before, never while a slider moves.
tl::expected<Scenario, Diagnostics> ViewModel::open_again(const std::filesystem::path& scenario) {
  Diagnostics faults;
  OpenScenario opened = OpenScenario::read(scenario, shipped_metrics(), faults);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  auto read = symmetric(opened.resolve());
  if (read) opened_ = std::move(opened);
  return read;
}

void ViewModel::apply(const FormEdits& edits, bool preview) {
  if (edits == edits_ && preview) return;
  FormState before = state();
  edits_ = edits;
  if (!resolve()) {
    edits_ = before.edits;
    return;
  }
  // A slider on its way is one step, from where it was taken.
  if (!moving_) history_.keep(std::move(before));
  moving_ = preview;
  ask({question_, SolveFor::form, preview});
}

void ViewModel::ask(StrideQuestion question) {
  std::uint64_t& number = question.purpose == SolveFor::form ? asked_number_ : baseline_number_;
  number = strides_.ask(std::move(question));
}

void ViewModel::drag(std::string_view key, double value) {
  FormEdits edits = edits_;
  edits.set_number(key, value, parameters(), hold_);
  apply(edits, true);
}

void ViewModel::release() {
  if (!moving_) return;
  moving_ = false;
  ask({question_});
}

void ViewModel::set_number(std::string_view key, double value) {
  FormEdits edits = edits_;
  edits.set_number(key, value, parameters(), hold_);
  if (edits != edits_ || moving_) apply(edits, false);
}

void ViewModel::set_text(std::string_view key, std::string_view value) {
  FormEdits edits = edits_;
  edits.set_text(key, value);
  if (edits != edits_ || moving_) apply(edits, false);
}

void ViewModel::reset(std::string_view key) {
  FormEdits edits = edits_;
  edits.reset(key);
  for (const Assignment& of_runner : brought().assignments())
    if (of_runner.key == key) edits.put(of_runner);
  if (edits != edits_ || moving_) apply(edits, false);
}

void ViewModel::reset_all() {
  const FormEdits edits = brought();
  if (edits_ != edits || moving_) apply(edits, false);
}

/// What the profile makes of the scenario without a hand.
FormEdits ViewModel::brought() const { return runner_ ? brought_along(opened_, runner_->brings) : FormEdits(); }

void ViewModel::try_form(const std::vector<std::string>& overrides) {
  const FormEdits edits(overrides);
  if (edits != edits_ || moving_) apply(edits, false);
}

std::shared_ptr<const LeverAnswer> ViewModel::what_helps(const std::string& region) {
  if (!shows_form()) {
    levers_.rest();
    return nullptr;
  }
  LeverQuestion question{question_.scenario, question_.overrides, region};
  levers_.ask(question);
  auto answer = levers_.answer();
  return answer && answer->question == question ? answer : nullptr;
}

std::shared_ptr<const SureAnswer> ViewModel::how_sure() {
  if (!shows_form() || !a_ || a_->preview || a_->question.inputs == b_->question.inputs) {
    sure_.rest();
    return nullptr;
  }
  sure_.ask(a_, b_);
  auto answer = sure_.answer();
  return answer && answer->a == a_ && answer->b == b_ ? answer : nullptr;
}

void ViewModel::set_hold(Hold hold) {
  if (hold == hold_) return;
  history_.keep(state());
  hold_ = hold;
}

/// The baseline comes back as it was answered: it is not solved again.
bool ViewModel::go_to(const std::optional<FormState>& state) {
  if (!state) return false;
  const bool elsewhere = state->scenario != question_.scenario;
  if (elsewhere) {
    const auto bare = open_again(state->scenario);
    if (!bare) message_ = to_text(bare.error());
    if (!bare) return false;
    start_ = bare->parameters;
    asked_ = bare->question;
  }
  edits_ = state->edits;
  kept_ = state->kept;
  beside_ = state->beside;
  runner_ = state->runner;
  hold_ = state->hold;
  moving_ = false;
  resolve();
  ask({question_});
  if (elsewhere) first_wanted_ = asked_number_;
  left_ = true;
  baseline_number_ = 0;
  if (state->baseline && state->baseline != a_) set_baseline(state->baseline);
  return true;
}

bool ViewModel::undo() { return go_to(history_.back(state())); }
bool ViewModel::redo() { return go_to(history_.forward(state())); }

bool ViewModel::load(const std::filesystem::path& scenario, WhoRuns who) {
  FormState before = state();
  const auto read = open_again(scenario);
  if (!read) {
    message_ = to_text(read.error());
    return false;
  }
  history_.keep(std::move(before));
  if (who == WhoRuns::of_file) runner_ = nullptr;
  enter(*read,
        who == WhoRuns::of_file ? FormEdits() : brought_along(opened_, runner_ ? runner_->brings : Layer{}, edits_));
  return true;
}

/// Into the scenario that is open now, from wherever the form was.
void ViewModel::enter(const Scenario& bare, FormEdits edits) {
  start_ = bare.parameters;
  asked_ = bare.question;
  question_ = question_of(bare, {});
  edits_ = kept_ = std::move(edits);
  if (!resolve()) edits_ = kept_ = {};
  moving_ = false;
  ask({question_});
  first_wanted_ = asked_number_;
  left_ = true;
}

bool ViewModel::saved(const std::filesystem::path& scenario) {
  const std::shared_ptr<const Runner> who = runner_;
  if (!load(scenario, WhoRuns::of_file)) return false;
  runner_ = who;  // whose values the file holds
  std::erase_if(presets_, [&](const Preset& preset) { return preset.path == scenario.string(); });
  presets_.insert(presets_.begin(), {scenario.string(), asked_});
  return true;
}

bool ViewModel::run_by(const std::filesystem::path& profile) {
  std::shared_ptr<const Runner> runner;
  if (!profile.empty()) {
    const auto brings = read_profile(profile);
    if (!brings) message_ = to_text(brings.error());
    if (!brings) return false;
    runner = std::make_shared<const Runner>(Runner{profile.stem().string(), *brings});
  }
  FormState before = state();
  const FormEdits edits = edits_.without(brought()).over(brought_along(opened_, runner ? runner->brings : Layer{}));
  runner_ = std::move(runner);
  history_.keep(std::move(before));
  edits_ = edits;
  resolve();
  moving_ = false;
  ask({question_});
  return true;
}

bool ViewModel::changed(std::string_view key) const {
  return !same_value(question_.parameters.value(key), compared().value(key));
}

bool ViewModel::shows_form() const { return b_ && !b_->preview && b_->question.inputs == question_.inputs; }

void ViewModel::take(StrideAnswer answer) {
  if (answer.purpose == SolveFor::baseline) {
    if (answer.number != baseline_number_) return;
    if (answer.run) {
      set_baseline(std::move(answer.run));
    } else {
      message_ = "The baseline stays: " + answer.why_not;
    }
    return;
  }
  answered_ = answer.number;
  if (answer.number < first_wanted_) return;
  if (answer.run) {
    b_ = std::move(answer.run);
    message_.clear();
    refresh();
    let_follow();
  } else if (answer.number == asked_number_) {
    message_ = answer.why_not;
  }
}

void ViewModel::poll() {
  for (StrideAnswer& answer : strides_.take()) take(std::move(answer));
  live.poll();
  live_show_.update(live, playback, source_, hidden_ ? Watched::no : Watched::yes, stride_length_m());
}

void ViewModel::pass(double real_s) {
  poll();
  if (b_) playback.advance(real_s, b_->stride().period_s());
}

void ViewModel::hide(bool hidden) {
  hidden_ = hidden;
  if (hidden) levers_.rest();
  if (hidden) sure_.rest();
  poll();
}

void ViewModel::jump(StrideEvent event) {
  if (!b_) return;
  const double phase = b_->events.at(event);
  const Frame* newest = source_ == Source::live && !fallen() ? live.frame() : nullptr;
  constexpr double there = 0.01;  // of a stride: seven frames of the record
  const Frame* found = newest != nullptr ? live.recorded(phase) : nullptr;
  if (newest == nullptr || (found != nullptr && std::abs(std::remainder(found->stride_phase - phase, 1.0)) < there))
    return playback.scrub(phase);
  playback.play(false);
  playback.lead(newest->stride_phase);
  live.step(wrapped_phase(phase - newest->stride_phase) * b_->stride().period_s());
}

void ViewModel::play(bool on) {
  if (on && fallen()) live.restart();
  playback.play(on);
}

void ViewModel::settle() {
  release();
  strides_.wait_until_idle();
  poll();
}

void ViewModel::refresh() {
  ++version_;
  if (!a_ || !b_) return;
  per_step_ = stridelab::trade_off(a_->form(), b_->form(), LoadPer::step);
  per_km_ = stridelab::trade_off(a_->form(), b_->form(), LoadPer::km);
  why_ = a_->question.inputs == b_->question.inputs ? "A and B are the same form: move a slider to see what it does."
                                                    : stridelab::why(a_->form(), b_->form(), models_);
  change_text_ = what_changed(a_->question.parameters, b_->question.parameters);
}

void ViewModel::show(Source source) {
  source_ = source;
  if (source != Source::live) return;
  live_begun_ = true;
  let_follow();
}

/// Only forms that can be run are followed. A run that is not looked at gets them without the previews on the way.
void ViewModel::let_follow() {
  if (!live_begun_ || !b_ || (source_ != Source::live && b_->preview)) return;
  const bool anew = !b_->preview && std::exchange(left_, false);
  live.follow({live_runner(b_->question.inputs), b_->traced, b_->preview}, anew ? Passage::anew : Passage::blended);
}

double ViewModel::stride_length_m() const { return b_ ? b_->stride().form().speed_m_s * b_->stride().period_s() : 0.0; }

std::optional<Moment> ViewModel::moment() const {
  if (!b_) return std::nullopt;
  if (source_ == Source::live)
    if (const Frame* frame = live_show_.shown(live, playback)) return live_show_.moment(*frame, live, playback);
  const Stride& stride = b_->stride();
  Moment now{Source::stride, stride.at(playback.phase()), {}, playback.phase(), 0.0, !playback.playing()};
  for (const Side side : {Side::right, Side::left})
    now.leg[static_cast<std::size_t>(index(side))] =
        leg_values(now.sample, side, stride.body(), stride.form(), models_);
  now.travelled_m = live_show_.travelled_m(playback, stride_length_m());
  return now;
}

const std::vector<TradeOffRow>& ViewModel::trade_off(LoadPer per) const {
  return per == LoadPer::step ? per_step_ : per_km_;
}

}  // namespace stridelab::view
