#include <imgui.h>
// Needs what imgui.h defines.
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "render/ui/own_files.h"
#include "render/ui/panel_parts.h"

namespace stridelab::view {
namespace fs = std::filesystem;
namespace {

void close(UiState& ui) { ui.choices.file_dialog = FileDialog::none; }

void remember(UiState& ui, const std::string& path) {
  constexpr std::size_t most = 8;
  auto& recent = ui.choices.recent;
  std::erase(recent, path);
  recent.insert(recent.begin(), path);
  if (recent.size() > most) recent.resize(most);
}

/// Done: the dialog closes and says what became of it. Not done: it stays and says why.
void answer(UiState& ui, ViewModel& model, const tl::expected<std::string, std::string>& outcome) {
  ui.memory.file.fault = outcome ? "" : outcome.error();
  if (!outcome) return;
  ui.status.said = *outcome;
  ui.status.said_fault = false;
  if (ui.choices.file_dialog != FileDialog::save_runner) remember(ui, model.scenario());
  close(ui);
}

void draw_field(UiState& ui, const char* label, const char* name, std::string& text) {
  ImGui::AlignTextToFramePadding();
  text_line(colour_quiet, label);
  ImGui::SameLine(70.0F * ui.scale);
  ImGui::SetNextItemWidth(-1.0F);
  ImGui::InputText((std::string("##") + name).c_str(), &text);
  name_item(ui, name);
}

void draw_fault(UiState& ui) {
  if (ui.memory.file.fault.empty()) return;
  text_line(colour_warning, ui.memory.file.fault);
  name_item(ui, "file.fault");
}

/// The answers of a dialog that writes.
bool draw_save_buttons(UiState& ui, const char* label) {
  const bool pressed = toggle_button(ui, label, "file.save", true);
  flow(button_width("Cancel"));
  if (named_button(ui, "Cancel", "file.cancel")) close(ui);
  return pressed;
}

void draw_save_as(UiState& ui, ViewModel& model) {
  FileFields& file = ui.memory.file;
  draw_field(ui, "Name", "file.name", file.name);
  draw_field(ui, "Folder", "file.folder", file.folder);
  draw_field(ui, "Note", "file.note", file.note);
  draw_fault(ui);
  const FormFile wanted{file.name, file.folder, file.note};
  if (draw_save_buttons(ui, "Save")) answer(ui, model, save_form_as(model, wanted, IfThere::refuse));
  if (file.fault.find("Replace") == std::string::npos) return;
  flow(button_width("Replace"));
  if (named_button(ui, "Replace", "file.replace")) answer(ui, model, save_form_as(model, wanted, IfThere::replace));
}

void draw_save_runner(UiState& ui, ViewModel& model) {
  text_line(ImGui::GetColorU32(ImGuiCol_Text),
            "Body, strength, knee, training and pace of this form, to be taken into any other.");
  draw_field(ui, "Name", "file.name", ui.memory.file.name);
  draw_fault(ui);
  if (draw_save_buttons(ui, "Save")) answer(ui, model, save_runner(model, ui.memory.file.name));
}

void open(UiState& ui, ViewModel& model, const std::string& path) {
  if (!model.load(path, WhoRuns::of_file)) {
    ui.memory.file.fault = model.message();
    return;
  }
  remember(ui, path);
  close(ui);
}

/// Scenarios and folders of a folder, in order of names: folders first.
std::vector<fs::path> entries_of(const std::string& folder) {
  std::vector<fs::path> entries;
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(folder, unreadable)) {
    std::error_code ignored;
    const bool hidden = entry.path().filename().string().starts_with(".");
    if (!hidden && (entry.is_directory(ignored) || entry.path().extension() == ".toml")) entries.push_back(entry);
  }
  std::error_code ignored;
  std::sort(entries.begin(), entries.end(), [&](const fs::path& a, const fs::path& b) {
    const bool a_folder = fs::is_directory(a, ignored), b_folder = fs::is_directory(b, ignored);
    return a_folder != b_folder ? a_folder : a < b;
  });
  return entries;
}

/// What is in a folder is read when the folder changes, not picture by picture.
void look_into(FileFields& file) {
  if (file.seen_folder == file.folder) return;
  file.seen_folder = file.folder;
  file.entries = entries_of(file.folder);
}

void draw_recent(UiState& ui, ViewModel& model) {
  if (ui.choices.recent.empty()) return;
  text_line(colour_quiet, "Opened or saved last");
  const std::vector<std::string> recent = ui.choices.recent;  // opening one moves it to the front
  for (std::size_t i = 0; i < recent.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (ImGui::Selectable(fs::path(recent[i]).stem().string().c_str())) open(ui, model, recent[i]);
    name_item(ui, "file.recent." + fs::path(recent[i]).stem().string());
    explain_item(recent[i]);
    ImGui::PopID();
  }
  ImGui::Separator();
}

void draw_entries(UiState& ui, ViewModel& model) {
  FileFields& file = ui.memory.file;
  look_into(file);
  if (ImGui::Selectable("..")) file.folder = fs::path(file.folder).parent_path().string();
  name_item(ui, "file.up");
  const std::vector<fs::path> entries = file.entries;
  for (const fs::path& entry : entries) {
    std::error_code ignored;
    const bool folder = fs::is_directory(entry, ignored);
    const std::string name = entry.filename().string();
    if (ImGui::Selectable((name + (folder ? "/" : "")).c_str()))
      folder ? static_cast<void>(file.folder = entry.string()) : open(ui, model, entry.string());
    name_item(ui, "file.entry." + name);
  }
}

void draw_open(UiState& ui, ViewModel& model) {
  draw_field(ui, "Folder", "file.folder", ui.memory.file.folder);
  draw_fault(ui);
  ImGui::BeginChild("files", {0.0F, 220.0F * ui.scale}, true);
  draw_recent(ui, model);
  draw_entries(ui, model);
  ImGui::EndChild();
  if (named_button(ui, "Cancel", "file.cancel")) close(ui);
}

struct Dialog {
  FileDialog kind;
  const char* title;
  void (*draw)(UiState&, ViewModel&);
};
constexpr std::array dialogs{Dialog{FileDialog::open, "Open a form", draw_open},
                             Dialog{FileDialog::save_as, "Save the form as", draw_save_as},
                             Dialog{FileDialog::save_runner, "Save the runner", draw_save_runner}};

}  // namespace

