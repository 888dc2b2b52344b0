#pragma once

#include <glm/glm.hpp>
#include <optional>
#include <vector>

#include "render/ui/ui_state.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// Room for labels: for each the rectangle beside its point, or nothing where there is none left. None lies over another
/// one or over what is taken, all lie inside of the area. Earlier labels choose first. Pixels of the window.
///
/// at      the points that are labelled; a point outside of the area gets no label
/// sizes   width and height of each label, as many as there are points
/// gap     between a label and its point, and around it
/// errors  none (pure function)
std::vector<std::optional<Rect>> lay_labels(const std::vector<glm::vec2>& at, const std::vector<glm::vec2>& sizes,
                                            const Rect& area, const std::vector<Rect>& taken, float gap);

/// Room for short words in a small picture: each centred on its point, or moved into the area and up or down by half
/// its height. Nothing where it would be out of the area as a whole, or lie over another one or over what is taken.
/// Earlier ones choose first.
///
/// at, sizes, area, taken, errors  as for lay_labels()
std::vector<std::optional<Rect>> lay_captions(const std::vector<glm::vec2>& at, const std::vector<glm::vec2>& sizes,
                                              const Rect& area, const std::vector<Rect>& taken);

/// Whether two rectangles share more than an edge.
bool overlaps(const Rect& a, const Rect& b);

/// What the colours and sizes in the picture mean: whose figure is whose, the force per length, colours of the close-up,
/// of the muscles and of the footprints, and the pace. Along the lower edge of ui.placed.viewport and around ui.placed.inset; behind
/// every panel, and the mouse goes through. Without labels, and in a picture too small for both a figure and words, the
/// close-up alone has them. Call once the viewport and what lies over it are known.
void draw_legends(UiState& ui, const ViewModel& model);

/// Writes ui.status.labels over the figure, inside ui.placed.viewport and clear of all widgets there; in a picture too small for more
/// only the first. Call after draw_legends().
void draw_labels(UiState& ui);

}  // namespace stridelab::view
