#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/ui/panel_parts.h"
#include "report/words.h"

namespace stridelab::view {
namespace {

struct RateName {
  double rate;
  const char* text;
};
constexpr std::array rates{RateName{1.0, "1x"}, RateName{0.5, "1/2"}, RateName{0.2, "1/5"}, RateName{0.1, "1/10"},
                           RateName{0.05, "1/20"}};

void draw_rate(UiState& ui, Playback& playback) {
  const char* now = "";
  for (const RateName& r : rates)
    if (r.rate == playback.rate()) now = r.text;
  ImGui::SetNextItemWidth(62.0F * ui.scale);
  const bool open = ImGui::BeginCombo("##rate", now);
  name_item(ui, "timeline.rate");
  if (!open) return explain_item("Slow motion");
  for (const RateName& r : rates) {
    if (ImGui::Selectable(r.text, r.rate == playback.rate())) playback.set_rate(r.rate);
    name_item(ui, fmt::format("timeline.rate.{}", r.text));
  }
  ImGui::EndCombo();
}

void draw_buttons(UiState& ui, ViewModel& model) {
  Playback& playback = model.playback;
  if (named_button(ui, playback.playing() ? "Pause" : "Play", "timeline.play")) playback.play(!playback.playing());
  ImGui::SameLine();
  draw_rate(ui, playback);
  ImGui::SameLine();
  if (named_button(ui, "<", "timeline.back")) playback.step(-1);
  ImGui::SameLine();
  if (named_button(ui, ">", "timeline.forward")) playback.step(1);
  for (const auto& [event, label, name] : {std::tuple{StrideEvent::contact, "Contact", "timeline.contact"},
                                           std::tuple{StrideEvent::peak_load, "Peak load", "timeline.peak"},
                                           std::tuple{StrideEvent::toe_off, "Toe-off", "timeline.toe_off"}}) {
    ImGui::SameLine();
    if (named_button(ui, label, name)) playback.jump(model.b()->events, event);
  }
}

/// A phase of the gait on the bar, in per cent from right foot contact.
struct Phase {
  double from, to;
  const char* name;
  ImU32 colour;
};

/// The right foot down, in the air, the left foot down (half a stride later), in the air.
std::array<Phase, 4> phases_of(const ShownRun& run) {
  const double stance = run.percent_of_phase(run.events.toe_off);
  const ImU32 right = IM_COL32(58, 96, 120, 255), left = IM_COL32(70, 76, 84, 255), air = IM_COL32(36, 40, 45, 255);
  return {{{0.0, stance, "right foot", right},
           {stance, 50.0, "air", air},
           {50.0, 50.0 + stance, "left foot", left},
           {50.0 + stance, 100.0, "air", air}}};
}

void draw_bar(UiState& ui, ViewModel& model) {
  const ShownRun& run = *model.b();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = std::max(ImGui::GetContentRegionAvail().x, 20.0F), height = 26.0F * ui.scale;
  ImGui::InvisibleButton("scrub", {width, height});
  name_item(ui, "timeline.scrub");
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const auto x = [&](double percent) { return corner.x + width * static_cast<float>(percent / 100.0); };
  for (const Phase& phase : phases_of(run)) {
    draw.AddRectFilled({x(phase.from), corner.y}, {x(phase.to), corner.y + height}, phase.colour);
    const ImVec2 size = ImGui::CalcTextSize(phase.name);
    if (size.x + 6.0F < x(phase.to) - x(phase.from))
      draw.AddText({0.5F * (x(phase.from) + x(phase.to) - size.x), corner.y + 0.5F * (height - size.y)}, colour_quiet,
                   phase.name);
  }
  const float peak = x(run.percent_of_phase(run.events.peak_load));
  draw.AddTriangleFilled({peak - 4.0F * ui.scale, corner.y}, {peak + 4.0F * ui.scale, corner.y},
                         {peak, corner.y + 6.0F * ui.scale}, colour_warning);
  const float cursor = x(run.percent_of_phase(model.playback.phase()));
  draw.AddLine({cursor, corner.y}, {cursor, corner.y + height}, IM_COL32_WHITE, 2.0F * ui.scale);
  if (!ImGui::IsItemActive()) return;
  const double at = static_cast<double>((ImGui::GetIO().MousePos.x - corner.x) / width);
  // The right end is the left end again; the cursor stays where the hand is.
  model.playback.scrub(run.phase_of_percent(100.0 * std::clamp(at, 0.0, 0.9999)));
}

}  // namespace

void draw_timeline(UiState& ui, ViewModel& model, const Rect& rect) {
  begin_panel("Timeline", rect);
  if (model.b() != nullptr) {
    draw_buttons(ui, model);
    draw_bar(ui, model);
  }
  ImGui::End();
}

void draw_notice(UiState& ui) {
  if (!ui.show_notice) return;
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  ImGui::OpenPopup("What this is not");
  ImGui::SetNextWindowPos({0.5F * window.x, 0.5F * window.y}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::SetNextWindowSize({std::min(520.0F * ui.scale, 0.9F * window.x), 0.0F});
  const ImGuiWindowFlags flags = ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
  if (!ImGui::BeginPopupModal("What this is not", nullptr, flags)) return;
  text_line(ImGui::GetColorU32(ImGuiCol_Text),
            "This is not a measurement of you, and not medical advice. You see a synthesised stride of an ordinary "
            "runner, adapted to the form and body you set.\n\nTrust changes more than levels: published peak kneecap "
            "forces in running lie between 3.3 and 6.5 body weights, by method.\n\nPain that stays, swells or wakes "
            "you belongs in front of a professional.");
  ImGui::Spacing();
  if (named_button(ui, "Start", "notice.start")) {
    ui.show_notice = false;
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

}  // namespace stridelab::view
