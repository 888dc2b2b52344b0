#include <algorithm>
#include <array>
#include <cmath>

#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

struct Card {
  const char* title;
  const char* text;
  std::array<const char*, 3> points_at;  ///< widgets or areas; "" is none; those that are not there are left out
  Column column;                         ///< that a narrow window has to show
};
constexpr std::array cards{
    Card{"1 of 5  Change the form",
         "Drag cadence to the right: more steps, at the same speed. Double click brings it back.",
         {"form.label.cadence_spm", "form.value.cadence_spm", "form.cadence_spm"},
         Column::form},
    Card{"2 of 5  Read the knee",
         "The load at the kneecap over the stride: A is the baseline, B your form. Above the figure "
         "stands why it changed, with numbers.",
         {"knee", "why", ""},
         Column::knee},
    Card{"3 of 5  See who pays",
         "What the kneecap saves, other places may have to carry. A bar to the right is more load "
         "than in the baseline.",
         {"more", "", ""},
         Column::more},
    Card{"4 of 5  Stop at the peak",
         "Peak load halts the stride where the kneecap carries most. The knee from near shows how "
         "it sits in its groove then.",
         {"timeline", "inset", ""},
         Column::knee},
    Card{"5 of 5  Keep and compare",
         "Freeze as A makes this form the baseline; Compare lists both in numbers. Save writes "
         "the form, its numbers, a picture or a film.",
         {"form.freeze", "tab.compare", "toolbar"},
         Column::form}};

Rect inflated(const Rect& r, float by) { return {r.x0 - by, r.y0 - by, r.x1 + by, r.y1 + by}; }

