#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "render/ui/trade_off.h"

namespace stridelab::view {

/// A rectangle of the window, pixels from its upper left corner.
struct Rect {
  float x0 = 0.0F, y0 = 0.0F, x1 = 0.0F, y1 = 0.0F;
  [[nodiscard]] float width() const { return x1 - x0; }
  [[nodiscard]] float height() const { return y1 - y0; }
};

/// What the lower right corner shows; the other panels are always there.
enum class Panel { trade_off, knee_map, compare, about };

/// "trade-off", "knee-map", "compare", "about", as after `--panel`.
std::string_view to_text(Panel panel);

/// The panel of that name; empty for an unknown one.
std::optional<Panel> find_panel(std::string_view name);

/// What only the drawing of the panels knows.
struct UiState {
  float scale = 1.0F;       ///< pixels per design pixel: the density of the screen
  bool show_notice = true;  ///< the first screen: what this is not
  Panel panel = Panel::trade_off;
  LoadPer per = LoadPer::step;
  std::string region = "front";              ///< picked in the knee map
  std::string metric = "pfj_force_peak_bw";  ///< picked in About the numbers
  bool all_metrics = false;

  /// Where each widget of the last picture lies, by name: "form.cadence_spm", "timeline.scrub", "tab.compare". A widget
  /// that is scrolled out of sight or folded away is not in it.
  std::map<std::string, Rect, std::less<>> widgets;
  Rect viewport;  ///< left free for the figure

  std::string ignored;  ///< a slider that was reset by a double click, until the button is up
};

}  // namespace stridelab::view
