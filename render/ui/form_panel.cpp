#include <fmt/format.h>

#include <filesystem>

#include "gait/strike_groups.h"
#include "render/ui/own_files.h"
#include "render/ui/panel_parts.h"
#include "render/ui/slim_slider.h"
#include "report/words.h"

namespace stridelab::view {
namespace {

/// How a foot lands that is put down at that angle.
const char* landing(double foot_strike_deg) {
  const StrikeGroups& groups = strike_groups();
  return foot_strike_deg >= groups.rearfoot_from_deg   ? "heel"
         : foot_strike_deg < groups.forefoot_below_deg ? "forefoot"
                                                       : "midfoot";
}

std::string with_unit(const UiState& ui, const ParameterInfo& info, double value) {
  const std::string number = fmt::format("{:.{}f}", value, slider_decimals(info));
  std::string text = with_units(info.key, value, number, info.unit, ui.choices.units);
  if (info.key == "foot_strike_deg") text += fmt::format(" ({})", landing(value));
  return text;
}

std::string explanation(const UiState& ui, const ParameterInfo& info, const ViewModel& model) {
  const auto value_in = [&](const ParameterSet& form) {
    return info.kind == ParameterKind::number ? with_unit(ui, info, form.number(info.key))
                                              : spoken(form.text(info.key));
  };
  const std::string start = value_in(model.start()), a = value_in(model.compared());
  const std::string baseline = a == start ? "" : fmt::format("The baseline A has {}. ", a);
  return fmt::format(
      "{} ({})\n{}\nSource: {}\n{}The scenario says {}. Double click: back to it. Ctrl and click: type a value.",
      capitalised(spoken(info.key)), range_text(info), capitalised(std::string(info.meaning)), info.source, baseline,
      start);
}

SliderRange range_of(const UiState& ui, const ParameterInfo& info, const ViewModel& model) {
  SliderRange range{info.lo, info.hi, model.compared().number(info.key), info.default_number, "", "", ""};
  range.format = fmt::format("%.{}f", slider_decimals(info));
  range.lo_text = ui.choices.units == Units::metric
                      ? fmt::format("{:g}", info.lo)
                      : with_units(info.key, info.lo, fmt::format("{:g}", info.lo), info.unit, ui.choices.units);
  range.hi_text = with_units(info.key, info.hi, fmt::format("{:g}", info.hi), info.unit, ui.choices.units);
  return range;
}

/// The name on the left, the value with its unit at the right edge.
void draw_name_and_value(UiState& ui, const ViewModel& model, const ParameterInfo& info) {
  const bool changed = model.changed(info.key);
  const ImU32 colour = changed ? colour_b : ImGui::GetColorU32(ImGuiCol_Text);
  text_line(colour, (changed ? "\u25CF " : "") + spoken(info.key));
  name_item(ui, "form.label." + std::string(info.key));
  explain_item(explanation(ui, info, model));
  const std::string value = with_unit(ui, info, model.parameters().number(info.key));
  const float right = ImGui::GetWindowContentRegionMax().x;
  ImGui::SameLine(right - ImGui::CalcTextSize(value.c_str()).x);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::TextUnformatted(value.c_str());
  ImGui::PopStyleColor();
  name_item(ui, "form.value." + std::string(info.key));
}

void draw_number(UiState& ui, ViewModel& model, const ParameterInfo& info) {
  const std::string key(info.key);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ImGui::GetStyle().ItemSpacing.x, ui.scale));
  draw_name_and_value(ui, model, info);
  double value = model.parameters().number(info.key);
  const bool edited = slim_slider(("##" + key).c_str(), value, range_of(ui, info, model), ui.scale);
  ImGui::PopStyleVar();
  name_item(ui, "form." + key);
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    // The button is still down: until it is up the slider would set the value under the mouse again.
    ui.memory.ignored = key;
    model.reset(info.key);
  } else if (edited && ui.memory.ignored != key) {
    model.drag(info.key, value);
  }
  if (ImGui::IsItemDeactivated()) model.release();
  explain_item(explanation(ui, info, model));
}

void draw_choice(UiState& ui, ViewModel& model, const ParameterInfo& info) {
  const std::string key(info.key), now = model.parameters().text(info.key);
  const bool changed = model.changed(info.key);
  ImGui::AlignTextToFramePadding();
  text_line(changed ? colour_b : ImGui::GetColorU32(ImGuiCol_Text), (changed ? "\u25CF " : "") + spoken(key));
  name_item(ui, "form.label." + key);
  ImGui::SameLine(0.46F * ImGui::GetWindowContentRegionMax().x);
  ImGui::SetNextItemWidth(-1.0F);
  const bool open = ImGui::BeginCombo(("##" + key).c_str(), spoken(now).c_str());
  name_item(ui, "form." + key);
  if (!open) {
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) model.reset(info.key);
    explain_item(explanation(ui, info, model));
    return;
  }
  for (const std::string_view choice : info.choices) {
    if (ImGui::Selectable(spoken(choice).c_str(), choice == now)) model.set_text(info.key, choice);
    name_item(ui, "form." + key + "." + std::string(choice));
  }
  ImGui::EndCombo();
}

