#include "render/app/option_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "render/app/frame_names.h"
#include "render/app/picture_choice_names.h"
#include "render/ui/panel_table.h"

namespace stridelab::view {
namespace {

constexpr int least_px = 16, most_px = 8192;

bool read_pixels(std::string_view text, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= least_px && number <= most_px;
}

std::string all_choice_names() {
  std::string names;
  for (const PictureChoiceName& known : picture_choice_names)
    names += (names.empty() ? "" : ", ") + std::string(known.name);
  return names;
}

}  // namespace

std::string read_size(const std::string& text, std::optional<PictureSize>& size) {
  PictureSize read;
  const auto cross = text.find('x');
  const std::string_view all = text;
  const bool good = cross != std::string::npos && read_pixels(all.substr(0, cross), read.width) &&
                    read_pixels(all.substr(cross + 1), read.height);
  if (!good) return fmt::format("{} is no size; give for example 1280x720, {} .. {} each", text, least_px, most_px);
  size = read;
  return {};
}

std::string read_camera(const std::string& text, std::optional<CameraPreset>& camera) {
  const auto preset = camera_preset(text);
  if (!preset) return fmt::format("there is no camera '{}'; choose side, front, back or knee", text);
  camera = preset;
  return {};
}

std::string read_event(const std::string& text, std::optional<StrideEvent>& event) {
  if (text == "contact")
    event = StrideEvent::contact;
  else if (text == "peak-load")
    event = StrideEvent::peak_load;
  else if (text == "toe-off")
    event = StrideEvent::toe_off;
  else
    return fmt::format("there is no instant '{}'; choose contact, peak-load or toe-off", text);
  return {};
}

std::string read_panel(const std::string& text, std::optional<Panel>& panel) {
  const auto found = find_panel(text);
  if (!found) return fmt::format("there is no panel '{}'; choose {}", text, panel_names());
  panel = found;
  return {};
}

std::string read_choices(const std::string& text, bool on, std::vector<ShownChange>& shown) {
  std::vector<ShownChange> read;
  std::string_view rest = text;
  while (true) {
    const std::string_view word = rest.substr(0, rest.find(','));
    const auto known = std::find_if(picture_choice_names.begin(), picture_choice_names.end(),
                                    [&](const PictureChoiceName& name) { return name.name == word; });
    if (known == picture_choice_names.end())
      return fmt::format("a picture has no '{}'; choose among {}", word, all_choice_names());
    read.push_back({known->choice, on});
    if (word.size() == rest.size()) break;
    rest.remove_prefix(word.size() + 1);
  }
  shown.insert(shown.end(), read.begin(), read.end());
  return {};
}

std::string read_number(const std::string& text, std::string_view unit, double low, double high, double& number) {
  double read = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
  const bool good = error == std::errc() && end == text.data() + text.size() && read >= low && read <= high;
  if (!good) return fmt::format("{} is not within {} .. {}{}{}", text, low, high, unit.empty() ? "" : " ", unit);
  number = read;
  return {};
}

std::string read_screenshot(const std::string& text, std::string& file) {
  if (text.empty()) return "name the PNG file to write";
  file = text;
  return {};
}

std::string read_record(const std::string& text, std::string& target) {
  if (!names_a_film(text) && !names_pictures(text))
    return fmt::format("{} is no record; give for example run.mp4, frames/ or frames/%05d.png", text);
  target = text;
  return {};
}

}  // namespace stridelab::view
