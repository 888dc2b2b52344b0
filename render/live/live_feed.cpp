#include "render/live/live_feed.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "forward/live_session.h"
#include "render/live/finite.h"
#include "render/live/live_starter.h"
#include "render/live/stride_lines.h"

namespace stridelab::view {
namespace {

constexpr double push_s = 0.1;

/// Paused at first, so that what was asked for before the session existed takes effect at its first step. Every frame is
/// kept, because landings have spikes of a millisecond or two; so long that a window which hangs for some seconds misses
/// none: 31 MB at most.
LiveSettings session_settings() {
  LiveSettings settings;
  settings.start_paused = true;
  settings.history_interval_s = 0.001;
  settings.history_span_s = 4.0;
  return settings;
}

LiveStatus no_run() {
  LiveStatus status;
  status.running = false;
  status.paused = true;
  return status;
}

double clock_of(const Frame& frame) { return static_cast<double>(frame.stride_index) + frame.stride_phase; }

struct Wanted {
  RunInputs inputs;
  bool preview = false;
  bool operator==(const Wanted&) const = default;
};

}  // namespace

struct LiveFeed::Parts {
  explicit Parts(const LoadModels& models) : loads(models), settings(session_settings()), status(no_run()) {}

  void send(const LiveCommand& command);
  void ask(const Wanted& form);
  void take(LiveStarter::Answer answer);
  void begin(std::unique_ptr<LiveSession> made);
  void look();
  void notice_changes(const LiveStatus& before);
  void go_on();
  void restart();
  [[nodiscard]] bool answered() const;
  [[nodiscard]] bool free() const;
  [[nodiscard]] bool fallen() const { return !status.fall.empty() && status.commands >= restart_sent; }