std::string group_title(const ViewModel& model, const std::string& table) {
  int changed = 0;
  for (const ParameterInfo& info : parameter_table()) changed += info.table == table && model.changed(info.key) ? 1 : 0;
  const std::string mark = changed > 0 ? fmt::format("   \u25CF {}", changed) : "";
  return capitalised(table) + mark + "###group." + table;
}

void draw_group(UiState& ui, ViewModel& model, const std::string& table) {
  const bool first = table == "form" || table == "strength";
  const bool open = ImGui::CollapsingHeader(group_title(model, table).c_str(),
                                            first ? ImGuiTreeNodeFlags_DefaultOpen : ImGuiTreeNodeFlags_None);
  name_item(ui, "form.group." + table);
  if (!open) return;
  for (const ParameterInfo& info : parameter_table()) {
    if (info.table != table) continue;
    if (info.kind == ParameterKind::number) {
      draw_number(ui, model, info);
    } else {
      draw_choice(ui, model, info);
    }
  }
}

/// One scenario of the list: its name, and below it what it asks.
bool draw_preset(UiState& ui, const Preset& preset, const std::string& name, bool now) {
  const float width = ImGui::GetContentRegionAvail().x, line = ImGui::GetTextLineHeight();
  const std::string question = broken_lines(preset.question, width - 8.0F * ui.scale);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float high = line + (question.empty() ? 0.0F : ImGui::CalcTextSize(question.c_str()).y) + 4.0F * ui.scale;
  const bool picked = ImGui::Selectable(("##" + name).c_str(), now, 0, {0.0F, high});
  name_item(ui, "form.scenario." + name);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddText(at, ImGui::GetColorU32(ImGuiCol_Text), spoken(name).c_str());
  draw.AddText({at.x, at.y + line}, colour_quiet, question.c_str());
  return picked;
}

void draw_presets(UiState& ui, ViewModel& model) {
  const std::string now = std::filesystem::path(model.scenario()).stem().string();
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const float widest = std::min(440.0F * ui.scale, 0.9F * window.x);
  ImGui::SetNextWindowSizeConstraints({std::min(widest, ImGui::GetContentRegionAvail().x), 0.0F},
                                      {widest, 0.7F * window.y});
  ImGui::SetNextItemWidth(-ImGui::GetStyle().ScrollbarSize);
  const bool open = ImGui::BeginCombo("##scenario", spoken(now).c_str());
  name_item(ui, "form.scenario");
  if (open) {
    ImGui::Checkbox("with the runner of the scenario", &ui.choices.runner_of_preset);
    name_item(ui, "form.scenario.runner");
    explain_item("Left out: body, strength, knee and training stay what you made them");
    const std::vector<Preset> presets = model.presets();  // loading may change the list
    for (const Preset& preset : presets) {
      const std::string name = std::filesystem::path(preset.path).stem().string();
      if (draw_preset(ui, preset, name, preset.path == model.scenario()))
        model.load(preset.path, ui.choices.runner_of_preset ? WhoRuns::of_file : WhoRuns::stays);
    }
    ImGui::EndCombo();
  }
  if (!model.asked().empty()) text_line(colour_quiet, model.asked());
}

/// The person's profiles are looked for when the list opens.
void draw_runner(UiState& ui, ViewModel& model) {
  const std::string now = model.runner().empty() ? "usual runner" : model.runner();
  ImGui::SetNextItemWidth(-ImGui::GetStyle().ScrollbarSize);
  const bool open = ImGui::BeginCombo("##runner", ("Runner: " + now).c_str());
  name_item(ui, "form.runner");
  if (!open) return explain_item("Body, strength and pace that come along into every form");
  if (ImGui::IsWindowAppearing()) ui.memory.runners = own_runners();
  if (ImGui::Selectable("usual runner", model.runner().empty())) model.run_by({});
  name_item(ui, "form.runner.usual");
  const std::vector<std::filesystem::path> runners = ui.memory.runners;
  for (const std::filesystem::path& runner : runners) {
    const std::string name = runner.stem().string();
    if (ImGui::Selectable(name.c_str(), name == model.runner())) model.run_by(runner);
    name_item(ui, "form.runner." + name);
  }
  if (ImGui::Selectable("Save this runner ...")) ask_for_file(ui, model, FileDialog::save_runner);
  name_item(ui, "form.runner.save");
  ImGui::EndCombo();
}

void draw_hold(UiState& ui, ViewModel& model) {
  for (const auto& [hold, label, name] :
       {std::tuple{Hold::speed, "hold speed", "form.hold.speed"},
        std::tuple{Hold::stride_length, "hold stride length", "form.hold.stride_length"}}) {
    if (hold != Hold::speed) flow(button_width(label));
    if (toggle_button(ui, label, name, model.hold() == hold)) model.set_hold(hold);
    explain_item("Of speed, cadence and stride length this one stays while you move another.");
  }
}

