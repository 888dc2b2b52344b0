#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "forward/frame.h"

namespace stridelab {

/// Frames kept together; a chunk is filled once and never changed.
inline constexpr std::size_t frames_per_chunk = 64;

/// What a recording held at one moment. A value: cheap to copy, safe to read from any thread while the recording goes
/// on, and unchanged by it, thinning included.
class RecordingView {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const Frame& operator[](std::size_t i) const {
    return (*chunks_)[i / frames_per_chunk].get()[i % frames_per_chunk];
  }
  [[nodiscard]] double interval_s() const { return interval_s_; }  ///< between neighbouring frames

  /// The last frame at or before a time; the first one for earlier times. Of a view that is not empty.
  [[nodiscard]] const Frame& at(double time_s) const;

 private:
  friend class Recording;
  using Chunks = std::vector<std::shared_ptr<const Frame[]>>;
  std::shared_ptr<const Chunks> chunks_;
  std::size_t size_ = 0;
  double interval_s_ = 0.0;
};

/// The frames of a run at an interval, from its first frame to its last, within a bound of memory.
///
/// Append-only. When the bound is reached every second frame is dropped and the interval doubles, so that a long run
/// stays complete and only gets coarser. Views taken before keep their frames (and the memory) until they go.
///
/// thread  add() and view() belong to one thread, or to one lock; the views to anyone
/// errors  none
class Recording {
 public:
  static constexpr std::size_t default_bound_bytes = std::size_t{256} << 20;

  /// interval_s  of time between kept frames; 0 keeps every frame that comes
  /// bound_bytes of frames, without views that outlive a thinning; at least two chunks are kept
  explicit Recording(double interval_s, std::size_t bound_bytes = default_bound_bytes);

  /// Keeps the frame if it is due. Frames come in order of time.
  void add(const Frame& frame);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t bytes() const { return chunks_.size() * frames_per_chunk * sizeof(Frame); }
  [[nodiscard]] double interval_s() const { return spacing_s(); }
  [[nodiscard]] RecordingView view() const;

 private:
  [[nodiscard]] bool due(double time_s) const;
  void append(const Frame& frame);
  void thin();
  [[nodiscard]] double spacing_s() const;

  double interval_s_;
  std::size_t most_chunks_;
  std::vector<std::shared_ptr<Frame[]>> chunks_;
  std::size_t size_ = 0;
  double first_s_ = 0.0, last_s_ = 0.0, due_s_ = 0.0;
};

}  // namespace stridelab
