#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stridelab {

/// The values of a text parameter that stand for files: models/<folder>/<value>.toml, sorted. Who adds a file adds a
/// choice. Looked for once, in models_folder() alone; without any such file the usual value is the only choice, and
/// reading it then says what is missing.
class ModelChoices {
 public:
  ModelChoices(std::string_view folder, std::string_view usual);
  ModelChoices(const ModelChoices&) = delete;
  ModelChoices& operator=(const ModelChoices&) = delete;

  [[nodiscard]] std::span<const std::string_view> values() const { return values_; }

 private:
  std::vector<std::string> names_;  ///< what values_ point into
  std::vector<std::string_view> values_;
};

}  // namespace stridelab
