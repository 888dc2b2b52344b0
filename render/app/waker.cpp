#include "render/app/waker.h"

#include <mutex>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace stridelab::view {

struct Waker::State {
  std::mutex mutex;
  bool open = false;
};

Waker::Waker() : state_(std::make_shared<State>()) {}

void Waker::operator()() const {
  const std::lock_guard lock(state_->mutex);
  if (state_->open) glfwPostEmptyEvent();
}

void Waker::open() {
  const std::lock_guard lock(state_->mutex);
  state_->open = true;
}

void Waker::close() {
  const std::lock_guard lock(state_->mutex);
  state_->open = false;
}

}  // namespace stridelab::view
