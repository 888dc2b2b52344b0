#include "render/app/settings.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include "core/text.h"
#include "render/app/picture_choice_names.h"
#include "render/ui/save_scenario.h"
#include "report/atomic_file.h"

namespace stridelab::view {
namespace fs = std::filesystem;

fs::path settings_file() {
  const auto folder = [](const char* variable) {
    const char* value = std::getenv(variable);
    // The desktop's rules have relative paths ignored.
    return value != nullptr && fs::path(value).is_absolute() ? fs::path(value) : fs::path();
  };
  if (const fs::path config = folder("XDG_CONFIG_HOME"); !config.empty()) return config / "stridelab" / "view.toml";
  if (const fs::path home = folder("HOME"); !home.empty()) return home / ".config" / "stridelab" / "view.toml";
  return {};
}

std::string settings_text(const ViewSettings& settings) {
  std::string text = "# What the window of stridelab-view remembers. Delete this file to start afresh.\n";
  text += fmt::format("notice_seen = {}\npanel = \"{}\"\ncamera = \"{}\"\nengine = \"{}\"\nrate = {}\n",
                      settings.notice_seen, settings.panel, to_text(settings.camera),
                      settings.source == Source::live ? "forward" : "stride", number_text(settings.rate));
  text += fmt::format("units = \"{}\"\n", settings.units == Units::metric ? "metric" : "imperial");
  text += "recent = [";
  for (const std::string& file : settings.recent)
    text += (file == settings.recent.front() ? "" : ", ") + toml_string(file);
  text += "]\n\n[picture]\n";
  for (const PictureChoiceName& known : picture_choice_names)
    text += fmt::format("{} = {}\n", known.name, settings.shown.*known.choice);
  if (const auto& place = settings.window)
    text += fmt::format("\n[window]\nx = {}\ny = {}\nwidth = {}\nheight = {}\nmaximised = {}\n", place->x, place->y,
                        place->width, place->height, place->maximised);
  return text;
}

ViewSettings read_settings(const fs::path& file, std::ostream& err) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return {};
  std::string text;
  constexpr std::size_t most = 64 * 1024;
  for (std::istreambuf_iterator<char> byte(in), end; byte != end && text.size() <= most; ++byte) text += *byte;
  Diagnostics left_out;
  const auto settings = parse_settings(text, file.string(), left_out);
  if (settings) {
    err << to_text(left_out);
    if (!left_out.empty()) err << "  these keep their defaults; the other settings hold\n";
    return *settings;
  }
  const fs::path kept = file.string() + ".bak";
  std::error_code fault;
  fs::rename(file, kept, fault);
  err << to_text(settings.error())
      << fmt::format("  the window starts with its defaults; the settings {} {}\n", fault ? "stay in" : "were kept as",
                     (fault ? file : kept).string());
  return {};
}

tl::expected<void, std::string> write_settings(const fs::path& file, const ViewSettings& settings) {
  if (auto made = make_folder(file.parent_path()); !made) return made;
  return write_file(file, settings_text(settings));
}

}  // namespace stridelab::view
