#pragma once

#include <functional>
#include <optional>
#include <tl/expected.hpp>

#include "forward/forward_run.h"
#include "gait/synthesise.h"
#include "metrics/stride_source.h"
#include "scenario/resolve.h"

namespace stridelab {

/// A synthesised stride: what metrics read of it, and the stride itself, which the forward engine carries out.
struct PlannedStride {
  PlannedStride() = default;
  PlannedStride(StrideSource read) : source(std::move(read)) {}  // NOLINT: a source alone is enough for tests
  explicit PlannedStride(const Stride& made) : source(stride_source(made)), stride(made) {}

  StrideSource source;
  std::optional<Stride> stride;  ///< empty where a test put a known source
};

/// Makes a stride for a person and a form. A seam: tests put a known stride here.
using StrideSolver = std::function<tl::expected<PlannedStride, Infeasible>(const RunInputs&)>;

/// The same in less time, from a neighbouring stride: the preview while a slider moves.
using PreviewSolver = std::function<tl::expected<PlannedStride, Infeasible>(const Stride& neighbour, const RunInputs&)>;

/// One run for the forward engine.
struct ForwardJob {
  const RunInputs& inputs;
  const PlannedStride& plan;
  const LoadModels& loads;
  ForwardRequest request;
};

/// Why the forward engine has no result.
struct NoRun {
  std::string text;                       ///< one sentence
  std::optional<RunningQuality> quality;  ///< of a run that was begun and went badly
};

/// Carries a stride out, step after step. A seam: tests put a known result here.
using ForwardRunner = std::function<tl::expected<ForwardResult, NoRun>(const ForwardJob&)>;

/// The `stride` engine: canonical cold start.
StrideSolver stride_engine();

/// The `stride` engine, warm.
PreviewSolver preview_engine();

/// The `forward` engine: run_forward() on the shoe and the surface of the inputs.
ForwardRunner forward_engine();

/// Everything that answers questions.
struct Engines {
  StrideSolver stride = stride_engine();
  ForwardRunner forward = forward_engine();
  PreviewSolver preview = preview_engine();
};

}  // namespace stridelab
