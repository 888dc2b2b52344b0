#include "render/live/live_feed.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "forward/live_session.h"
#include "render/live/finite.h"
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

}  // namespace

struct LiveFeed::Parts {
  explicit Parts(const LoadModels& models) : loads(models), settings(session_settings()), status(no_run()) {}

  void send(const LiveCommand& command);
  void begin(const SetRunner& first);
  void pass_on(const SetRunner& form, Passage passage);
  void look();
  void notice_changes(const LiveStatus& before);
  void restart();
  [[nodiscard]] bool fallen() const { return !status.fall.empty() && status.commands >= restart_sent; }

  LoadModels loads;
  LiveSettings settings;
  LiveStatus status;
  std::string fault;
  bool playing = true;
  double rate = 1.0;
  SetRunner last;                  ///< sent
  LiveRunner person;               ///< of the last that was no preview: who runs once all was taken
  std::vector<LiveCommand> early;  ///< pushes and steps that wait for the session
  std::int64_t sent = 0;
  std::int64_t restart_sent = 0;  ///< sent with the last Restart, itself included
  std::optional<Frame> newest;
  HistoryView history;
  StrideLines lines;
  std::unique_ptr<LiveSession> session;
};

void LiveFeed::Parts::send(const LiveCommand& command) {
  if (!session) return early.push_back(command);
  if (session->send(command)) ++sent;
}

void LiveFeed::Parts::restart() {
  send(Restart{});
  restart_sent = sent;
}

void LiveFeed::Parts::begin(const SetRunner& first) {
  auto made = LiveSession::start(first, loads, settings);
  if (!made) {
    fault = made.error();
    return;
  }
  fault.clear();
  session = *std::move(made);
  last = first;
  person = first.runner;
  send(SetSpeed{rate});
  for (const LiveCommand& command : std::exchange(early, {})) send(command);
  if (playing) send(Resume{});
  lines.begin(person.body, 0.0);
}

void LiveFeed::Parts::pass_on(const SetRunner& form, Passage passage) {
  send(form);
  last = form;
  if (form.preview) return;
  // Another person begins anew by himself.
  const bool anew = (passage == Passage::anew || fallen()) && form.runner.same_person(person);
  person = form.runner;
  if (anew) restart();
}

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

LiveFeed::LiveFeed(const LoadModels& models) : parts_(std::make_unique<Parts>(models)) {}
LiveFeed::~LiveFeed() = default;

void LiveFeed::follow(const SetRunner& form, Passage passage) {
  if (!parts_->session) {
    // A log begins with a stride that comes from nothing.
    if (!form.preview) parts_->begin(form);
    return;
  }
  const bool same = form.runner == parts_->last.runner && form.preview == parts_->last.preview;
  if (same && passage == Passage::blended && parts_->fault.empty()) return;
  parts_->pass_on(form, passage);
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
  if (parts_->session) parts_->restart();
}

void LiveFeed::push(const Vec3& impulse_n_s) {
  if (impulse_n_s.allFinite()) parts_->send(PushRunner{impulse_n_s / push_s, push_s});
}

void LiveFeed::poll() {
  if (!parts_->session) return;
  parts_->look();
  parts_->fault = parts_->status.fall;
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
  return !parts_->session || (parts_->status.commands == parts_->sent && parts_->status.idle());
}

CommandLog LiveFeed::log() const { return parts_->session ? parts_->session->log() : CommandLog{}; }

}  // namespace stridelab::view
