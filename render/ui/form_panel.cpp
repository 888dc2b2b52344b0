#include <fmt/format.h>

#include <filesystem>

#include "render/ui/panel_parts.h"
#include "report/words.h"

namespace stridelab::view {
namespace {

/// The decimals a hand can set on a slider of that range.
int slider_decimals(const ParameterInfo& info) {
  const double range = info.hi - info.lo;
  return range < 1.0 ? 3 : range < 10.0 ? 2 : range <= 100.0 ? 1 : 0;
}

std::string slider_format(const ParameterInfo& info) {
  const int decimals = info.key == "cadence_spm" ? 1 : slider_decimals(info);
  const std::string unit(info.unit == "%" ? "%%" : info.unit);
  return fmt::format("%.{}f {}", decimals, unit);
}

std::string explanation(const ParameterInfo& info) {
  return fmt::format("{} ({})\n{}\n{}\nDouble click: back to the scenario.", info.key, range_text(info),
                     capitalised(std::string(info.meaning)), info.source);
}

void draw_slider(UiState& ui, ViewModel& model, const ParameterInfo& info) {
  const std::string key(info.key);
  double value = model.parameters().number(info.key);
  ImGui::SetNextItemWidth(-1.0F);
  const bool edited = ImGui::SliderScalar(("##" + key).c_str(), ImGuiDataType_Double, &value, &info.lo, &info.hi,
                                          slider_format(info).c_str(), ImGuiSliderFlags_AlwaysClamp);
  name_item(ui, "form." + key);
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    // The button is still down: until it is up the slider would set the value under the mouse again.
    ui.ignored = key;
    model.reset(info.key);
  } else if (edited && ui.ignored != key) {
    model.drag(info.key, value);
  }
  if (ImGui::IsItemDeactivated()) model.release();
  explain_item(explanation(info));
}

void draw_choice(UiState& ui, ViewModel& model, const ParameterInfo& info) {
  const std::string key(info.key), now = model.parameters().text(info.key);
  ImGui::SetNextItemWidth(-1.0F);
  const bool open = ImGui::BeginCombo(("##" + key).c_str(), spoken_key(now).c_str());
  name_item(ui, "form." + key);
  if (!open) {
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) model.reset(info.key);
    explain_item(explanation(info));
    return;
  }
  for (const std::string_view choice : info.choices) {
    if (ImGui::Selectable(spoken_key(choice).c_str(), choice == now)) model.set_text(info.key, choice);
    name_item(ui, "form." + key + "." + std::string(choice));
  }
  ImGui::EndCombo();
}

void draw_row(UiState& ui, ViewModel& model, const ParameterInfo& info) {
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  const bool changed = model.changed(info.key);
  ImGui::AlignTextToFramePadding();
  text_line(changed ? colour_b : ImGui::GetColorU32(ImGuiCol_Text), (changed ? "* " : "") + spoken_key(info.key));
  name_item(ui, "form.label." + std::string(info.key));
  ImGui::TableNextColumn();
  if (info.kind == ParameterKind::number) {
    draw_slider(ui, model, info);
  } else {
    draw_choice(ui, model, info);
  }
}

void draw_group(UiState& ui, ViewModel& model, const std::string& table) {
  const bool first = table == "form" || table == "strength";
  const bool open = ImGui::CollapsingHeader(capitalised(table).c_str(),
                                            first ? ImGuiTreeNodeFlags_DefaultOpen : ImGuiTreeNodeFlags_None);
  name_item(ui, "form.group." + table);
  if (!open || !ImGui::BeginTable(table.c_str(), 2)) return;
  ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch, 0.46F);
  ImGui::TableSetupColumn("value", ImGuiTableColumnFlags_WidthStretch, 0.54F);
  for (const ParameterInfo& info : parameter_table())
    if (info.table == table) draw_row(ui, model, info);
  ImGui::EndTable();
}

void draw_presets(UiState& ui, ViewModel& model) {
  ImGui::SetNextItemWidth(-1.0F);
  const std::string now = std::filesystem::path(model.scenario()).stem().string();
  const bool open = ImGui::BeginCombo("##scenario", spoken_key(now).c_str(), ImGuiComboFlags_HeightLarge);
  name_item(ui, "form.scenario");
  if (!open) {
    explain_item(model.asked());
    return;
  }
  for (const Preset& preset : model.presets()) {
    const std::string name = std::filesystem::path(preset.path).stem().string();
    if (ImGui::Selectable(spoken_key(name).c_str(), name == now)) model.load(preset.path);
    name_item(ui, "form.scenario." + name);
    explain_item(preset.question);
  }
  ImGui::EndCombo();
}

void draw_hold(UiState& ui, ViewModel& model) {
  if (ImGui::RadioButton("hold speed", model.hold() == Hold::speed)) model.set_hold(Hold::speed);
  name_item(ui, "form.hold.speed");
  ImGui::SameLine();
  if (ImGui::RadioButton("hold stride length", model.hold() == Hold::stride_length))
    model.set_hold(Hold::stride_length);
  name_item(ui, "form.hold.stride_length");
}

void draw_state(ViewModel& model) {
  if (!model.message().empty()) {
    text_line(colour_warning, "Shown is the last form that could be run. " + capitalised(model.message()));
  } else if (!model.shows_form()) {
    ImGui::SameLine();
    text_line(colour_quiet, "solving");
  }
}

}  // namespace

void draw_form(UiState& ui, ViewModel& model, const Rect& rect) {
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) ui.ignored.clear();
  begin_panel("Form", rect);
  draw_presets(ui, model);
  draw_hold(ui, model);
  if (named_button(ui, "Reset all", "form.reset")) model.reset_all();
  ImGui::SameLine();
  if (named_button(ui, "Freeze as A", "form.freeze")) model.freeze();
  draw_state(model);
  ImGui::BeginChild("sliders");
  std::string table;
  for (const ParameterInfo& info : parameter_table()) {
    if (info.table == table) continue;
    table = info.table;
    draw_group(ui, model, table);
  }
  ImGui::EndChild();
  ImGui::End();
}

}  // namespace stridelab::view
