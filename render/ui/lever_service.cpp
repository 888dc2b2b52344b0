#include "render/ui/lever_service.h"

#include "study/run_cache.h"

namespace stridelab::view {

LeverService::LeverService(const LoadModels& models, Engines engines, std::function<void()> wake)
    : models_(models), engines_(std::move(engines)), wake_(std::move(wake)), worker_([this] { work(); }) {}

LeverService::~LeverService() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  asked_.notify_all();
  worker_.join();
}

void LeverService::ask(LeverQuestion question) {
  const std::lock_guard lock(mutex_);
  if (wanted_ == question) return;
  if (answer_ && answer_->question != question) answer_.reset();
  waiting_ = !answer_ || (answer_->study.part < 1.0 && answer_->fault.empty());
  wanted_ = std::move(question);
  asked_.notify_all();
}

void LeverService::rest() {
  const std::lock_guard lock(mutex_);
  wanted_.reset();
  waiting_ = false;
}

std::shared_ptr<const LeverAnswer> LeverService::answer() const {
  const std::lock_guard lock(mutex_);
  return answer_;
}

void LeverService::wait_until_idle() {
  std::unique_lock lock(mutex_);
  idle_.wait(lock, [this] { return !busy_ && !waiting_; });
}

void LeverService::work() {
  std::unique_lock lock(mutex_);
  std::optional<RunCache> cache;
  LeverQuestion solved;  // whose strides the cache holds
  for (;;) {
    asked_.wait(lock, [this] { return stop_ || waiting_; });
    if (stop_) return;
    const LeverQuestion question = *wanted_;
    waiting_ = false;
    busy_ = true;
    lock.unlock();
    if (!cache || solved.scenario != question.scenario || solved.overrides != question.overrides)
      cache.emplace(models_, engines_);
    solved = question;
    study(question, *cache);
    lock.lock();
    busy_ = false;
    if (!waiting_) idle_.notify_all();
  }
}

void LeverService::study(const LeverQuestion& question, RunCache& cache) {
  const auto& guidance = shipped_guidance();
  if (!guidance) {
    publish({question, {}, to_text(guidance.error())});
    return;
  }
  const Region* place = find_region(guidance->map, question.region);
  if (place == nullptr) {
    publish({question, {}, "'" + question.region + "' is no place of the leg"});
    return;
  }
  const auto made =
      study_levers({question.scenario, question.overrides}, *place, *guidance, cache, [&](const LeverStudy& so_far) {
        return publish({question, so_far, {}});
      });
  if (!made) publish({question, {}, to_text(made.error())});
}

bool LeverService::publish(LeverAnswer answer) {
  {
    const std::lock_guard lock(mutex_);
    if (stop_ || wanted_ != answer.question) return false;
    answer_ = std::make_shared<const LeverAnswer>(std::move(answer));
  }
  if (wake_) wake_();
  return true;
}

}  // namespace stridelab::view
