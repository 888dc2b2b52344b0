#pragma once

#include <optional>
#include <span>
#include <string>

#include "render/ui/ui_state.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// A panel of the lower right corner. Another one is a file that draws it and a row of the table.
struct PanelRow {
  Panel name;         ///< as after `--panel`
  const char* title;  ///< of its tab
  const char* key;    ///< that opens it, a capital letter
  void (*draw)(UiState& ui, ViewModel& model);
};

/// All of them, in the order of their tabs.
std::span<const PanelRow> panel_table();

/// The row of a panel; of the first one for a name that is none.
const PanelRow& row_of(Panel panel);

/// The panel of that name; empty for an unknown one.
std::optional<Panel> find_panel(std::string_view name);

/// "trade-off, knee-map, compare or about".
std::string panel_names();

}  // namespace stridelab::view
