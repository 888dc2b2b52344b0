#pragma once

#include <deque>
#include <vector>

namespace stridelab::view {

/// Something a keyboard did: a key went down or up, or a sign was typed.
struct KeyEvent {
  enum class Kind { down, up, sign };
  Kind kind = Kind::down;
  int key = 0;        ///< GLFW's number; of a sign its code point
  int scancode = 0;   ///< as GLFW gave it, handed back unchanged
  int modifiers = 0;  ///< likewise
};

/// What the keyboard did since the last picture, handed out so that no key goes down and up in one: panels look once a
/// picture at what is down, and a tap shorter than a picture would be lost.
class KeyQueue {
 public:
  void add(const KeyEvent& event) { waiting_.push_back(event); }

  /// What the next picture is to see, in the order it happened; the rest waits for the one after.
  std::vector<KeyEvent> next_picture();

  [[nodiscard]] bool empty() const { return waiting_.empty(); }

 private:
  std::deque<KeyEvent> waiting_;
};

}  // namespace stridelab::view
