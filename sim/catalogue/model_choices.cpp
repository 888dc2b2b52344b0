#include "catalogue/model_choices.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "core/model_path.h"

namespace stridelab {

ModelChoices::ModelChoices(std::string_view folder, std::string_view usual) {
  if (const auto file = model_path(std::string(folder) + "/" + std::string(usual) + ".toml")) {
    std::error_code unreadable;
    const std::filesystem::directory_iterator end;
    for (std::filesystem::directory_iterator it(file->parent_path(), unreadable); !unreadable && it != end;
         it.increment(unreadable)) {
      if (it->path().extension() == ".toml") names_.push_back(it->path().stem().string());
    }
  }
  if (names_.empty()) names_.emplace_back(usual);
  std::sort(names_.begin(), names_.end());
  values_.assign(names_.begin(), names_.end());
}

}  // namespace stridelab
