#include <imgui.h>

#include <cmath>
#include <filesystem>

#include "render/ui/panel_parts.h"
#include "render/ui/panels.h"

namespace stridelab::view {
namespace {

constexpr const char* faces[] = {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                                 "/usr/share/fonts/TTF/DejaVuSans.ttf",
                                 "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf"};
constexpr float letter_px = 13.5F;  ///< design pixels

/// The letters people write questions with in Latin, Greek and Cyrillic, and signs: dashes, dots, currency, arrows,
/// mathematics, shapes. Others are question marks.
constexpr ImWchar signs[] = {0x20,   0x24F,  0x370,  0x3FF,  0x400,  0x4FF,  0x1E00, 0x1EFF, 0x2010, 0x2026, 0x2030,
                             0x203A, 0x20AC, 0x20AC, 0x2190, 0x2195, 0x2200, 0x2265, 0x25A0, 0x25CF, 0};

ImVec4 grey(int red, int green, int blue, int alpha = 255) {
  return ImGui::ColorConvertU32ToFloat4(IM_COL32(red, green, blue, alpha));
}

void set_ground(ImVec4* colours) {
  colours[ImGuiCol_Text] = grey(226, 230, 234);
  colours[ImGuiCol_TextDisabled] = ImGui::ColorConvertU32ToFloat4(colour_quiet);
  colours[ImGuiCol_TextSelectedBg] = ImGui::ColorConvertU32ToFloat4(colour_accent);
  colours[ImGuiCol_WindowBg] = grey(23, 26, 30);
  colours[ImGuiCol_ChildBg] = grey(0, 0, 0, 0);
  colours[ImGuiCol_PopupBg] = grey(30, 34, 39);
  colours[ImGuiCol_Border] = grey(47, 53, 60);
  colours[ImGuiCol_Separator] = grey(47, 53, 60);
  colours[ImGuiCol_ModalWindowDimBg] = grey(10, 12, 14, 150);
  colours[ImGuiCol_TableRowBg] = grey(0, 0, 0, 0);
  colours[ImGuiCol_TableRowBgAlt] = grey(255, 255, 255, 8);
  colours[ImGuiCol_ScrollbarBg] = grey(0, 0, 0, 0);
  colours[ImGuiCol_ScrollbarGrab] = grey(66, 74, 83);
  colours[ImGuiCol_ScrollbarGrabHovered] = grey(92, 102, 113);
  colours[ImGuiCol_ScrollbarGrabActive] = grey(116, 127, 139);
}

/// What can be pressed: a step lighter under the mouse, the accent while it is held.
void set_pressed(ImVec4* colours) {
  const ImVec4 rest = ImGui::ColorConvertU32ToFloat4(colour_frame), over = grey(56, 63, 72);
  const ImVec4 held = ImGui::ColorConvertU32ToFloat4(colour_accent);
  for (const int i : {ImGuiCol_FrameBg, ImGuiCol_Button, ImGuiCol_Header}) colours[i] = rest;
  for (const int i : {ImGuiCol_FrameBgHovered, ImGuiCol_ButtonHovered, ImGuiCol_HeaderHovered}) colours[i] = over;
  for (const int i : {ImGuiCol_FrameBgActive, ImGuiCol_ButtonActive, ImGuiCol_HeaderActive}) colours[i] = held;
  colours[ImGuiCol_CheckMark] = colours[ImGuiCol_SliderGrab] = colours[ImGuiCol_SliderGrabActive] =
      ImGui::ColorConvertU32ToFloat4(colour_b);
}

void set_shapes(ImGuiStyle& style) {
  style.WindowPadding = {10.0F, 8.0F};
  style.FramePadding = {7.0F, 3.0F};
  style.ItemSpacing = {6.0F, 5.0F};
  style.ItemInnerSpacing = {5.0F, 4.0F};
  style.CellPadding = {3.0F, 2.0F};
  style.ScrollbarSize = 9.0F;
  style.GrabMinSize = 10.0F;
  style.WindowRounding = 0.0F;
  style.PopupRounding = style.ChildRounding = 6.0F;
  style.FrameRounding = 4.0F;
  style.ScrollbarRounding = 4.0F;
  style.WindowBorderSize = style.PopupBorderSize = 1.0F;
  style.WindowMinSize = {1.0F, 1.0F};
}

}  // namespace

tl::expected<void, std::string> set_up_look(const UiState& ui) {
  ImGuiStyle& style = ImGui::GetStyle() = ImGuiStyle();
  ImGui::StyleColorsDark();
  set_ground(style.Colors);
  set_pressed(style.Colors);
  set_shapes(style);
  style.ScaleAllSizes(ui.scale);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  for (const char* face : faces) {
    if (!std::filesystem::exists(face)) continue;
    io.Fonts->Clear();
    if (io.Fonts->AddFontFromFileTTF(face, std::round(letter_px * ui.scale), nullptr, signs) != nullptr) return {};
  }
  return tl::unexpected(std::string("DejaVuSans.ttf was not found: install the package fonts-dejavu-core"));
}

}  // namespace stridelab::view
