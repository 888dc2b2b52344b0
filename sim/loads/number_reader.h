#pragma once

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostics.h"
#include "core/frames.h"

namespace stridelab {

/// Reads the numbers of one TOML model file and collects what is missing instead of stopping at the first fault.
///
/// errors  appended to the list given; a faulty entry reads as 0 or an empty text, so one pass finds every fault
class NumberReader {
 public:
  NumberReader(const std::filesystem::path& file, Diagnostics& faults);

  /// An integer counts as a number.
  double number(std::string_view path);
  /// The number of a file in degrees, in radians.
  double angle_rad(std::string_view path_of_degrees) { return number(path_of_degrees) * rad_per_deg; }
  std::string text(std::string_view path);
  /// Whether anything stands there; a missing optional entry is no fault.
  [[nodiscard]] bool has(std::string_view path) const;
  /// Entries of an array of tables; one that is missing or empty is a fault.
  std::size_t count(std::string_view path);
  Vec3 point(std::string_view path);

  template <std::size_t n>
  std::array<double, n> numbers(std::string_view path) {
    std::array<double, n> values{};
    for (std::size_t i = 0; i < n; ++i) values[i] = number(fmt::format("{}[{}]", path, i));
    return values;
  }

 private:
  void missing(std::string_view path, const toml::node* node, std::string_view what);
  void fault(std::string message, const toml::source_position& where);

  std::string file_;
  std::optional<toml::table> table_;
  Diagnostics& faults_;
};

}  // namespace stridelab
