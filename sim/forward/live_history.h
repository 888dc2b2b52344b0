#pragma once

#include "forward/recording.h"

namespace stridelab {

/// The frames of the last seconds as they were at one moment. A value; safe to read from any thread, and unchanged by
/// what happens later.
class HistoryView {
 public:
  HistoryView() = default;
  HistoryView(RecordingView older, RecordingView newer) : older_(std::move(older)), newer_(std::move(newer)) {}

  [[nodiscard]] std::size_t size() const { return older_.size() + newer_.size(); }
  [[nodiscard]] bool empty() const { return size() == 0; }
  /// In order of time.
  [[nodiscard]] const Frame& operator[](std::size_t i) const {
    return i < older_.size() ? older_[i] : newer_[i - older_.size()];
  }
  /// The last frame at or before a time; the first one for earlier times. Of a view that is not empty.
  [[nodiscard]] const Frame& at(double time_s) const {
    const bool in_older = !older_.empty() && (newer_.empty() || time_s < newer_[0].time_s);
    return in_older ? older_.at(time_s) : newer_.at(time_s);
  }

 private:
  RecordingView older_, newer_;
};

/// The frames of the last `span_s` seconds at least, of twice that at most: two recordings that take turns, so that old
/// frames go without any being moved.
///
/// thread  add(), clear() and view() belong to one thread, or to one lock
/// errors  none
class LiveHistory {
 public:
  LiveHistory(double interval_s, double span_s) : interval_s_(interval_s), span_s_(span_s), newer_(interval_s) {}

  /// Keeps the frame if it is due. Frames come in order of time.
  void add(const Frame& frame);
  /// Another run begins.
  void clear();
  [[nodiscard]] HistoryView view() const { return {older_, newer_.view()}; }

 private:
  double interval_s_, span_s_;
  double begun_s_ = 0.0;  ///< first time in newer_
  RecordingView older_;
  Recording newer_;
};

}  // namespace stridelab