/// A step back or forward; faint where there is none.
void draw_step(UiState& ui, const char* label, const char* name, bool possible, const char* keys, auto&& step) {
  ImGui::PushStyleVar(ImGuiStyleVar_Alpha, possible ? 1.0F : 0.5F);
  flow(button_width(label));
  if (named_button(ui, label, name)) step();
  ImGui::PopStyleVar();
  explain_item(keys);
}

/// What people weigh and measure in.
void draw_units(UiState& ui) {
  const bool metric = ui.choices.units == Units::metric;
  const char* label = metric ? "km, kg" : "mi, lb";
  flow(button_width(label));
  if (named_button(ui, label, "form.units")) ui.choices.units = metric ? Units::imperial : Units::metric;
  explain_item("Pace, body and distances in kilometres and kilograms, or in miles, feet and pounds");
}

void draw_head(UiState& ui, ViewModel& model) {
  draw_presets(ui, model);
  draw_runner(ui, model);
  draw_hold(ui, model);
  draw_units(ui);
  if (named_button(ui, "Reset all", "form.reset")) model.reset_all();
  explain_item("Back to the scenario.");
  flow(button_width("Freeze as A"));
  if (named_button(ui, "Freeze as A", "form.freeze")) model.freeze();
  explain_item("This form becomes the baseline that the next one is compared with.");
  draw_step(ui, "Undo", "form.undo", model.can_undo(), "One step back, also from a scenario or a baseline (Ctrl + Z)",
            [&] { model.undo(); });
  draw_step(ui, "Redo", "form.redo", model.can_redo(), "One step forward again (Ctrl + Y)", [&] { model.redo(); });
}

/// Three dots in the upper right corner, one of them lit in turn, while an answer is on its way.
void draw_solving(const UiState& ui, const Rect& rect) {
  const int lit = static_cast<int>(4.0 * ImGui::GetTime()) % 3;
  for (int i = 0; i < 3; ++i) {
    const float x = rect.x1 - (28.0F - 8.0F * static_cast<float>(i)) * ui.scale, y = rect.y0 + 13.0F * ui.scale;
    ImGui::GetWindowDrawList()->AddCircleFilled({x, y}, 2.5F * ui.scale, i == lit ? colour_b : colour_track, 12);
  }
}

/// Why the form cannot be run, at the lower edge: the sliders stay where they are.
void draw_reason(UiState& ui, const std::string& reason, float height) {
  ImGui::PushStyleColor(ImGuiCol_ChildBg, IM_COL32(52, 45, 24, 255));
  ImGui::BeginChild("reason", {0.0F, height}, true);
  text_line(colour_warning, reason);
  name_item(ui, "form.reason");
  ImGui::EndChild();
  ImGui::PopStyleColor();
}

float reason_height(const std::string& reason, float most) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const float width = ImGui::GetContentRegionAvail().x - 2.0F * style.WindowPadding.x;
  const float words = ImGui::CalcTextSize(broken_lines(reason, width).c_str()).y;
  return std::min(words + 2.0F * style.WindowPadding.y + 2.0F, most);
}

/// Why the form cannot be run, and what to do; empty if it can.
std::string reason_of(const ViewModel& model) {
  if (model.message().empty()) return {};
  std::string text = "Shown is the last form that could be run. " + capitalised(model.message());
  for (auto at = text.find("\n "); at != std::string::npos; at = text.find("\n ")) text.erase(at + 1, 1);
  return text;
}

/// What scrolls. The place of the scroll bar is kept free where there is none: a slider that changed its length when a
/// reason comes up would change its value under a resting hand.
void draw_groups(UiState& ui, ViewModel& model, float below, bool with_head) {
  const bool scrolls = ui.memory.heights["form.scroll"] > 0.0F;
  if (!scrolls) ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, IM_COL32(0, 0, 0, 0));
  ImGui::BeginChild("sliders", {0.0F, -below}, false, ImGuiWindowFlags_AlwaysVerticalScrollbar);
  if (!scrolls) ImGui::PopStyleColor();
  if (with_head) draw_head(ui, model);
  std::string table;
  for (const ParameterInfo& info : parameter_table()) {
    if (info.table == table) continue;
    table = info.table;
    draw_group(ui, model, table);
  }
  ui.memory.heights["form.scroll"] = ImGui::GetScrollMaxY();
  ImGui::EndChild();
}

}  // namespace

void draw_form(UiState& ui, ViewModel& model, const Rect& rect) {
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) ui.memory.ignored.clear();
  begin_panel("Form", rect, !ui.placed.tabbed);
  const bool low = rect.height() < 420.0F * ui.scale;  // then all of it scrolls
  if (!low) draw_head(ui, model);
  const std::string reason = reason_of(model);
  const float footer = reason.empty() ? 0.0F : reason_height(reason, 0.4F * rect.height());
  draw_groups(ui, model, footer > 0.0F ? footer + ImGui::GetStyle().ItemSpacing.y : 0.0F, low);
  if (footer > 0.0F) draw_reason(ui, reason, footer);
  if (!model.shows_form() && reason.empty()) draw_solving(ui, rect);
  ImGui::End();
}

}  // namespace stridelab::view
