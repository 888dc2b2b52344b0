#include "forward/live_history.h"

namespace stridelab {

void LiveHistory::add(const Frame& frame) {
  if (newer_.size() > 0 && frame.time_s >= begun_s_ + span_s_) {
    older_ = newer_.view();
    newer_ = Recording(interval_s_);
  }
  if (newer_.size() == 0) begun_s_ = frame.time_s;
  newer_.add(frame);
}

void LiveHistory::clear() {
  older_ = {};
  newer_ = Recording(interval_s_);
}

}  // namespace stridelab
