#include "render/ui/solve_thread.h"

namespace stridelab::view {
namespace {

StrideSolver from_neighbour(const Stride& neighbour) {
  return [&neighbour](const RunInputs& inputs) {
    return synthesise_from(neighbour, inputs.body, inputs.form).map([](const Stride& s) { return PlannedStride(s); });
  };
}

}  // namespace

SolveThread::SolveThread(LoadModels models, RegionMap map, std::function<void()> wake)
    : models_(std::move(models)), map_(std::move(map)), wake_(std::move(wake)), worker_([this] { work(); }) {}

SolveThread::~SolveThread() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  asked_.notify_all();
  worker_.join();
}

void SolveThread::ask(SolveJob job) {
  {
    const std::lock_guard lock(mutex_);
    (job.purpose == SolveFor::form ? form_ : baseline_) = std::move(job);
  }
  asked_.notify_all();
}

std::vector<SolveReply> SolveThread::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(replies_, {});
}

void SolveThread::wait_until_idle() {
  std::unique_lock lock(mutex_);
  idle_.wait(lock, [this] { return !busy_ && !form_ && !baseline_; });
}

void SolveThread::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    asked_.wait(lock, [this] { return stop_ || form_ || baseline_; });
    if (stop_) return;
    // The form first: it is what the person looks at.
    std::optional<SolveJob>& slot = form_ ? form_ : baseline_;
    SolveJob job = *std::move(slot);
    slot.reset();
    busy_ = true;
    lock.unlock();
    SolveReply reply = answer(std::move(job));
    lock.lock();
    replies_.push_back(std::move(reply));
    busy_ = false;
    if (!form_ && !baseline_) idle_.notify_all();
    if (!wake_) continue;
    lock.unlock();
    wake_();
    lock.lock();
  }
}

SolveResult SolveThread::solve(const SolveJob& job) {
  // A cache for one question: the same code as the headless program, without keeping every form a slider passes.
  if (job.preview && neighbour_) {
    SolveResult warm = SolveCache(models_, from_neighbour(*neighbour_)).solve(job.question.inputs);
    if (warm) return warm;
  }
  // Also after a preview that failed: only the cold solve says that there is no such gait.
  return SolveCache(models_, stride_engine()).solve(job.question.inputs);
}

SolveReply SolveThread::answer(SolveJob job) {
  SolveReply reply{job.number, job.purpose, job.preview, nullptr, {}};
  const SolveResult solved = solve(job);
  if (!solved) {
    reply.why_not = solved.error().text();
    return reply;
  }
  if (job.purpose == SolveFor::form) neighbour_ = (*solved)->plan.stride;
  reply.run = shown_run(std::move(job.question), *solved, models_, map_, job.preview);
  return reply;
}

}  // namespace stridelab::view
