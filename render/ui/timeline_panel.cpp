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

float rate_width(const UiState& ui) { return 54.0F * ui.scale; }

void draw_rate(UiState& ui, Playback& playback) {
  const char* now = "";
  for (const RateName& r : rates)
    if (r.rate == playback.rate()) now = r.text;
  ImGui::SetNextItemWidth(rate_width(ui));
  const bool open = ImGui::BeginCombo("##rate", now);
  name_item(ui, "timeline.rate");
  if (!open) return explain_item("Slow motion");
  for (const RateName& r : rates) {
    if (ImGui::Selectable(r.text, r.rate == playback.rate())) playback.set_rate(r.rate);
    name_item(ui, fmt::format("timeline.rate.{}", r.text));
  }
  ImGui::EndCombo();
}

void draw_source(UiState& ui, ViewModel& model) {
  const bool live = model.source() == Source::live;
  if (toggle_button(ui, "Stride", "timeline.stride", !live)) model.show(Source::stride);
  explain_item("One synthesised stride, repeated.");
  flow(button_width("Live"));
  if (toggle_button(ui, "Live", "timeline.live", live)) model.show(Source::live);
  explain_item("The forward simulation: step after step, balanced by reflexes, follows the sliders in the next steps.");
}

void draw_play(UiState& ui, ViewModel& model) {
  Playback& playback = model.playback;
  const char* label = model.runs() ? "Pause###play" : "Play###play";
  const float width = std::max(button_width("Pause"), button_width("Play"));
  flow(width);
  if (ImGui::Button(label, {width, 0.0F})) model.play(!model.runs());
  name_item(ui, "timeline.play");
  flow(rate_width(ui));
  draw_rate(ui, playback);
  for (const auto& [label_of_step, name, samples] :
       {std::tuple{"<", "timeline.back", -1}, std::tuple{">", "timeline.forward", 1}}) {
    flow(button_width(label_of_step));
    if (named_button(ui, label_of_step, name)) playback.step(samples);
    explain_item("1/200 of a stride");
  }
}

void draw_jumps(UiState& ui, ViewModel& model) {
  for (const auto& [event, label, name] : {std::tuple{StrideEvent::contact, "Contact", "timeline.contact"},
                                           std::tuple{StrideEvent::peak_load, "Peak load", "timeline.peak"},
                                           std::tuple{StrideEvent::toe_off, "Toe-off", "timeline.toe_off"}}) {
    flow(button_width(label));
    if (named_button(ui, label, name)) model.jump(event);
  }
}

void draw_live_buttons(UiState& ui, ViewModel& model) {
  constexpr double push_n_s = 10.0;  // a nudge in a crowd: 70 kg drift aside with 0.14 m/s
  flow(button_width("Restart"));
  if (named_button(ui, "Restart", "timeline.restart")) model.live.restart();
  flow(button_width("Push"));
  if (named_button(ui, "Push", "timeline.push")) model.live.push(push_n_s);
  explain_item(fmt::format("A push to the right on the pelvis, {:.0f} N s.", push_n_s));
}

/// What the forward run is doing, and whether that is trouble.
std::pair<std::string, bool> live_text(const LiveFeed& live) {
  if (!live.fault().empty()) return {live.fault(), true};
  const LiveStatus& status = live.status();
  if (!status.fall.empty()) return {"fallen: " + status.fall, true};
  if (live.frame() == nullptr) return {"starting", false};
  return {fmt::format("live {:.1f}x{}", status.achieved_speed, status.waiting ? ", new form coming" : ""), false};
}

/// Time since the right foot came down, in ms and in per cent of the stride.
std::string clock_text(const ShownRun& run, double phase) {
  const double percent = run.percent_of_phase(phase), whole_ms = 1000.0 * run.stride().period_s();
  return fmt::format("{:.0f} of {:.0f} ms, {:.0f} %", 0.01 * percent * whole_ms, whole_ms, percent);
}

double shown_phase(const ViewModel& model) {
  const auto moment = model.source() == Source::live ? model.moment() : std::nullopt;
  return moment ? moment->phase : model.playback.phase();
}

void draw_state(UiState& ui, ViewModel& model) {
  const std::string clock = clock_text(*model.b(), shown_phase(model));
  flow(ImGui::CalcTextSize("000 of 0000 ms, 100 %").x);
  ImGui::AlignTextToFramePadding();
  text_line(ImGui::GetColorU32(ImGuiCol_Text), clock);
  name_item(ui, "timeline.clock");
  if (model.source() != Source::live) return;
  const auto [text, trouble] = live_text(model.live);
  flow(ImGui::CalcTextSize(text.c_str()).x);
  ImGui::AlignTextToFramePadding();
  text_line(trouble ? colour_warning : colour_quiet, text);
  name_item(ui, "timeline.state");
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
  const float width = std::max(ImGui::GetContentRegionAvail().x, 20.0F), height = 22.0F * ui.scale;
  ImGui::InvisibleButton("scrub", {width, height});
  name_item(ui, "timeline.scrub");
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const auto x = [&](double percent) { return corner.x + width * static_cast<float>(percent / 100.0); };
  for (const Phase& phase : phases_of(run)) {
    draw.AddRectFilled({x(phase.from), corner.y}, {x(phase.to), corner.y + height}, phase.colour);
    const ImVec2 size = ImGui::CalcTextSize(phase.name);
    if (size.x + 6.0F < x(phase.to) - x(phase.from))
      draw.AddText({0.5F * (x(phase.from) + x(phase.to) - size.x), corner.y + 0.5F * (height - size.y)},
                   ImGui::GetColorU32(ImGuiCol_Text), phase.name);
  }
  const float peak = x(run.percent_of_phase(run.events.peak_load));
  draw.AddTriangleFilled({peak - 4.0F * ui.scale, corner.y}, {peak + 4.0F * ui.scale, corner.y},
                         {peak, corner.y + 6.0F * ui.scale}, colour_warning);
  const float cursor = x(run.percent_of_phase(shown_phase(model)));
  draw.AddLine({cursor, corner.y}, {cursor, corner.y + height}, IM_COL32_WHITE, 2.0F * ui.scale);
  if (!ImGui::IsItemActive()) return;
  const double at = static_cast<double>((ImGui::GetIO().MousePos.x - corner.x) / width);
  // The right end is the left end again; the cursor stays where the hand is.
  model.playback.scrub(run.phase_of_percent(100.0 * std::clamp(at, 0.0, 0.9999)));
}

}  // namespace

void draw_timeline(UiState& ui, ViewModel& model, const Rect& rect) {
  begin_panel("Timeline", rect, false);
  if (model.b() != nullptr) {
    draw_source(ui, model);
    draw_play(ui, model);
    draw_jumps(ui, model);
    if (model.source() == Source::live) draw_live_buttons(ui, model);
    draw_state(ui, model);
    draw_bar(ui, model);
    measure_height(ui, "timeline");
  }
  ImGui::End();
}

}  // namespace stridelab::view
