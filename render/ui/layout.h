#pragma once

#include "render/ui/ui_state.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// Where each part of the window goes. A part whose rectangle is empty is not open.
struct Layout {
  Rect tabs, form, knee, why, more;  ///< the tabs only where the panels share a column
  Rect toolbar, viewport, timeline;
  Rect teach;  ///< all there is beside figure and timeline in a room with a projector
  bool tabbed = false;
  bool why_tab = false;  ///< there is no room for it beside the others
};

/// Parts a window, so that the figure is always there and nothing overlaps:
///   wide      form left, figure in the middle, knee and one more panel right
///   narrow    one column of panels under tabs beside the figure
///   portrait  the same below the figure
///
/// ui      its scale, its open column, and the heights that parts needed in the last picture
/// width, height  of the window, pixels, at least 1
Layout layout_of(UiState& ui, const ViewModel& model, float width, float height);

}  // namespace stridelab::view
