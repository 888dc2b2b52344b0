#include "render/ui/sure_service.h"

#include "core/invalid_model_files.h"
#include "uncertainty/draws.h"
#include "uncertainty/ranges.h"

namespace stridelab::view {
namespace {

EngineRun engine_run(const ShownRun& run) {
  return {run.question.parameters, run.question.inputs, run.metrics(), run.regions, run.run, nullptr};
}

}  // namespace

SureService::SureService(const LoadModels& models, std::function<void()> wake)
    : models_(models), wake_(std::move(wake)), worker_([this] { work(); }) {}

SureService::~SureService() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  asked_.notify_all();
  worker_.join();
}

void SureService::ask(std::shared_ptr<const ShownRun> a, std::shared_ptr<const ShownRun> b) {
  const std::lock_guard lock(mutex_);
  if (wanted_.first == a && wanted_.second == b) return;
  wanted_ = {std::move(a), std::move(b)};
  answer_.reset();
  waiting_ = true;
  asked_.notify_all();
}

void SureService::rest() {
  const std::lock_guard lock(mutex_);
  if (answer_) return;
  wanted_ = {};
  waiting_ = false;
}

std::shared_ptr<const SureAnswer> SureService::answer() const {
  const std::lock_guard lock(mutex_);
  return answer_;
}

void SureService::wait_until_idle() {
  std::unique_lock lock(mutex_);
  idle_.wait(lock, [this] { return !busy_ && !waiting_; });
}

SureAnswer SureService::answer_to(const Pair& pair) const {
  const auto& [a, b] = pair;
  const auto inputs = read_uncertain_inputs();
  if (!inputs) return {a, b, {}, to_text(inputs.error())};
  const EngineRun run_a = engine_run(*a), run_b = engine_run(*b);
  const DrawSettings settings{usual_draws, 1, asks_for_method(run_a) || asks_for_method(run_b)};
  try {
    return {a, b, how_sure(run_a, &run_b, models_, *inputs, settings), {}};
  } catch (const InvalidModelFiles& fault) {  // a range goes beyond what a reader takes
    return {a, b, {}, fault.what()};
  }
}

void SureService::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    asked_.wait(lock, [this] { return stop_ || waiting_; });
    if (stop_) return;
    const Pair pair = wanted_;
    waiting_ = false;
    busy_ = true;
    lock.unlock();
    auto answer = std::make_shared<const SureAnswer>(answer_to(pair));
    lock.lock();
    busy_ = false;
    const bool wanted = wanted_ == pair;
    if (wanted) answer_ = std::move(answer);
    if (!waiting_) idle_.notify_all();
    if (!wanted || !wake_) continue;
    lock.unlock();
    wake_();
    lock.lock();
  }
}

}  // namespace stridelab::view
