#include "render/ui/window_ui.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "render/ui/panels.h"

namespace stridelab::view {
namespace {

KeyQueue& keys_of(GLFWwindow* window) { return *static_cast<KeyQueue*>(glfwGetWindowUserPointer(window)); }

void take_key(GLFWwindow* window, int key, int scancode, int action, int modifiers) {
  if (action == GLFW_REPEAT) return;  // ImGui repeats what is held by itself
  keys_of(window).add({action == GLFW_PRESS ? KeyEvent::Kind::down : KeyEvent::Kind::up, key, scancode, modifiers});
}

void take_sign(GLFWwindow* window, unsigned sign) {
  keys_of(window).add({KeyEvent::Kind::sign, static_cast<int>(sign), 0, 0});
}

void hand_on(GLFWwindow* window, const KeyEvent& event) {
  if (event.kind == KeyEvent::Kind::sign) return ImGui_ImplGlfw_CharCallback(window, static_cast<unsigned>(event.key));
  ImGui_ImplGlfw_KeyCallback(window, event.key, event.scancode,
                             event.kind == KeyEvent::Kind::down ? GLFW_PRESS : GLFW_RELEASE, event.modifiers);
}

}  // namespace

void WindowUi::Stop::operator()(void* context) const {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  ImGui::DestroyContext(static_cast<ImGuiContext*>(context));
}

tl::expected<WindowUi, std::string> WindowUi::make(GLFWwindow* window, const UiState& ui) {
  ImGuiContext* context = ImGui::CreateContext();
  if (auto look = set_up_look(ui); !look) {
    ImGui::DestroyContext(context);
    return tl::unexpected(look.error());
  }
  if (!ImGui_ImplGlfw_InitForOpenGL(window, true) || !ImGui_ImplOpenGL3_Init("#version 330 core")) {
    ImGui::DestroyContext(context);
    return tl::unexpected(std::string("the panels cannot be drawn with this driver"));
  }
  WindowUi made;
  made.context_.reset(context);
  made.window_ = window;
  glfwSetWindowUserPointer(window, made.keys_.get());
  glfwSetKeyCallback(window, take_key);
  glfwSetCharCallback(window, take_sign);
  return made;
}

void WindowUi::begin(UiState& ui, ViewModel& model, std::optional<double> dt_s) {
  for (const KeyEvent& event : keys_->next_picture()) hand_on(window_, event);
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  if (dt_s) ImGui::GetIO().DeltaTime = static_cast<float>(*dt_s);
  ImGui::NewFrame();
  draw_panels(ui, model);
}

tl::expected<void, std::string> WindowUi::rescale(const UiState& ui) {
  if (auto look = set_up_look(ui); !look) return look;
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
  return {};
}

void WindowUi::figure(unsigned texture, const Rect& place) {
  const auto id = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture));
  ImGui::GetBackgroundDrawList()->AddImage(id, {place.x0, place.y0}, {place.x1, place.y1}, {0.0F, 1.0F}, {1.0F, 0.0F});
}

void WindowUi::end() {
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace stridelab::view
