#pragma once

#include <span>
#include <string>

#include "core/diagnostics.h"

namespace stridelab::view {

/// A piece of the text that a driver compiles as one, and the file of `shaders/` it is from.
struct ShaderPart {
  std::string file;
  std::string text;  ///< ends in a newline
};

/// What a driver's log says, as a fault at the file and line it is about.
///
/// log    in the manner of Mesa `0:12(5): error: ...`, NVIDIA `0(12) : error C1: ...` or AMD `ERROR: 0:12: ...`, lines
///        counted over all parts; of another kind: the fault names the last part and gives the log as it is
/// parts  one or more
Diagnostic shader_fault(const std::string& log, std::span<const ShaderPart> parts);

}  // namespace stridelab::view
