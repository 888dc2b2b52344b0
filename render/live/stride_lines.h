#pragma once

#include <optional>
#include <vector>

#include "forward/live_history.h"
#include "forward/step_events.h"
#include "forward/step_window.h"
#include "render/live/live_stride.h"
#include "runner/body.h"

namespace stridelab::view {

/// Cuts what a live run did into strides of the right leg, from contact to contact (50 N), and draws their curves as
/// the mean curves of a forward report are drawn: ground force filtered, all else the frames' own.
///
/// Work is done for new frames only; a finished stride costs some tenths of a millisecond.
/// valid  frames at a constant interval, 0.1 .. 4 ms; a stride with a gap in it is left out
class StrideLines {
 public:
  static constexpr std::size_t most = 6;  ///< strides kept

  /// From now on strides of another form, by this body: forgets those before. Strides that begin earlier than
  /// `from_s` of the run are left out.
  void begin(const Body& body, double from_s);
  /// The run was started anew: its time begins at 0.
  void restart();

  /// Takes the frames that came since the last call.
  void read(const HistoryView& history);

  [[nodiscard]] const std::vector<LiveStride>& strides() const { return strides_; }  ///< oldest first

 private:
  void add(const Frame& frame);
  void lose_track();
  void finish(double next_contact_s);
  void forget_before(double time_s);

  Body body_;
  double from_s_ = 0.0;
  ContactDetector contact_{body_.mass_kg * gravity_m_s2};
  std::vector<StepSample> samples_;
  std::optional<StepTimes> open_;  ///< a stride has begun
  std::int64_t finished_ = 0;
  std::vector<LiveStride> strides_;
};

}  // namespace stridelab::view
