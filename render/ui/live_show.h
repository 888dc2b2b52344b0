#pragma once

#include <optional>

#include "render/live/live_feed.h"
#include "render/ui/moment.h"
#include "render/ui/playback.h"

namespace stridelab::view {

/// Whether anybody sees what is shown.
enum class Watched { yes, no };

/// Lets one set of controls drive two engines, and brings what either shows to the same place: near the origin, on
/// ground that moves under it without a leap.
///
/// While the forward run is shown and plays, it is the clock: the playback is led by it. Paused, the playback looks
/// through the last recorded stride.
class LiveShow {
 public:
  /// Once a frame, after LiveFeed::poll(): passes the controls on, leads the playback, lets the ground move.
  ///
  /// source            which engine is asked for
  /// watched           a run that nobody sees rests
  /// stride_length_m   of the synthesised stride, 0 while there is none
  void update(LiveFeed& live, Playback& playback, Source source, Watched watched, double stride_length_m);

  /// The frame of the forward run that is shown; null when there is none to show.
  [[nodiscard]] const Frame* shown(const LiveFeed& live, const Playback& playback) const;
  /// What the forward run shows in this frame.
  [[nodiscard]] Moment moment(const Frame& frame, const LiveFeed& live, const Playback& playback) const;
  /// Ground that has passed under the synthesised stride, m.
  [[nodiscard]] double travelled_m(const Playback& playback, double stride_length_m) const;

 private:
  void pass_on(LiveFeed& live, const Playback& playback, bool shown);
  void move_live_ground(const Frame& frame);
  [[nodiscard]] double way_m(const Playback& playback, double stride_length_m) const;

  std::optional<bool> playing_;  ///< as passed on
  double rate_ = 0.0;            ///< likewise; 0: never
  double travelled_m_ = 0.0;
  double phase_ = 0.0, strides_ = 0.0;  ///< of the playback at the last update
  double run_m_ = 0.0, run_s_ = -1.0;   ///< where and when the forward run was
};

}  // namespace stridelab::view
