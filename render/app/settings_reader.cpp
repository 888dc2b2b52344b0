#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "core/text.h"
#include "render/app/picture_choice_names.h"
#include "render/app/settings.h"
#include "render/ui/panel_table.h"

namespace stridelab::view {
namespace {

/// Takes values out of a table and notes all that is wrong with them.
class Reader {
 public:
  Reader(std::string file, Diagnostics& faults) : file_(std::move(file)), faults_(faults) {}

  void say(const toml::node& node, const std::string& message) {
    Diagnostic fault;
    fault.file = file_;
    fault.line = static_cast<int>(node.source().begin.line);
    fault.column = static_cast<int>(node.source().begin.column);
    fault.message = printable(message);
    faults_.push_back(std::move(fault));
  }

  void read(const toml::node& node, std::string_view key, bool& value) {
    if (const auto given = node.value_exact<bool>())
      value = *given;
    else
      say(node, fmt::format("{} is true or false", key));
  }

  void read(const toml::node& node, std::string_view key, int& value, int low, int high) {
    const auto given = node.value_exact<std::int64_t>();
    if (given && *given >= low && *given <= high)
      value = static_cast<int>(*given);
    else
      say(node, fmt::format("{} is a whole number within {} .. {}", key, low, high));
  }

  void read(const toml::node& node, std::string_view key, double& value, double low, double high) {
    const auto given = node.value<double>();
    if (given && *given >= low && *given <= high)
      value = *given;
    else
      say(node, fmt::format("{} is a number within {} .. {}", key, low, high));
  }

  /// A word that `find` knows.
  template <typename T, typename Find>
  void read_word(const toml::node& node, std::string_view key, T& value, std::string_view words, Find find) {
    const auto given = node.value<std::string_view>();
    const auto found = given ? find(*given) : std::nullopt;
    if (found)
      value = *found;
    else
      say(node, fmt::format("{} is {}", key, words));
  }

 private:
  std::string file_;
  Diagnostics& faults_;
};

void read_recent(Reader& reader, const toml::node& node, std::vector<std::string>& recent) {
  constexpr std::size_t most = 8;
  const toml::array* files = node.as_array();
  if (files == nullptr) return reader.say(node, "recent is a list of files");
  for (const toml::node& file : *files)
    if (const auto path = file.value_exact<std::string>(); !path)
      reader.say(file, "recent is a list of files");
    else if (recent.size() < most)
      recent.push_back(*path);
}

std::optional<Source> find_source(std::string_view word) {
  if (word == "forward") return Source::live;
  if (word == "stride") return Source::stride;
  return std::nullopt;
}

std::optional<Units> find_units(std::string_view word) {
  if (word == "metric") return Units::metric;
  if (word == "imperial") return Units::imperial;
  return std::nullopt;
}

void read_picture(Reader& reader, const toml::table& table, PictureChoices& shown) {
  for (const auto& [key, node] : table) {
    const std::string_view word = key.str();
    const auto known = std::find_if(picture_choice_names.begin(), picture_choice_names.end(),
                                    [&](const PictureChoiceName& name) { return name.name == word; });
    if (known == picture_choice_names.end())
      reader.say(node, fmt::format("a picture has no {}", word));
    else
      reader.read(node, word, shown.*(known->choice));
  }
}

void read_window(Reader& reader, const toml::table& table, WindowPlace& place) {
  constexpr int far = 100000, least = 16, most = 8192;
  for (const auto& [key, node] : table) {
    if (key == "x")
      reader.read(node, "x", place.x, -far, far);
    else if (key == "y")
      reader.read(node, "y", place.y, -far, far);
    else if (key == "width")
      reader.read(node, "width", place.width, least, most);
    else if (key == "height")
      reader.read(node, "height", place.height, least, most);
    else if (key == "maximised")
      reader.read(node, "maximised", place.maximised);
    else
      reader.say(node, fmt::format("a window has no {}", key.str()));
  }
}

void read_top(Reader& reader, const toml::key& key, const toml::node& node, ViewSettings& settings) {
  const toml::table* table = node.as_table();
  if (key == "picture" && table != nullptr) return read_picture(reader, *table, settings.shown);
  if (key == "window" && table != nullptr) return read_window(reader, *table, settings.window.emplace());
  if (key == "notice_seen") return reader.read(node, "notice_seen", settings.notice_seen);
  if (key == "units") return reader.read_word(node, "units", settings.units, "metric or imperial", &find_units);
  if (key == "recent") return read_recent(reader, node, settings.recent);
  if (key == "rate") return reader.read(node, "rate", settings.rate, 0.05, 1.0);
  if (key == "panel") return reader.read_word(node, "panel", settings.panel, panel_names(), &find_panel);
  if (key == "camera")
    return reader.read_word(node, "camera", settings.camera, "side, front, back or knee", &camera_preset);
  if (key == "engine") return reader.read_word(node, "engine", settings.source, "forward or stride", &find_source);
  reader.say(node, fmt::format("there is no setting {}", key.str()));
}

Diagnostic syntax_fault(const toml::parse_error& error, const std::string& file) {
  Diagnostic fault;
  fault.file = file;
  fault.line = static_cast<int>(error.source().begin.line);
  fault.column = static_cast<int>(error.source().begin.column);
  fault.message = printable(std::string(error.description()));
  return fault;
}

}  // namespace

tl::expected<ViewSettings, Diagnostics> parse_settings(const std::string& text, const std::string& file,
                                                       Diagnostics& left_out) {
  constexpr std::size_t most = 64 * 1024;
  if (text.size() > most || first_non_utf8(text) != std::string::npos) {
    Diagnostic fault;
    fault.file = file;
    fault.message = "is not a text file of settings";
    return tl::unexpected(Diagnostics{fault});
  }
  Diagnostics faults;
  ViewSettings settings;
  bool broken = false;
  try {
    Reader reader(file, faults);
    const toml::table root = toml::parse(text);
    for (const auto& [key, node] : root) read_top(reader, key, node, settings);
  } catch (const toml::parse_error& error) {
    faults.push_back(syntax_fault(error, file));
    broken = true;
  }
  if (broken) return tl::unexpected(faults);
  left_out.insert(left_out.end(), faults.begin(), faults.end());
  return settings;
}

}  // namespace stridelab::view
