#pragma once

#include <cstdlib>

#include "support/scenario_folder.h"

namespace stridelab::test {

/// A copy of `models/` that stands for it as long as one test: what is written there is read instead of what ships.
class ModelsFolder : public testing::ScenarioFolder {
 protected:
  ModelsFolder() {
    std::filesystem::copy(STRIDELAB_SOURCE_DIR "/models", folder_, std::filesystem::copy_options::recursive);
    ::setenv("STRIDELAB_MODELS", folder_.c_str(), 1);
  }
  ~ModelsFolder() override { ::unsetenv("STRIDELAB_MODELS"); }
};

/// A shipped file with one text replaced by another.
inline std::string changed(const std::filesystem::path& shipped, std::string_view from, std::string_view to) {
  std::ifstream file(shipped);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

}  // namespace stridelab::test
