#pragma once

#include <span>

#include "render/ui/ui_state.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// One key and what it does. A letter is the sign that the keyboard types, wherever it lies; other keys have GLFW's
/// number.
struct Shortcut {
  const char* keys;      ///< for people: "Space", "Ctrl + S"
  const char* what;      ///< "play or pause"
  char sign = 0;         ///< lower case; 0: none
  int key = 0;           ///< a GLFW key; 0: none
  bool ctrl = false;     ///< held together with `key`
  bool repeats = false;  ///< again and again while it is held
  void (*act)(UiState& ui, ViewModel& model) = nullptr;
  Panel opens{};  ///< instead of an act
};

/// All keys, in the order people read them.
std::span<const Shortcut> shortcuts();

/// Does what the keys of this picture ask for; nothing while a person types into a field. Of the first screen only the
/// key that closes it is heard.
void take_shortcuts(UiState& ui, ViewModel& model);

}  // namespace stridelab::view
