#include "render/ui/shortcuts.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "render/ui/panel_parts.h"
#include "render/ui/panel_table.h"

namespace stridelab::view {
namespace {

template <bool PictureChoices::*choice>
void toggle(UiState& ui, ViewModel& /*model*/) {
  ui.choices.shown.*choice = !(ui.choices.shown.*choice);
}

template <CameraPreset preset>
void look_from(UiState& ui, ViewModel& /*model*/) {
  ui.requests.camera.preset = preset;
}

template <Wish wish>
void want(UiState& ui, ViewModel& /*model*/) {
  ui.requests.wishes.push_back(wish);
}

/// To the next faster (-1) or slower (+1) rate.
void change_rate(ViewModel& model, int by) {
  const auto& rates = Playback::rates;
  const auto now = std::min_element(rates.begin(), rates.end(), [&](double a, double b) {
    return std::abs(a - model.playback.rate()) < std::abs(b - model.playback.rate());
  });
  const auto i = std::clamp<std::ptrdiff_t>(now - rates.begin() + by, 0, std::ssize(rates) - 1);
  model.playback.set_rate(rates[static_cast<std::size_t>(i)]);
}

void restart(UiState& /*ui*/, ViewModel& model) {
  if (model.source() == Source::live) {
    model.live.restart();
  } else {
    model.playback.jump({}, StrideEvent::contact);
    model.playback.play(true);
  }
}

/// The nearest thing that is open.
void close_one(UiState& ui, ViewModel& /*model*/) {
  if (ui.choices.show_notice) {
    ui.choices.show_notice = false;
  } else if (ui.choices.file_dialog != FileDialog::none) {
    ui.choices.file_dialog = FileDialog::none;
  } else if (ui.choices.show_help) {
    ui.choices.show_help = false;
  } else if (!ImGui::GetCurrentContext()->OpenPopupStack.empty()) {
    ImGui::ClosePopupToLevel(0, true);  // a list
  } else if (ui.choices.tour_card >= 0) {
    ui.choices.tour_card = -1;
  } else if (ui.choices.teach) {
    ui.choices.teach = false;
  } else {
    ui.choices.panels_open = true;
  }
}

constexpr auto switch_source = [](UiState&, ViewModel& model) {
  model.show(model.source() == Source::live ? Source::stride : Source::live);
};
constexpr auto turn_panels = [](UiState& ui, ViewModel&) { ui.choices.panels_open = !ui.choices.panels_open; };
constexpr auto turn_help = [](UiState& ui, ViewModel&) { ui.choices.show_help = !ui.choices.show_help; };
constexpr auto quit = [](UiState& ui, ViewModel&) { ui.requests.quit = true; };

constexpr std::array figure_keys{
    Shortcut{"Space", "play or pause", 0, GLFW_KEY_SPACE, false, false,
             [](UiState&, ViewModel& model) { model.play(!model.runs()); }},
    Shortcut{"Left", "one step back", 0, GLFW_KEY_LEFT, false, true,
             [](UiState&, ViewModel& model) { model.playback.step(-1); }},
    Shortcut{"Right", "one step on", 0, GLFW_KEY_RIGHT, false, true,
             [](UiState&, ViewModel& model) { model.playback.step(1); }},
    Shortcut{"Up", "faster", 0, GLFW_KEY_UP, false, false, [](UiState&, ViewModel& model) { change_rate(model, -1); }},
    Shortcut{"Down", "slower", 0, GLFW_KEY_DOWN, false, false,
             [](UiState&, ViewModel& model) { change_rate(model, 1); }},
    Shortcut{"T", "live run or stride", 't', 0, false, false, switch_source},
    Shortcut{"R", "restart", 'r', 0, false, false, restart},
    Shortcut{"1", "from the side", '1', 0, false, false, look_from<CameraPreset::side>},
    Shortcut{"2", "from the front", '2', 0, false, false, look_from<CameraPreset::front>},
    Shortcut{"3", "from behind", '3', 0, false, false, look_from<CameraPreset::back>},
    Shortcut{"4", "the knee", '4', 0, false, false, look_from<CameraPreset::knee>},
    Shortcut{"A", "bones and muscles", 'a', 0, false, false, toggle<&PictureChoices::anatomy>},
    Shortcut{"G", "ghost of the baseline", 'g', 0, false, false, toggle<&PictureChoices::ghost>},
    Shortcut{"F", "force arrow", 'f', 0, false, false, toggle<&PictureChoices::force>},
    Shortcut{"L", "leg line", 'l', 0, false, false, toggle<&PictureChoices::frontal_line>},
    Shortcut{"K", "knee from near", 'k', 0, false, false, toggle<&PictureChoices::close_up>},
    Shortcut{"X", "the picture alone", 'x', 0, false, false, turn_panels},
    Shortcut{"E", "for a room: figure, curve, three numbers", 'e', 0, false, false,
             [](UiState& ui, ViewModel&) { ui.choices.teach = !ui.choices.teach; }},
    Shortcut{"D", "dark surroundings", 'd', 0, false, false, toggle<&PictureChoices::dark>},
    Shortcut{"B", "freeze the form as A", 'b', 0, false, false, [](UiState&, ViewModel& model) { model.freeze(); }},
    Shortcut{"S", "swap A and B", 's', 0, false, false, [](UiState&, ViewModel& model) { model.swap(); }},
};

constexpr std::array program_keys{
    Shortcut{"Ctrl + Z", "undo", 0, GLFW_KEY_Z, true, true, [](UiState&, ViewModel& model) { model.undo(); }},
    Shortcut{"Ctrl + Y", "redo", 0, GLFW_KEY_Y, true, true, [](UiState&, ViewModel& model) { model.redo(); }},
    Shortcut{"Ctrl + S", "save the form", 0, GLFW_KEY_S, true, false, save_or_ask},
    Shortcut{"Ctrl + O", "open a form", 0, GLFW_KEY_O, true, false,
             [](UiState& ui, ViewModel& model) { ask_for_file(ui, model, FileDialog::open); }},
    Shortcut{"P", "save a picture", 'p', 0, false, false, want<Wish::export_png>},
    Shortcut{"H or F1", "this help", 'h', GLFW_KEY_F1, false, false, turn_help},
    Shortcut{"?", "this help", '?', 0, false, false, turn_help},
    Shortcut{"Esc", "close what is open", 0, GLFW_KEY_ESCAPE, false, false, close_one},
    Shortcut{"Q or Ctrl + Q", "quit", 'q', 0, false, false, quit},
    Shortcut{"", "", 0, GLFW_KEY_Q, true, false, quit},
};

/// A key went down in this picture; signs that a held key sends again are left out.
bool a_key_is_new(const ImGuiIO& io) {
  return std::any_of(std::begin(io.KeysDownDuration), std::end(io.KeysDownDuration),
                     [](float seconds) { return seconds == 0.0F; });
}

bool typed(const Shortcut& s, const ImGuiIO& io) {
  if (s.sign == 0 || io.KeyCtrl || io.KeyAlt || io.KeySuper || !a_key_is_new(io)) return false;
  return std::any_of(io.InputQueueCharacters.begin(), io.InputQueueCharacters.end(),
                     [&](ImWchar c) { return c < 128 && std::tolower(static_cast<int>(c)) == s.sign; });
}

bool pressed(const Shortcut& s, const ImGuiIO& io) {
  return s.key != 0 && s.ctrl == io.KeyCtrl && !io.KeyAlt && !io.KeySuper && ImGui::IsKeyPressed(s.key, s.repeats);
}

}  // namespace

std::span<const Shortcut> shortcuts() {
  static const std::vector<Shortcut> all = [] {
    std::vector<Shortcut> keys(figure_keys.begin(), figure_keys.end());
    for (const PanelRow& row : panel_table())
      keys.push_back(
          {row.key, row.title, static_cast<char>(std::tolower(*row.key)), 0, false, false, nullptr, row.name});
    keys.insert(keys.end(), program_keys.begin(), program_keys.end());
    return keys;
  }();
  return all;
}

void take_shortcuts(UiState& ui, ViewModel& model) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput) return;
  for (const Shortcut& s : shortcuts()) {
    const bool asked = ui.choices.show_notice || ui.choices.file_dialog != FileDialog::none;
    if (asked && s.key != GLFW_KEY_ESCAPE) continue;
    if (!typed(s, io) && !pressed(s, io)) continue;
    s.opens.empty() ? s.act(ui, model) : ui.choices.open(s.opens);
  }
}

}  // namespace stridelab::view
