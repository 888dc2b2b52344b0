#include "render/ui/stride_service.h"

#include <algorithm>

#include "study/way_out.h"

namespace stridelab::view {

StrideService::StrideService(LoadModels models, RegionMap map, Engines engines, std::function<void()> wake)
    : models_(std::move(models)),
      map_(std::move(map)),
      engines_(std::move(engines)),
      wake_(std::move(wake)),
      worker_([this] { work(); }) {}

StrideService::~StrideService() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  asked_.notify_all();
  worker_.join();
}

std::uint64_t StrideService::ask(StrideQuestion question) {
  const std::lock_guard lock(mutex_);
  std::optional<Waiting>& slot = question.purpose == SolveFor::form ? form_ : baseline_;
  slot = Waiting{++numbers_, std::move(question)};
  asked_.notify_all();
  return numbers_;
}

std::vector<StrideAnswer> StrideService::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(answers_, {});
}

void StrideService::wait_until_idle() {
  std::unique_lock lock(mutex_);
  idle_.wait(lock, [this] { return !busy_ && !form_ && !baseline_; });
}

void StrideService::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    asked_.wait(lock, [this] { return stop_ || form_ || baseline_; });
    if (stop_) return;
    // The form first: it is what the person looks at.
    std::optional<Waiting>& slot = form_ ? form_ : baseline_;
    Waiting waiting = *std::move(slot);
    slot.reset();
    busy_ = true;
    lock.unlock();
    StrideAnswer made = answer(std::move(waiting));
    lock.lock();
    answers_.push_back(std::move(made));
    busy_ = false;
    if (!form_ && !baseline_) idle_.notify_all();
    if (!wake_) continue;
    lock.unlock();
    wake_();
    lock.lock();
  }
}

std::optional<SolveResult> StrideService::remembered(const RunInputs& inputs) const {
  const std::lock_guard lock(remembered_guard_);
  const auto found = std::ranges::find(remembered_, inputs, &std::pair<RunInputs, SolveResult>::first);
  return found == remembered_.end() ? std::nullopt : std::optional(found->second);
}

SolveResult StrideService::solve(const RunInputs& inputs) const {
  if (const auto known = remembered(inputs)) return *known;
  const SolveResult solved = solve_run(inputs, engines_.stride, models_);
  const std::lock_guard lock(remembered_guard_);
  remembered_.emplace_front(inputs, solved);
  if (remembered_.size() > most_remembered) remembered_.pop_back();
  return solved;
}

StrideService::Solved StrideService::solve_for(const StrideQuestion& question) {
  const RunInputs& inputs = question.question.inputs;
  if (const auto from = chain_ < longest_chain ? last_ : canonical_; question.preview && from && !remembered(inputs)) {
    const StrideSolver warm = [&](const RunInputs& form) { return engines_.preview(from->stride, form); };
    if (SolveResult run = solve_run(inputs, warm, models_)) return {std::move(run), from};
  }
  // Also after a preview that failed: only the cold solve says that there is no such gait.
  return {solve(inputs), nullptr};
}

void StrideService::keep_as_neighbour(const std::shared_ptr<const TracedStride>& stride) {
  if (!stride->neighbour) canonical_ = stride;
  chain_ = stride->neighbour == nullptr ? 0 : stride->neighbour == canonical_ ? 1 : chain_ + 1;
  last_ = stride;
}

/// What is tried on the way is solved here and remembered by nobody else.
std::string StrideService::why_not(const Question& question, const Infeasible& reason) const {
  RunCache tried(models_, engines_);
  return with_way_out(reason, {question.scenario, {}, question.overrides}, tried);
}

StrideAnswer StrideService::answer(Waiting waiting) {
  StrideQuestion& asked = waiting.question;
  StrideAnswer made{waiting.number, asked.purpose, asked.preview, nullptr, {}};
  const Solved solved = solve_for(asked);
  if (!solved.run) {
    made.why_not = asked.preview ? solved.run.error().text() : why_not(asked.question, solved.run.error());
    return made;
  }
  const auto traced =
      std::make_shared<const TracedStride>(TracedStride{(*solved.run)->plan.stride.value(), solved.neighbour});
  if (asked.purpose == SolveFor::form) keep_as_neighbour(traced);
  made.run = shown_run(std::move(asked.question), *solved.run, traced, models_, map_, asked.preview);
  return made;
}

}  // namespace stridelab::view
