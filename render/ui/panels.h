#pragma once

#include <string>
#include <tl/expected.hpp>

#include "render/ui/ui_state.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// Loads the typeface at the density of the screen and sets colours and spacing of the current ImGui context. Call once
/// after the context is made, and again (before a frame) when `ui.scale` changes; the renderer then has to make its font
/// texture anew.
///
/// errors  no DejaVu Sans on this machine: one sentence with the package to install
tl::expected<void, std::string> set_up_look(const UiState& ui);

/// Takes finished answers, lets the playback clock run by the time since the last frame, and draws every panel. Call
/// between ImGui::NewFrame() and ImGui::Render(). Fills in ui.placed.widgets and ui.placed.viewport.
void draw_panels(UiState& ui, ViewModel& model);

}  // namespace stridelab::view
