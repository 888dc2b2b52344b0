#include "catalogue/model_choices.h"

#include "core/model_path.h"

namespace stridelab {

ModelChoices::ModelChoices(std::string_view folder, std::string_view usual) {
  for (const auto& file : model_paths(folder)) names_.push_back(file.stem().string());
  if (names_.empty()) names_.emplace_back(usual);
  values_.assign(names_.begin(), names_.end());
}

}  // namespace stridelab
