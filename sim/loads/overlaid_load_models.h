#pragma once

#include "loads/load_models.h"
#include "model_files/model_overlay.h"

namespace stridelab {

/// Models of the installation with the constants that an overlay changes; only their files are read again.
/// errors  those of read_load_models()
tl::expected<LoadModels, Diagnostics> overlaid_load_models(const LoadModels& models, const ModelOverlay& overlay);

}  // namespace stridelab
