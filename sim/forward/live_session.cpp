#include "forward/live_session.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <thread>

#include "forward/live_driver.h"
#include "forward/live_inbox.h"
#include "forward/live_pacer.h"
#include "forward/triple_buffer.h"

namespace stridelab {
namespace {

constexpr std::int64_t steps_between_looks = 32;               ///< of an unpaced run, before commands are read again
constexpr std::int64_t most_due = 1000;                        ///< of a paced run that fell behind; likewise
constexpr std::chrono::duration<double> shortest_rest(0.004);  ///< between frames of a paced run: 250 a second

}  // namespace

struct LiveSession::Parts {
  Parts(const SetRunner& first, const LoadModels& loads, const LiveSettings& settings);

  void run(const std::stop_token& stop);
  void take_commands();
  std::int64_t steps_due();
  void make_steps(std::int64_t count);
  void publish();
  void rest(const std::stop_token& stop);
  [[nodiscard]] LiveStatus current_status() const;

  bool paced;
  std::int64_t steps_per_record;
  // Of the session's thread.
  LiveDriver driver;
  LivePacer pacer;
  AchievedSpeed achieved;
  std::int64_t framed_step = 0, framed_start = 1, recorded_start = 1;
  std::int64_t commands = 0;

  TripleBuffer<Frame> frames;
  mutable std::mutex guard;  ///< of the three below; held for copies only
  LiveStatus status;
  CommandLog log;
  LiveHistory history;

  LiveInbox inbox;
  std::jthread thread;  ///< last: it ends before what it uses
};

LiveSession::Parts::Parts(const SetRunner& first, const LoadModels& loads, const LiveSettings& settings)
    : paced(settings.paced),
      steps_per_record(std::max<std::int64_t>(1, std::llround(settings.history_interval_s / settings.simulation.dt_s))),
      driver(first, loads, settings.simulation, settings.blend_s),
      pacer(settings.simulation.dt_s),
      achieved(settings.simulation.dt_s),
      frames(driver.run().simulation().frame()),
      log(driver.log()),
      history(0.0, settings.history_span_s) {
  if (settings.start_paused) driver.take(Pause{});
  publish();
  thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void LiveSession::Parts::run(const std::stop_token& stop) {
  pacer.rest(LiveClock::now());
  while (!stop.stop_requested()) {
    take_commands();
    make_steps(steps_due());
    publish();
    rest(stop);
  }
}

void LiveSession::Parts::take_commands() {
  const std::vector<LiveCommand> taken = inbox.take();
  for (const LiveCommand& command : taken) driver.take(command);
  commands += static_cast<std::int64_t>(taken.size());
  if (driver.run().starts() == recorded_start) return;
  recorded_start = driver.run().starts();
  const std::lock_guard lock(guard);
  history.clear();
}

std::int64_t LiveSession::Parts::steps_due() {
  const LiveClock::time_point now = LiveClock::now();
  if (!driver.running() || driver.at_once() || !paced) {
    pacer.rest(now);
    return driver.running() ? steps_between_looks : 0;
  }
  return std::min(pacer.due(now, driver.speed_factor()), most_due);
}

void LiveSession::Parts::make_steps(std::int64_t count) {
  for (std::int64_t i = 0; i < count && driver.running(); ++i) {
    driver.step();
    if (driver.run().steps() % steps_per_record != 0) continue;
    const Frame frame = driver.run().simulation().frame();
    const std::lock_guard lock(guard);
    history.add(frame);
  }
}

LiveStatus LiveSession::Parts::current_status() const {
  const LiveRun& run = driver.run();
  const Simulation& simulation = run.simulation();
  return {.commands = commands,
          .step = run.steps(),
          .time_s = simulation.time_s(),
          .starts = run.starts(),
          .state_hash = simulation.state_hash(),
          .achieved_speed = achieved.value(),
          .speed_factor = driver.speed_factor(),
          .paused = driver.paused(),
          .running = driver.running(),
          .waiting = driver.waiting(),
          .preview = driver.preview(),
          .stride_number = run.stride().number,
          .passage_left_s = run.passage_left_s(),
          .runner = run.runner(),
          .fall = simulation.fall() ? simulation.fall()->text() : ""};
}

void LiveSession::Parts::publish() {
  const LiveRun& run = driver.run();
  if (driver.running()) {
    achieved.add(LiveClock::now(), run.steps());
  } else {
    achieved.clear();
  }
  if (run.starts() != framed_start || run.steps() != framed_step) {
    frames.back() = run.simulation().frame();
    frames.publish();
    framed_start = run.starts();
    framed_step = run.steps();
  }
  LiveStatus now = current_status();
  const std::lock_guard lock(guard);
  status = std::move(now);
  const auto& entries = driver.log().entries;
  log.entries.insert(log.entries.end(), entries.begin() + static_cast<std::ptrdiff_t>(log.entries.size()),
                     entries.end());
}

void LiveSession::Parts::rest(const std::stop_token& stop) {
  if (!driver.running()) return inbox.wait(stop);
  if (driver.at_once() || !paced) return;
  inbox.wait(stop, std::max(shortest_rest, pacer.until_next(driver.speed_factor())));
}

LiveSession::LiveSession(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
LiveSession::~LiveSession() = default;

tl::expected<std::unique_ptr<LiveSession>, std::string> LiveSession::start(const SetRunner& first,
                                                                           const LoadModels& loads,
                                                                           const LiveSettings& settings) {
  if (const auto checked = check_command(first); !checked) return tl::unexpected(checked.error());
  if (first.solved->neighbour) return tl::unexpected(std::string("a session starts with a canonical stride"));
  return std::unique_ptr<LiveSession>(new LiveSession(std::make_unique<Parts>(first, loads, settings)));
}

tl::expected<void, std::string> LiveSession::send(const LiveCommand& command) {
  auto checked = check_command(command);
  if (checked) parts_->inbox.put(command);
  return checked;
}

const Frame& LiveSession::frame() {
  parts_->frames.refresh();
  return parts_->frames.front();
}

LiveStatus LiveSession::status() const {
  const std::lock_guard lock(parts_->guard);
  return parts_->status;
}

CommandLog LiveSession::log() const {
  const std::lock_guard lock(parts_->guard);
  return parts_->log;
}

HistoryView LiveSession::history() const {
  const std::lock_guard lock(parts_->guard);
  return parts_->history.view();
}

}  // namespace stridelab
