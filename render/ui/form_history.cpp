#include "render/ui/form_history.h"

namespace stridelab::view {

void FormHistory::keep(FormState before) {
  ahead_.clear();
  behind_.push_back(std::move(before));
  if (behind_.size() > deepest) behind_.pop_front();
}

std::optional<FormState> FormHistory::pass(std::deque<FormState>& from, std::deque<FormState>& to, FormState now) {
  if (from.empty()) return std::nullopt;
  FormState reached = std::move(from.back());
  from.pop_back();
  to.push_back(std::move(now));
  return reached;
}

}  // namespace stridelab::view
