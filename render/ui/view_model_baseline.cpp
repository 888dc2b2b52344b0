// What a form is compared with: the baseline, and the forms beside both. The rest of ViewModel is in view_model.cpp.
#include <algorithm>

#include "render/ui/view_model.h"

namespace stridelab::view {

void ViewModel::freeze() {
  history_.keep(state());
  if (shows_form()) {
    baseline_number_ = 0;  // forget a baseline that is still under way
    set_baseline(b_);
  } else {
    ask_for_baseline(question_);
  }
}

void ViewModel::reset_baseline() {
  history_.keep(state());
  ask_for_start();
}

void ViewModel::ask_for_start() {
  const auto read = opened_.resolve();
  if (!read) {
    message_ = to_text(read.error());
    return;
  }
  ask_for_baseline(question_of(*read, {}));
}

bool ViewModel::compare_with_base() {
  const auto read = opened_.resolve(edits_.assignments());
  if (!read || read->base_path.empty()) return false;
  // Of the changes those count that leave the base what the scenario compares with.
  const auto bare = read_scenario(read->base_path, edits_.overrides());
  const bool same = bare && bare->inputs == read->base_inputs;
  ask_for_baseline({read->base_path, same ? edits_.overrides() : std::vector<std::string>(), read->base_parameters,
                    read->base_inputs});
  return true;
}

void ViewModel::swap() {
  if (!a_ || !b_) return;
  history_.keep(state());
  const std::shared_ptr<const ShownRun> old_b = b_;
  question_ = a_->question;
  edits_ = FormEdits(question_.overrides);
  if (const auto bare = open_again(question_.scenario)) {
    start_ = bare->parameters;
    asked_ = bare->question;
  }
  moving_ = false;
  b_ = a_;
  ask({question_});
  first_wanted_ = asked_number_;
  left_ = true;
  set_baseline(old_b);
  // What was under the sliders was a preview: a baseline is worth the canonical answer.
  if (old_b->preview) ask_for_baseline(old_b->question);
}

bool ViewModel::keep_beside() {
  const bool there = std::any_of(beside_.begin(), beside_.end(),
                                 [&](const auto& run) { return run->question.inputs == question_.inputs; });
  if (!shows_form() || there || beside_.size() >= most_beside) return false;
  history_.keep(state());
  beside_.push_back(b_);
  ++version_;
  return true;
}

void ViewModel::drop_beside(std::size_t i) {
  if (i >= beside_.size()) return;
  history_.keep(state());
  beside_.erase(beside_.begin() + static_cast<std::ptrdiff_t>(i));
  ++version_;
}

void ViewModel::take_beside(std::size_t i) {
  if (i >= beside_.size()) return;
  FormState now = state();
  now.scenario = beside_[i]->question.scenario;
  now.edits = FormEdits(beside_[i]->question.overrides);
  history_.keep(state());
  go_to(now);
}

void ViewModel::set_baseline(std::shared_ptr<const ShownRun> run) {
  a_ = std::move(run);
  refresh();
}

}  // namespace stridelab::view
