#include "render/ui/live_show.h"

#include <cmath>

#include "render/scene/picture.h"

namespace stridelab::view {

void LiveShow::pass_on(LiveFeed& live, const Playback& playback, bool shown) {
  const bool playing = shown && playback.playing();
  if (shown && playback.rate() != rate_) live.set_rate(rate_ = playback.rate());
  if (playing != playing_) live.play(playing);
  playing_ = playing;
}

/// A run that starts anew begins where the one before it ended.
void LiveShow::move_live_ground(const Frame& frame) {
  const double now_m = frame.motion.com_m.x();
  if (frame.time_s >= run_s_) travelled_m_ += now_m - run_m_;
  run_m_ = now_m;
  run_s_ = frame.time_s;
}

/// Since the last update: played, or moved by hand the shorter way round.
double LiveShow::way_m(const Playback& playback, double stride_length_m) const {
  const double played = playback.strides() - strides_;
  const double by_hand = std::remainder(playback.phase() - phase_ - played, 1.0);
  return stride_length_m * (played + by_hand);
}

void LiveShow::update(LiveFeed& live, Playback& playback, Source source, Watched watched, double stride_length_m) {
  const Frame* frame = live.frame();
  const bool asked = source == Source::live;
  pass_on(live, playback, asked && watched == Watched::yes);
  if (asked && frame != nullptr) {
    move_live_ground(*frame);
    if (playback.playing() || !playback.searched()) playback.lead(frame->stride_phase);
  } else {
    travelled_m_ += way_m(playback, stride_length_m);
    playback.let_go();
  }
  phase_ = playback.phase();
  strides_ = playback.strides();
}

const Frame* LiveShow::shown(const LiveFeed& live, const Playback& playback) const {
  if (!playback.searched()) return live.frame();
  const Frame* found = live.recorded(playback.phase());
  return found != nullptr ? found : live.frame();
}

Moment LiveShow::moment(const Frame& frame, const LiveFeed& live, const Playback& playback) const {
  const Vec3 back(-frame.motion.com_m.x(), 0.0, 0.0);
  const bool still = !playback.playing() || !live.status().fall.empty();
  return {Source::live,
          moved(frame.motion, back),
          frame.leg,
          frame.stride_phase,
          travelled_m_ + frame.motion.com_m.x() - run_m_,
          still};
}

double LiveShow::travelled_m(const Playback& playback, double stride_length_m) const {
  return travelled_m_ + way_m(playback, stride_length_m);
}

}  // namespace stridelab::view
