#include "render/live/live_starter.h"

#include "render/live/live_runner.h"

namespace stridelab::view {

LiveStarter::LiveStarter(const LoadModels& loads, const LiveSettings& settings)
    : loads_(loads), settings_(settings), worker_([this](const std::stop_token& stop) { work(stop); }) {}

LiveStarter::~LiveStarter() = default;

void LiveStarter::ask(const RunInputs& inputs, bool preview) {
  const std::lock_guard lock(guard_);
  wanted_ = Wanted{inputs, preview};
  asked_.notify_one();
}

std::optional<LiveStarter::Answer> LiveStarter::take() {
  const std::lock_guard lock(guard_);
  return std::exchange(answer_, std::nullopt);
}

bool LiveStarter::idle() const {
  const std::lock_guard lock(guard_);
  return !busy_ && !wanted_ && !answer_;
}

void LiveStarter::work(const std::stop_token& stop) {
  std::unique_lock lock(guard_);
  // An answer that nobody took yet waits: it may hold the session.
  while (asked_.wait(lock, stop, [this] { return wanted_.has_value(); })) {
    const Wanted wanted = *std::exchange(wanted_, std::nullopt);
    busy_ = true;
    lock.unlock();
    Answer made = answer(wanted);
    lock.lock();
    if (answer_ && answer_->session) made.session = std::move(answer_->session);
    answer_ = std::move(made);
    busy_ = false;
  }
}

LiveStarter::Answer LiveStarter::answer(const Wanted& wanted) {
  const LiveRunner runner = live_runner(wanted.inputs);
  if (started_) return {nullptr, SetRunner{runner, wanted.preview}, {}};
  auto session = LiveSession::start(runner, loads_, settings_);
  if (!session) return {nullptr, std::nullopt, session.error().text()};
  started_ = true;
  return {std::move(*session), std::nullopt, {}};
}

}  // namespace stridelab::view