  LoadModels loads;
  LiveSettings settings;
  LiveStatus status;
  std::string start_fault, fault;
  bool playing = true;
  double rate = 1.0;
  std::optional<Wanted> last;  ///< asked for
  std::optional<Wanted> held;  ///< a preview that waits until the one before it is in force
  std::optional<std::int64_t>
      anew_from;                   ///< start again once the new form is solved, unless it did; status.starts then
  std::vector<LiveCommand> early;  ///< pushes and steps that wait for the session
  std::int64_t sent = 0;
  std::int64_t restart_sent = 0;  ///< sent with the last Restart, itself included
  std::optional<Frame> newest;
  HistoryView history;
  StrideLines lines;
  std::unique_ptr<LiveSession> session;
  std::unique_ptr<LiveStarter> starter;  ///< last: it ends first
};

void LiveFeed::Parts::send(const LiveCommand& command) {
  if (!session) return early.push_back(command);
  if (session->send(command)) ++sent;
}

void LiveFeed::Parts::restart() {
  send(Restart{});
  restart_sent = sent;
}

void LiveFeed::Parts::ask(const Wanted& form) {
  if (!starter) starter = std::make_unique<LiveStarter>(loads, settings);
  held.reset();
  last = form;
  starter->ask(form.inputs, form.preview);
}

void LiveFeed::Parts::begin(std::unique_ptr<LiveSession> made) {
  session = std::move(made);
  send(SetSpeed{rate});
  for (const LiveCommand& command : std::exchange(early, {})) send(command);
  if (playing) send(Resume{});
  lines.begin(session->status().runner.body, 0.0);
}

void LiveFeed::Parts::take(LiveStarter::Answer answer) {
  start_fault = std::move(answer.fault);
  if (answer.session) begin(std::move(answer.session));
  if (answer.runner) send(*answer.runner);
}

/// Everything that was sent has been looked at.
bool LiveFeed::Parts::answered() const { return starter->idle() && status.commands == sent && !status.solving; }

/// Another preview would not only be in the way of the form before it. A run that stands still lets nothing pass.
bool LiveFeed::Parts::free() const { return answered() && !(status.waiting && status.running); }

void LiveFeed::Parts::notice_changes(const LiveStatus& before) {
  if (status.starts != before.starts) lines.restart();
  // The new stride was adopted at some step before this status.
  if (status.stride_number != before.stride_number)
    lines.begin(status.runner.body, status.time_s + status.passage_left_s);
}

void LiveFeed::Parts::look() {
  const LiveStatus before = std::exchange(status, session->status());
  notice_changes(before);
  if (const Frame& frame = session->frame(); is_finite(frame)) newest = frame;
  history = session->history();
  lines.read(history);
}

void LiveFeed::Parts::go_on() {
  if (held && free()) ask(*std::exchange(held, std::nullopt));
  if (!anew_from || !answered()) return;
  const bool begun = status.starts != *std::exchange(anew_from, std::nullopt);
  if (!begun && status.infeasible.empty()) restart();
}

LiveFeed::LiveFeed(const LoadModels& models) : parts_(std::make_unique<Parts>(models)) {}
LiveFeed::~LiveFeed() = default;

void LiveFeed::follow(const RunInputs& inputs, bool preview, Passage passage) {
  const Wanted form{inputs, preview};
  const bool same = form == parts_->last && !parts_->held && parts_->fault.empty();
  if (same && passage == Passage::blended) return;
  if (parts_->session && preview && !parts_->free()) {
    parts_->held = form;
    return;
  }
  parts_->anew_from.reset();
  if (!preview && (passage == Passage::anew || parts_->fallen())) parts_->anew_from = parts_->status.starts;
  parts_->ask(form);
}

void LiveFeed::play(bool on) {
  parts_->playing = on;
  if (!parts_->session) return;
  on ? parts_->send(Resume{}) : parts_->send(Pause{});
}

void LiveFeed::set_rate(double rate) {
  if (std::isnan(rate)) return;
  parts_->rate = std::clamp(rate, 1e-3, 100.0);
  if (parts_->session) parts_->send(SetSpeed{parts_->rate});
}

void LiveFeed::step(double seconds) {
  if (std::isnan(seconds) || parts_->fallen()) return;  // steps of a fallen run would wait for the next one
  parts_->playing = false;
  parts_->send(MakeSteps{std::llround(std::clamp(seconds, 1e-3, 60.0) / parts_->settings.simulation.dt_s)});
}

void LiveFeed::restart() {
  parts_->anew_from.reset();
  if (parts_->session) return parts_->restart();
  if (parts_->last) parts_->ask(*parts_->last);
}

void LiveFeed::push(double impulse_n_s) {
  if (std::isfinite(impulse_n_s)) parts_->send(PushRunner{Vec3(0.0, 0.0, impulse_n_s / push_s), push_s});
}

void LiveFeed::poll() {
  if (!parts_->starter) return;
  if (auto answer = parts_->starter->take()) parts_->take(*std::move(answer));
  if (parts_->session) {
    parts_->look();
    parts_->go_on();
  }
  parts_->fault = parts_->status.fall.empty() ? parts_->start_fault : parts_->status.fall;
}

const Frame* LiveFeed::frame() const { return parts_->newest ? &*parts_->newest : nullptr; }
const LiveStatus& LiveFeed::status() const { return parts_->status; }
const std::string& LiveFeed::fault() const { return parts_->fault; }
const std::vector<LiveStride>& LiveFeed::last_strides() const { return parts_->lines.strides(); }

const Frame* LiveFeed::recorded(double stride_phase) const {
  const HistoryView& history = parts_->history;
  if (history.empty() || !std::isfinite(stride_phase)) return nullptr;
  const double newest = clock_of(history[history.size() - 1]);
  const Frame* best = nullptr;
  double least = 1.0;
  for (std::size_t i = history.size(); i-- > 0;) {
    if (clock_of(history[i]) <= newest - 1.0) break;
    const double away = std::abs(std::remainder(history[i].stride_phase - stride_phase, 1.0));
    if (away >= least || !is_finite(history[i])) continue;
    least = away;
    best = &history[i];
  }
  return best;
}

bool LiveFeed::idle() const {
  if (!parts_->starter) return true;
  if (!parts_->session) return parts_->starter->idle();
  return parts_->answered() && !parts_->held && !parts_->anew_from && parts_->status.idle();
}

CommandLog LiveFeed::log() const { return parts_->session ? parts_->session->log() : CommandLog{}; }

}  // namespace stridelab::view
