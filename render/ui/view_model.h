#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "render/live/live_feed.h"
#include "render/ui/form_edits.h"
#include "render/ui/form_history.h"
#include "render/ui/lever_service.h"
#include "render/ui/live_show.h"
#include "render/ui/moment.h"
#include "render/ui/playback.h"
#include "render/ui/shown_run.h"
#include "render/ui/stride_service.h"
#include "render/ui/sure_service.h"
#include "scenario/open_scenario.h"
#include "study/trade_off.h"

namespace stridelab::view {

/// A shipped or own scenario that can be loaded as a preset.
struct Preset {
  std::string path;
  std::string question;  ///< empty if the file asks none
};

/// Who runs in a scenario that is loaded: a preset changes the form and not the person, unless asked.
enum class WhoRuns { stays, of_file };

/// What the sliders ask: a scenario as it was read with these edits.
Question question_of(const Scenario& scenario, const FormEdits& edits);

/// Everything the panels read and every command they send: values, no drawing. All calls from one thread; solving
/// happens behind it, and poll() takes what is ready.
///
/// B is the form under the sliders, A the frozen baseline. Until the first answer both are null.
class ViewModel {
 public:
  /// Opens a scenario with changes as after `--set` and asks for its stride.
  ///
  /// wake     called from the background after each answer; may be empty
  /// engines  of its strides; tests put others here
  /// errors   every fault of the scenario, the changes, the load models and the region map
  static tl::expected<std::unique_ptr<ViewModel>, Diagnostics> open(const std::filesystem::path& scenario,
                                                                    const std::vector<std::string>& overrides = {},
                                                                    std::function<void()> wake = {},
                                                                    Engines engines = {});

  /// Takes finished answers.
  void poll();

  /// Once a frame, before anything is drawn: takes finished answers and lets time pass, so that figure, cursors and
  /// clock show one instant.
  ///
  /// real_s  since the last frame, > 0
  void pass(double real_s);

  /// Nobody looks: the forward run and the background rest until they are looked at again.
  void hide(bool hidden);

  /// The figure moves by itself: it plays, and has not fallen.
  [[nodiscard]] bool runs() const { return playback.playing() && !fallen(); }
  /// The forward run is shown and lies on the ground.
  [[nodiscard]] bool fallen() const { return source_ == Source::live && !live.status().fall.empty(); }
  /// Plays or pauses; after a fall the runner gets up first.
  void play(bool on);
  /// Pauses at an event of the stride. A forward run that has not been there yet goes on until it is.
  void jump(StrideEvent event);

  /// Blocks until the answer to the form as it stands is final, for pictures and tests.
  void settle();

  // The form.
  [[nodiscard]] const ParameterSet& parameters() const { return question_.parameters; }
  [[nodiscard]] const ParameterSet& start() const { return start_; }  ///< of the scenario, without changes
  [[nodiscard]] const std::string& scenario() const { return question_.scenario; }
  [[nodiscard]] const std::string& asked() const { return asked_; }  ///< the question of the scenario, in words
  [[nodiscard]] const FormEdits& edits() const { return edits_; }
  /// What the form is compared with: A, or the scenario before its first answer.
  [[nodiscard]] const ParameterSet& compared() const { return a_ ? a_->question.parameters : start_; }
  [[nodiscard]] bool changed(std::string_view key) const;  ///< against that
  [[nodiscard]] Hold hold() const { return hold_; }
  void set_hold(Hold hold);

  void drag(std::string_view key, double value);  ///< a slider moves: preview
  void release();                                 ///< it rests: final answer
  void set_number(std::string_view key, double value);
  void set_text(std::string_view key, std::string_view value);
  void reset(std::string_view key);
  void reset_all();

  /// Another form of the same scenario, given as after `--set`: a step that was tried elsewhere.
  void try_form(const std::vector<std::string>& overrides);

  /// Loads another scenario into B; A stays. Faults go to message() and nothing changes.
  ///
  /// who  stays: what the profile and the hand changed of the person comes along, where the scenario does not itself
  ///      change it
  bool load(const std::filesystem::path& scenario, WhoRuns who = WhoRuns::stays);
  /// The form was written into this file, which takes the place of the scenario and is listed first.
  bool saved(const std::filesystem::path& scenario);
  /// The form differs from what its file holds, or was opened with.
  [[nodiscard]] bool unsaved() const { return edits_ != kept_; }

  /// From now on for the runner of this profile, "": for the usual one; changes by hand stay. Faults go to message() and
  /// nothing changes.
  bool run_by(const std::filesystem::path& profile);
  [[nodiscard]] std::string runner() const { return runner_ ? runner_->name : ""; }  ///< of the profile; "": the usual
  [[nodiscard]] const std::vector<Preset>& presets() const { return presets_; }

  /// One step back or forward through all that was done to the form, its scenario and the baseline; a slider that was
  /// dragged is one step. False, and nothing changes, at the end of the way.
  bool undo();
  bool redo();
  [[nodiscard]] bool can_undo() const { return history_.can_go_back(); }
  [[nodiscard]] bool can_redo() const { return history_.can_go_forward(); }