Rect joined(const Rect& a, const Rect& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

float overlap(const Rect& a, const Rect& b) {
  return std::max(std::min(a.x1, b.x1) - std::max(a.x0, b.x0), 0.0F) *
         std::max(std::min(a.y1, b.y1) - std::max(a.y0, b.y0), 0.0F);
}

std::vector<Rect> places_of(const UiState& ui, const Card& card) {
  std::vector<Rect> places;
  for (const std::string_view name : card.points_at) {
    if (name == "inset" && ui.placed.inset.width() > 0.0F) places.push_back(ui.placed.inset);
    if (const auto found = ui.placed.widgets.find(name); found != ui.placed.widgets.end())
      places.push_back(found->second);
    if (const auto found = ui.placed.areas.find(name); found != ui.placed.areas.end()) places.push_back(found->second);
  }
  if (places.size() == 3 && &card == &cards.front()) return {joined(joined(places[0], places[1]), places[2])};
  return places;
}

/// What a card at that place hides, and how far it is from what it points at. Panels are hidden only where the picture
/// has no room: a card that is as large as this costs as much as a way across the window.
float cost_of(const UiState& ui, const std::vector<Rect>& places, const Rect& card, float margin) {
  float cost = 0.0F;
  for (const Rect& place : places) cost += 1000.0F * overlap(inflated(card, margin), place);
  for (const auto& [name, area] : ui.placed.areas)
    cost += name == "tour" ? 0.0F : 0.05F * overlap(card, area) / ui.scale;
  if (places.empty()) return cost;
  const float dx = 0.5F * (card.x0 + card.x1 - places[0].x0 - places[0].x1);
  const float dy = 0.5F * (card.y0 + card.y1 - places[0].y0 - places[0].y1);
  return cost + std::sqrt(dx * dx + dy * dy);
}

/// The upper left corner of a card of that size where that is least.
ImVec2 free_corner(const UiState& ui, const std::vector<Rect>& places, ImVec2 size, ImVec2 window, float margin) {
  constexpr int grid = 12;
  ImVec2 best{margin, margin};
  float least = 1e30F;
  for (int i = 0; i <= grid * grid + 2 * grid; ++i) {
    const float u = static_cast<float>(i % (grid + 1)) / grid, v = static_cast<float>(i / (grid + 1)) / grid;
    const ImVec2 at{margin + u * std::max(window.x - size.x - 2.0F * margin, 0.0F),
                    margin + v * std::max(window.y - size.y - 2.0F * margin, 0.0F)};
    const Rect card{at.x, at.y, at.x + size.x, at.y + size.y};
    const float cost = cost_of(ui, places, card, margin);
    if (cost >= least) continue;
    least = cost;
    best = at;
  }
  return best;
}

void draw_frames(const UiState& ui, const std::vector<Rect>& places) {
  for (const Rect& place : places) {
    const Rect r = inflated(place, 2.0F * ui.scale);
    const float inside = 1.5F * ui.scale;
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    ImGui::GetForegroundDrawList()->AddRect({std::max(r.x0, inside), std::max(r.y0, inside)},
                                            {std::min(r.x1, window.x - inside), std::min(r.y1, window.y - inside)},
                                            colour_warning, 5.0F * ui.scale, 0, 2.5F * ui.scale);
  }
}

void turn_to(UiState& ui, int card) {
  ui.choices.tour_card = card >= 0 && card < static_cast<int>(cards.size()) ? card : -1;
  if (ui.choices.tour_card < 0) return;
  ui.choices.column = cards[static_cast<std::size_t>(card)].column;
  if (card == 2) ui.choices.panel = ui.memory.panel_before = first_panel;
}

void draw_buttons(UiState& ui) {
  const bool last = ui.choices.tour_card + 1 == static_cast<int>(cards.size());
  if (toggle_button(ui, last ? "Done" : "Next", "tour.next", true)) return turn_to(ui, ui.choices.tour_card + 1);
  if (ui.choices.tour_card > 0) {
    flow(button_width("Back"));
    if (named_button(ui, "Back", "tour.back")) return turn_to(ui, ui.choices.tour_card - 1);
  }
  if (last) return;
  flow(button_width("Skip"));
  if (named_button(ui, "Skip", "tour.skip")) turn_to(ui, -1);
}

/// The card as a small window of its own, over the panels.
void draw_card(UiState& ui, const Card& card, ImVec2 at, ImVec2 size) {
  ImGui::SetNextWindowPos(at);
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32(36, 41, 48, 252));
  ImGui::PushStyleColor(ImGuiCol_Border, colour_warning);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 8.0F * ui.scale);
  ImGui::Begin("Tour", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(2);
  text_line(colour_warning, card.title);
  text_line(ImGui::GetColorU32(ImGuiCol_Text), card.text);
  draw_buttons(ui);
  measure_height(ui, "tour");
  ImGui::End();
}

}  // namespace

bool tour_is_about(const UiState& ui, std::string_view name) {
  const int card = ui.choices.tour_card;
  if (card < 0 || card >= static_cast<int>(cards.size()) || ui.choices.show_notice || ui.choices.show_help)
    return false;
  const auto& about = cards[static_cast<std::size_t>(card)].points_at;
  return std::find(about.begin(), about.end(), name) != about.end();
}

void draw_tour(UiState& ui) {
  if (ui.choices.tour_card < 0) ui.memory.tour_before = -1;
  if (ui.choices.tour_card < 0 || ui.choices.tour_card >= static_cast<int>(cards.size()) || ui.choices.show_notice ||
      ui.choices.show_help)
    return;
  if (ui.choices.tour_card != ui.memory.tour_before) turn_to(ui, ui.choices.tour_card);
  ui.memory.tour_before = ui.choices.tour_card;
  const Card& card = cards[static_cast<std::size_t>(ui.choices.tour_card)];
  const std::vector<Rect> places = places_of(ui, card);
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const auto high = ui.memory.heights.find("tour");
  const float needed = high == ui.memory.heights.end() ? 130.0F * ui.scale : high->second;
  const ImVec2 size{std::min(270.0F * ui.scale, 0.5F * window.x), std::min(needed, window.y)};
  const ImVec2 at = free_corner(ui, places, size, window, 8.0F * ui.scale);
  ui.placed.areas["tour"] = {at.x, at.y, at.x + size.x, at.y + size.y};
  draw_frames(ui, places);
  draw_card(ui, card, at, size);
}

}  // namespace stridelab::view
