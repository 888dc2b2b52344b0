#include "render/ui/overlay.h"

namespace stridelab::view {

std::vector<LaidLabel> lay_labels(const std::vector<PlacedLabel>& /*labels*/, const std::vector<glm::vec2>& /*sizes*/,
                                  const Rect& /*area*/, const std::vector<Rect>& /*taken*/) {
  return {};
}

void draw_labels(const UiState& /*ui*/) {}

void draw_legends(UiState& /*ui*/, const ViewModel& /*model*/) {}

}  // namespace stridelab::view