  // Answers.
  [[nodiscard]] const ShownRun* a() const { return a_.get(); }
  [[nodiscard]] const ShownRun* b() const { return b_.get(); }  ///< the last form that could be run
  [[nodiscard]] bool solving() const { return answered_ < asked_number_; }
  [[nodiscard]] bool shows_form() const;  ///< b() is the final answer to the form under the sliders
  /// Why b() is not the form, empty if it is. What cannot be read stays said while an earlier form is still being solved.
  [[nodiscard]] const std::string& message() const { return refusal_.empty() ? message_ : refusal_; }
  [[nodiscard]] std::uint64_t version() const { return version_; }  ///< rises when a() or b() change

  /// What lowers the load at a place, for the form under the sliders: asks for it and gives what is known, the rows of
  /// another form or place never. Null before the first row, and while the form itself is still being solved.
  std::shared_ptr<const LeverAnswer> what_helps(const std::string& region);
  /// How sure the change from A to B is: asks for it and gives what is known, of another pair never. Null before, and
  /// while either is not final.
  std::shared_ptr<const SureAnswer> how_sure();
  /// For pictures and tests.
  void wait_for_background() {
    levers_.wait_until_idle();
    sure_.wait_until_idle();
  }

  // A against B.
  void freeze();          ///< A becomes the form under the sliders, as soon as its final answer is there
  void swap();            ///< A and B change places, with their forms
  void reset_baseline();  ///< A becomes the scenario without changes
  /// A becomes what the scenario's own checks compare with: its base file. False, and nothing changes, without a base.
  bool compare_with_base();
  [[nodiscard]] const std::vector<TradeOffRow>& trade_off(LoadPer per) const;

  // Forms beside A and B: four in all.
  static constexpr std::size_t most_beside = 2;
  using Beside = std::vector<std::shared_ptr<const ShownRun>>;
  [[nodiscard]] const Beside& beside() const { return beside_; }
  bool keep_beside();               ///< B, once its answer is final; false: not yet, no room, or there already
  void drop_beside(std::size_t i);  ///< it is shown no longer
  void take_beside(std::size_t i);  ///< it comes under the sliders, and stays beside
  [[nodiscard]] const std::string& why() const { return why_; }
  [[nodiscard]] const std::string& change_text() const { return change_text_; }  ///< "same speed, 10 % more steps"

  // What moves the figure. The playback's controls drive either engine; the forward run begins when it is first asked
  // for and rests while the stride is shown.
  Playback playback;
  LiveFeed live;
  [[nodiscard]] Source source() const { return source_; }  ///< asked for
  void show(Source source);
  /// What the figure shows now; empty until the first answer. Without a frame of the forward run it is the stride: then
  /// Moment::source says so, and live.fault() why, unless the run only has not begun yet.
  [[nodiscard]] std::optional<Moment> moment() const;

  [[nodiscard]] const LoadModels& models() const { return models_; }
  [[nodiscard]] const RegionMap& regions() const { return map_; }
  [[nodiscard]] const StrideService& strides() const { return strides_; }

 private:
  ViewModel(OpenScenario opened, const Scenario& scenario, FormEdits edits, LoadModels models, RegionMap map,
            std::function<void()> wake, Engines engines);
  tl::expected<Scenario, Diagnostics> open_again(const std::filesystem::path& scenario);
  bool resolve();
  [[nodiscard]] FormState state() const { return {question_.scenario, edits_, hold_, a_, runner_, beside_, kept_}; }
  bool go_to(const std::optional<FormState>& state);
  void enter(const Scenario& bare, FormEdits edits);
  [[nodiscard]] FormEdits brought() const;
  void ask_for_start();
  void apply(const FormEdits& edits, bool preview);
  void ask(StrideQuestion question);
  void ask_for_baseline(Question question) { ask({std::move(question), SolveFor::baseline, false}); }
  void take(StrideAnswer answer);
  void set_baseline(std::shared_ptr<const ShownRun> run);
  void refresh();
  void find_presets(const std::filesystem::path& folder);
  void let_follow();
  [[nodiscard]] double stride_length_m() const;

  LoadModels models_;
  RegionMap map_;
  OpenScenario opened_;  ///< what edits are resolved against
  Question question_;
  ParameterSet start_;
  std::string asked_;
  FormEdits edits_, kept_;
  std::shared_ptr<const Runner> runner_;
  Hold hold_ = Hold::speed;
  FormHistory history_;
  std::vector<Preset> presets_;

  std::shared_ptr<const ShownRun> a_, b_;
  Beside beside_;
  std::string message_, refusal_, why_, change_text_;
  std::vector<TradeOffRow> per_step_, per_km_;
  std::uint64_t asked_number_ = 0, answered_ = 0, baseline_number_ = 0, version_ = 0;
  std::uint64_t first_wanted_ = 0;  ///< answers before this one are of a form that was left for another
  Source source_ = Source::stride;
  bool live_begun_ = false;  ///< the forward run was asked for
  bool left_ = false;        ///< the form was left for another, which is not reached by way of a slider
  LiveShow live_show_;
  bool hidden_ = false;  ///< nobody looks
  bool moving_ = false;  ///< a slider is held: the last question was a preview
  LeverService levers_;
  SureService sure_;
  StrideService strides_;  ///< last: it stops first
};

}  // namespace stridelab::view
