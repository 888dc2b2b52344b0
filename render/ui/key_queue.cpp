#include "render/ui/key_queue.h"

#include <algorithm>

namespace stridelab::view {

std::vector<KeyEvent> KeyQueue::next_picture() {
  std::vector<KeyEvent> now;
  while (!waiting_.empty()) {
    const KeyEvent& next = waiting_.front();
    const bool turned = std::any_of(now.begin(), now.end(), [&](const KeyEvent& earlier) {
      return earlier.kind != KeyEvent::Kind::sign && earlier.key == next.key;
    });
    if (next.kind != KeyEvent::Kind::sign && turned) break;
    now.push_back(next);
    waiting_.pop_front();
  }
  return now;
}

}  // namespace stridelab::view
