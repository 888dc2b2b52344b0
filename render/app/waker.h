#pragma once

#include <functional>
#include <memory>

namespace stridelab::view {

/// Ends a window's wait for events from another thread, for as long as there is a window. Copies are one waker.
class Waker {
 public:
  Waker();
  void operator()() const;  ///< from any thread
  void open();              ///< the window is there
  void close();             ///< it is about to go; afterwards nothing happens

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace stridelab::view
