#pragma once

#include <filesystem>

#include "render/app/fault.h"
#include "render/app/options.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// What the opened scenario is compared with: its base, where it has one and no change was given after `--set`. With
/// changes the question is what they do, so that the scenario without them is the baseline, unless --ghost is given.
/// errors  --ghost without a base
inline Done choose_baseline(ViewModel& model, const std::filesystem::path& scenario, const Options& options) {
  const bool wanted = options.base_ghost || options.overrides.empty();
  if (wanted && !model.compare_with_base() && options.base_ghost)
    return fault(ViewExit::invalid_input, no_base(scenario));
  return {};
}

}  // namespace stridelab::view
