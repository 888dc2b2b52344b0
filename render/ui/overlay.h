#pragma once

#include <string>
#include <vector>

#include "render/ui/ui_state.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// A label and the rectangle it was given.
struct LaidLabel {
  const PlacedLabel* label = nullptr;
  Rect chip;
};

/// Finds room for labels of given sizes: each close to its point, inside of an area, none over another or over what is
/// taken already. A label that finds no room is left out. Pixels of the window.
///
/// sizes    width and height of each label, one per label
/// taken    rectangles that must stay free
/// errors   none (pure function)
std::vector<LaidLabel> lay_labels(const std::vector<PlacedLabel>& labels, const std::vector<glm::vec2>& sizes,
                                  const Rect& area, const std::vector<Rect>& taken);

/// Writes ui.labels over the figure, inside ui.viewport. Call after the viewport is known and before the panels that lie
/// over it are drawn.
void draw_labels(const UiState& ui);

/// What the colours and sizes in the picture mean: whose figure is whose, the force per length, colours of the close-up
/// and of the muscles, and the pace. Along the lower edge of ui.viewport and around ui.inset.
void draw_legends(UiState& ui, const ViewModel& model);

}  // namespace stridelab::view
