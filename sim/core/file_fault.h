#pragma once

#include <string>
#include <utility>

#include "core/diagnostics.h"

namespace stridelab {

/// One fault of a whole file, as the faults of a pass: where reading went well and what was asked of it did not.
inline Diagnostics file_fault(std::string file, std::string message, std::string help = {}) {
  Diagnostic fault;
  fault.file = std::move(file);
  fault.message = std::move(message);
  fault.help = std::move(help);
  return {std::move(fault)};
}

}  // namespace stridelab
