#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <utility>

#include "runner/body.h"

namespace stridelab::view {

/// When something that takes tenths of a second to make has to be there.
enum class Patience {
  none,     ///< it is made behind the scenes; what was made for the body before stands in for it
  all_day,  ///< now: for pictures that are kept
};

/// Something made for a body: a skin, its bones. Made anew only when the body changes.
template <typename T>
class MadeFor {
 public:
  /// make  may run on another thread, and must not touch what others change
  explicit MadeFor(std::function<T(const Body&)> make) : make_(std::move(make)) {}

  /// The newest there is; null until the first is made.
  const T* of(const Body& body, Patience patience) {
    if (!coming_.valid() && body_ != body) begin(body);
    take(patience);
    if (patience == Patience::all_day && body_ != body) {  // what was under way was for the body before
      begin(body);
      take(patience);
    }
    return made_ ? &*made_ : nullptr;
  }

 private:
  void begin(const Body& body) {
    body_ = body;
    coming_ = std::async(std::launch::async, make_, body);
  }

  void take(Patience patience) {
    if (!coming_.valid()) return;
    if (patience == Patience::none && coming_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
    made_.emplace(coming_.get());
  }

  std::function<T(const Body&)> make_;
  std::optional<Body> body_;  ///< of what is made or under way
  std::optional<T> made_;
  std::future<T> coming_;
};

}  // namespace stridelab::view
