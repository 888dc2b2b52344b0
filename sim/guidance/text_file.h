#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics.h"

namespace stridelab {

/// A TOML file of texts. Reading goes on after a fault, so that one pass names them all.
class TextFile {
 public:
  explicit TextFile(const std::filesystem::path& path);

  /// The whole file; empty when it cannot be parsed.
  [[nodiscard]] const toml::table& root() const { return root_; }

  /// A text that must be there.
  std::string text(const toml::table& table, std::string_view key);
  /// A text that may be missing.
  std::string optional_text(const toml::table& table, std::string_view key);
  /// A list of texts that must be there, maybe empty.
  std::vector<std::string> texts(const toml::table& table, std::string_view key);
  /// A yes or no that may be missing.
  std::optional<bool> optional_flag(const toml::table& table, std::string_view key);

  /// Every key of the table that is not among these is a fault.
  void allow(const toml::table& table, std::span<const std::string_view> keys);

  void fault(const toml::node& node, std::string message, std::string help = {});

  /// What was wrong, in the order of the lines.
  [[nodiscard]] Diagnostics faults() const;

 private:
  const toml::node* required(const toml::table& table, std::string_view key, std::string_view kind);

  std::string name_;
  toml::table root_;
  Diagnostics faults_;
};

}  // namespace stridelab
