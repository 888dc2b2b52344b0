#include <imgui.h>

#include <filesystem>

#include "render/ui/panels.h"

namespace stridelab::view {
namespace {

constexpr const char* faces[] = {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                                 "/usr/share/fonts/TTF/DejaVuSans.ttf",
                                 "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf"};
constexpr float letter_px = 14.0F;  ///< design pixels

void set_colours() {
  ImGui::StyleColorsDark();
  auto& colours = ImGui::GetStyle().Colors;
  colours[ImGuiCol_WindowBg] = {0.11F, 0.12F, 0.14F, 0.97F};
  colours[ImGuiCol_TitleBg] = colours[ImGuiCol_TitleBgActive] = {0.15F, 0.17F, 0.19F, 1.0F};
  colours[ImGuiCol_FrameBg] = {0.19F, 0.21F, 0.24F, 1.0F};
  colours[ImGuiCol_SliderGrab] = {0.34F, 0.71F, 0.91F, 0.9F};
  colours[ImGuiCol_SliderGrabActive] = {0.55F, 0.82F, 0.97F, 1.0F};
  colours[ImGuiCol_Border] = {0.22F, 0.24F, 0.27F, 1.0F};
}

}  // namespace

tl::expected<void, std::string> set_up_look(const UiState& ui) {
  ImGui::GetStyle() = ImGuiStyle();
  set_colours();
  ImGui::GetStyle().FrameRounding = 3.0F;
  ImGui::GetStyle().ScaleAllSizes(ui.scale);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  for (const char* face : faces) {
    if (!std::filesystem::exists(face)) continue;
    io.Fonts->Clear();
    if (io.Fonts->AddFontFromFileTTF(face, letter_px * ui.scale) != nullptr) return {};
  }
  return tl::unexpected(std::string("DejaVuSans.ttf was not found: install the package fonts-dejavu-core"));
}

}  // namespace stridelab::view
