#include "forward/recording.h"

#include <algorithm>
#include <cmath>

namespace stridelab {

Recording::Recording(double interval_s, std::size_t bound_bytes)
    : interval_s_(interval_s),
      most_chunks_(std::max<std::size_t>(2, bound_bytes / (frames_per_chunk * sizeof(Frame)))) {}

/// A frame a thousandth of the interval early is the one that was meant: times are rounded.
bool Recording::due(double time_s) const { return size_ == 0 || time_s >= due_s_ - 1e-3 * interval_s_; }

void Recording::add(const Frame& frame) {
  if (!due(frame.time_s)) return;
  if (size_ == most_chunks_ * frames_per_chunk) {
    thin();
    if (!due(frame.time_s)) return;
  }
  if (size_ == 0) first_s_ = due_s_ = frame.time_s;
  last_s_ = frame.time_s;
  // From due to due, so that an interval that is no multiple of the frames' keeps its mean.
  if (interval_s_ > 0.0) due_s_ += interval_s_ * (std::floor((frame.time_s - due_s_) / interval_s_ + 1e-3) + 1.0);
  append(frame);
}

void Recording::append(const Frame& frame) {
  if (size_ % frames_per_chunk == 0) chunks_.push_back(std::make_shared<Frame[]>(frames_per_chunk));
  chunks_.back()[size_ % frames_per_chunk] = frame;
  ++size_;
}

/// New chunks, because readers may hold the old ones; each old one is let go as soon as it is copied.
void Recording::thin() {
  interval_s_ = 2.0 * spacing_s();
  std::vector<std::shared_ptr<Frame[]>> old;
  old.swap(chunks_);
  const std::size_t before = size_;
  size_ = 0;
  for (std::size_t c = 0; c < old.size(); ++c) {
    for (std::size_t i = 0; i < frames_per_chunk && c * frames_per_chunk + i < before; i += 2) append(old[c][i]);
    old[c].reset();
  }
  due_s_ = first_s_ + interval_s_ * static_cast<double>(size_);
}

/// Frames may come more seldom than the interval asks for.
double Recording::spacing_s() const {
  if (size_ < 2) return interval_s_;
  return std::max(interval_s_, (last_s_ - first_s_) / static_cast<double>(size_ - 1));
}

RecordingView Recording::view() const {
  RecordingView view;
  view.chunks_ = std::make_shared<const RecordingView::Chunks>(chunks_.begin(), chunks_.end());
  view.size_ = size_;
  view.interval_s_ = spacing_s();
  return view;
}

const Frame& RecordingView::at(double time_s) const {
  std::size_t first = 0;
  std::size_t count = size_;
  while (count > 1) {
    const std::size_t half = count / 2;
    if ((*this)[first + half].time_s <= time_s) {
      first += half;
      count -= half;
    } else {
      count = half;
    }
  }
  return (*this)[first];
}

}  // namespace stridelab