void ask_for_file(UiState& ui, const ViewModel& model, FileDialog dialog) {
  ui.memory.file = {};
  ui.choices.file_dialog = dialog;
  if (dialog == FileDialog::save_as) {
    const FormFile proposed = proposed_file(model);
    ui.memory.file.name = proposed.name;
    ui.memory.file.folder = proposed.folder;
    ui.memory.file.note = proposed.note;
  }
  if (dialog != FileDialog::open) return;
  std::error_code gone;
  const fs::path last = ui.choices.recent.empty() ? fs::path(model.scenario()) : fs::path(ui.choices.recent.front());
  ui.memory.file.folder = fs::absolute(last, gone).parent_path().string();
}

void save_or_ask(UiState& ui, ViewModel& model) {
  if (!can_save_over(model)) return ask_for_file(ui, model, FileDialog::save_as);
  const auto saved = save_form(model);
  ui.status.said = saved ? *saved : saved.error();
  ui.status.said_fault = !saved;
}

void draw_file_dialogs(UiState& ui, ViewModel& model) {
  for (const Dialog& dialog : dialogs) {
    if (!begin_dialog(ui, dialog.title, ui.choices.file_dialog == dialog.kind && !ui.choices.show_notice, 460.0F))
      continue;
    dialog.draw(ui, model);
    ImGui::EndPopup();
  }
}

}  // namespace stridelab::view
