#pragma once

#include <string>
#include <string_view>

#include "render/app/options.h"

namespace stridelab::view {

// Each reads one value of the command line. Returns an empty text, or one sentence that says what is wrong with it and
// what could be given instead; then nothing was changed.

/// "1280x720"
std::string read_size(const std::string& text, std::optional<PictureSize>& size);
std::string read_camera(const std::string& text, std::optional<CameraPreset>& camera);
std::string read_event(const std::string& text, std::optional<StrideEvent>& event);
std::string read_panel(const std::string& text, std::optional<Panel>& panel);
/// "anatomy,dark"
std::string read_choices(const std::string& text, bool on, std::vector<ShownChange>& shown);
/// A finite number within low .. high.
std::string read_number(const std::string& text, std::string_view unit, double low, double high, double& number);
/// A .png file.
std::string read_screenshot(const std::string& text, std::string& file);
/// An .mp4 file, a folder with its slash, or a .png pattern with one number in it ("frame_%05d.png").
std::string read_record(const std::string& text, std::string& target);

}  // namespace stridelab::view
