#pragma once

#include <gtest/gtest.h>
#include <imgui.h>

#include <cmath>
#include <string>

#include "render/ui/panels.h"

namespace stridelab::view {

/// A window without a screen, and a hand that finds widgets by their names.
class Hand {
 public:
  Hand(ViewModel& model, float width, float height, float scale = 1.0F) : model_(model) {
    ImGui::CreateContext();
    ui.scale = scale;
    ui.choices.show_notice = false;
    const auto look = set_up_look(ui);
    EXPECT_TRUE(look) << (look ? "" : look.error());
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    io.DeltaTime = 1.0F / 60.0F;
    io.MousePos = {-1.0F, -1.0F};
    unsigned char* pixels = nullptr;
    int w = 0, h = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &w, &h);
    frames(3);
  }
  ~Hand() { ImGui::DestroyContext(); }
  Hand(const Hand&) = delete;
  Hand& operator=(const Hand&) = delete;

  /// Draws pictures; each vertex of each has to be a number.
  void frames(int n = 1) {
    for (int i = 0; i < n; ++i) {
      model_.pass(static_cast<double>(ImGui::GetIO().DeltaTime));
      ImGui::NewFrame();
      draw_panels(ui, model_);
      ImGui::Render();
      expect_numbers(*ImGui::GetDrawData());
    }
  }

  [[nodiscard]] bool sees(const std::string& name) const { return ui.placed.widgets.contains(name); }

  void move_to(const std::string& name, float part = 0.5F) {
    ASSERT_TRUE(sees(name)) << name;
    const Rect& rect = ui.placed.widgets.at(name);
    move({rect.x0 + part * rect.width(), 0.5F * (rect.y0 + rect.y1)});
  }
  void move(ImVec2 to) {
    ImGui::GetIO().MousePos = to;
    frames();
  }
  void press(bool down) {
    ImGui::GetIO().MouseDown[0] = down;
    frames();
  }
  /// Another button: 1 right, 2 middle.
  void press_button(int button, bool down) {
    ImGui::GetIO().MouseDown[button] = down;
    frames();
  }
  void wheel(float notches) {
    ImGui::GetIO().MouseWheel = notches;
    frames();
    ImGui::GetIO().MouseWheel = 0.0F;
  }
  /// Down and up again: a key by GLFW's number, with the sign it types (0: none).
  void key(int number, char sign = 0, bool ctrl = false) {
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = ctrl;
    io.KeysDown[number] = true;
    if (sign != 0) io.AddInputCharacter(static_cast<unsigned>(sign));
    frames();
    io.KeysDown[number] = false;
    io.KeyCtrl = false;
    frames();
  }
  void letter(char sign) { key(sign >= 'a' && sign <= 'z' ? sign - 'a' + 'A' : sign, sign); }
  /// Turns the wheel over a part of the window until a widget comes into sight.
  void scroll_to(const std::string& name, const std::string& area) {
    ASSERT_TRUE(ui.placed.areas.contains(area)) << area;
    const Rect part = ui.placed.areas.at(area);
    move({0.5F * (part.x0 + part.x1), part.y0 + 0.6F * part.height()});
    for (const float notches : {-1.0F, 1.0F})
      for (int i = 0; i < 80 && !sees(name); ++i) wheel(notches);
    ASSERT_TRUE(sees(name)) << name;
  }
  void resize(float width, float height) {
    ImGui::GetIO().DisplaySize = {width, height};
    frames(3);
  }
  void click(const std::string& name, float part = 0.5F) {
    ASSERT_NO_FATAL_FAILURE(move_to(name, part));
    press(true);
    press(false);
    frames(20);  // a third of a second: the next click is not the second of a double click
  }
  void double_click(const std::string& name) {
    ASSERT_NO_FATAL_FAILURE(move_to(name));
    for (int i = 0; i < 2; ++i) {
      press(true);
      press(false);
    }
    frames(20);
  }
  /// Takes a slider at one place, moves in steps to another, and lets go.
  void drag(const std::string& name, float from, float to) {
    ASSERT_NO_FATAL_FAILURE(move_to(name, from));
    const Rect rect = ui.placed.widgets.at(name);
    press(true);
    for (int i = 1; i <= 10; ++i)
      move({rect.x0 + rect.width() * (from + (to - from) * static_cast<float>(i) / 10.0F), 0.5F * (rect.y0 + rect.y1)});
    press(false);
    frames();
  }

  UiState ui;

 private:
  static void expect_numbers(const ImDrawData& data) {
    for (int i = 0; i < data.CmdListsCount; ++i)
      for (const ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer)
        ASSERT_TRUE(std::isfinite(vertex.pos.x) && std::isfinite(vertex.pos.y));
  }

  ViewModel& model_;
};

}  // namespace stridelab::view
