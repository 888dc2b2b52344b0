#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "render/ui/view_model.h"

namespace stridelab::view {

/// The easy run, answered.
inline std::unique_ptr<ViewModel> settled() {
  auto model = ViewModel::open(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml");
  EXPECT_TRUE(model) << (model ? "" : to_text(model.error()));
  (*model)->settle();
  return *std::move(model);
}

/// Peak kneecap force, body weights.
inline double kneecap(const ShownRun* run) { return run->metrics().value("pfj_force_peak_bw").value(); }

}  // namespace stridelab::view
