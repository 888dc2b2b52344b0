#include "render/ui/panel_table.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/text.h"

namespace stridelab::view {

// Each in the file of its name, inside a window that is open.
using DrawPanel = void(UiState& ui, ViewModel& model);
DrawPanel draw_trade_off, draw_knee_map, draw_compare, draw_about;

namespace {

constexpr std::array table{
    PanelRow{first_panel, "Trade-off", "O", draw_trade_off}, PanelRow{"knee-map", "Knee map", "M", draw_knee_map},
    PanelRow{"compare", "Compare", "C", draw_compare}, PanelRow{"about", "About", "N", draw_about}};

}  // namespace

std::span<const PanelRow> panel_table() { return table; }

const PanelRow& row_of(Panel panel) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const PanelRow& row) { return row.name == panel; });
  return found == table.end() ? table.front() : *found;
}

std::optional<Panel> find_panel(std::string_view name) {
  const Panel found = row_of(name).name;
  return found == name ? std::optional(found) : std::nullopt;
}

std::string panel_names() {
  std::vector<std::string_view> names;
  for (const PanelRow& row : table) names.push_back(row.name);
  return or_list(names);
}

}  // namespace stridelab::view
