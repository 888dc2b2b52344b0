#include <algorithm>
#include <array>

#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace {

struct CameraButton {
  CameraPreset preset;
  const char* label;
  const char* name;
};
constexpr std::array cameras{
    CameraButton{CameraPreset::side, "Side", "camera.side"}, CameraButton{CameraPreset::front, "Front", "camera.front"},
    CameraButton{CameraPreset::back, "Back", "camera.back"}, CameraButton{CameraPreset::knee, "Knee", "camera.knee"}};

struct ShowButton {
  bool PictureChoices::*choice;
  const char* label;
  const char* name;
  const char* meaning;
};
constexpr std::array choices{
    ShowButton{&PictureChoices::anatomy, "Anatomy", "show.anatomy",
               "Bones and muscles instead of skin and clothes (A)"},
    ShowButton{&PictureChoices::ghost, "Ghost", "show.ghost", "The baseline A, where it differs (G)"},
    ShowButton{&PictureChoices::force, "Force", "show.force", "The force of the ground as an arrow (F)"},
    ShowButton{
        &PictureChoices::frontal_line, "Leg line", "show.frontal_line",
        "Seen from ahead or behind while a foot is down: hip, knee and ankle, and how far the knee falls inward (L)"},
    ShowButton{&PictureChoices::footprints, "Footprints", "show.footprints", "Where the feet stood, coloured by load"},
    ShowButton{&PictureChoices::close_up, "Close-up", "show.close_up", "The knee from near, in a corner (K)"},
    ShowButton{&PictureChoices::labels, "Labels", "show.labels", "Names and numbers in the picture"},
    ShowButton{&PictureChoices::follow, "Follow", "show.follow", "The camera goes along with the runner"},
    ShowButton{&PictureChoices::dark, "Dark", "show.dark", "Dark surroundings (D)"}};

void save_as(UiState& ui, ViewModel& model) { ask_for_file(ui, model, FileDialog::save_as); }
void open_file(UiState& ui, ViewModel& model) { ask_for_file(ui, model, FileDialog::open); }
template <Wish wish>
void want(UiState& ui, ViewModel& /*model*/) {
  ui.requests.wishes.push_back(wish);
}

struct SaveButton {
  void (*act)(UiState&, ViewModel&);
  const char* label;
  const char* name;
  const char* meaning;
};
constexpr std::array saves{
    SaveButton{open_file, "Open", "save.open", "A form that was saved, or any scenario file (Ctrl + O)"},
    SaveButton{save_or_ask, "Save", "save.form", "This form into its file, or into a new one (Ctrl + S)"},
    SaveButton{save_as, "Save as", "save.as", "This form under another name, with a note"},
    SaveButton{want<Wish::export_csv>, "CSV", "save.csv", "Curves and numbers as a table"},
    SaveButton{want<Wish::export_png>, "PNG", "save.png", "This window as a picture (P)"},
    SaveButton{want<Wish::record>, "Record", "save.record", "Start or stop a film of this window"}};

bool is_record(const SaveButton& save) { return std::string_view(save.name) == "save.record"; }

const char* label_of(const UiState& ui, const SaveButton& save) {
  return is_record(save) && ui.status.recording ? "Stop" : save.label;
}

void draw_cameras(UiState& ui, ViewModel& /*model*/, bool& first) {
  for (const CameraButton& c : cameras) {
    if (!first) flow(button_width(c.label));
    first = false;
    if (toggle_button(ui, c.label, c.name, c.preset == ui.status.nearest_preset)) ui.requests.camera.preset = c.preset;
  }
}

void draw_choices(UiState& ui, ViewModel& /*model*/, bool& first) {
  for (const ShowButton& c : choices) {
    if (!first) flow(button_width(c.label));
    first = false;
    if (toggle_button(ui, c.label, c.name, ui.choices.shown.*c.choice))
      ui.choices.shown.*c.choice = !(ui.choices.shown.*c.choice);
    explain_item(c.meaning);
  }
}

void draw_saves(UiState& ui, ViewModel& model, bool& first) {
  for (const SaveButton& s : saves) {
    if (!first) flow(button_width(label_of(ui, s)));
    first = false;
    if (toggle_button(ui, label_of(ui, s), s.name, is_record(s) && ui.status.recording)) s.act(ui, model);
    explain_item(s.meaning);
  }
}

/// The widths that the buttons of a group need side by side.
template <typename Buttons>
float width_of(const Buttons& group) {
  float width = 0.0F;
  for (const auto& one : group) width += button_width(one.label) + ImGui::GetStyle().ItemSpacing.x;
  return width;
}

struct Group {
  const char* label;
  const char* name;
  void (*draw)(UiState&, ViewModel&, bool&);
};

/// A group that has no room of its own opens from one button.
void draw_group(UiState& ui, ViewModel& model, bool open, const Group& group, bool& first) {
  if (open) return group.draw(ui, model, first);
  if (!first) flow(button_width(group.label));
  first = false;
  if (named_button(ui, group.label, group.name)) ImGui::OpenPopup(group.name);
  const ImVec2 button = ImGui::GetItemRectMin(), window = ImGui::GetIO().DisplaySize;
  const float width = std::min(250.0F * ui.scale, 0.9F * window.x);
  ImGui::SetNextWindowPos({std::min(button.x, window.x - width), ImGui::GetItemRectMax().y + 3.0F * ui.scale});
  ImGui::SetNextWindowSize({width, 0.0F});
  if (!ImGui::BeginPopup(group.name)) return;
  bool first_inside = true;
  group.draw(ui, model, first_inside);
  // A dialog takes the place of the group that asked for it.
  if (ui.choices.file_dialog != FileDialog::none) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

}  // namespace

void draw_toolbar(UiState& ui, ViewModel& model, const Rect& rect) {
  begin_panel("Toolbar", rect, false);
  const float folded = button_width("Camera") + button_width("Show") + button_width("File");
  const float space = ImGui::GetContentRegionAvail().x - button_width("?") - folded;
  const bool cameras_open = space > width_of(cameras);
  const bool choices_open = space > width_of(cameras) + width_of(choices);
  const bool saves_open = space > width_of(cameras) + width_of(saves) + (choices_open ? width_of(choices) : 0.0F);
  bool first = true;
  draw_group(ui, model, cameras_open, {"Camera", "toolbar.camera", draw_cameras}, first);
  draw_group(ui, model, choices_open, {"Show", "toolbar.show", draw_choices}, first);
  draw_group(ui, model, saves_open, {"File", "toolbar.save", draw_saves}, first);
  flow(button_width("?"));
  if (named_button(ui, "?", "toolbar.help")) ui.choices.show_help = true;
  explain_item("Keys, mouse and the guided tour (H)");
  measure_height(ui, "toolbar");
  ImGui::End();
}

}  // namespace stridelab::view
