#pragma once

#include <span>
#include <string>

#include "core/diagnostics.h"
#include "scenario/layer.h"

namespace stridelab {

/// Reads "key=value" texts as after `--set` into a layer; every fault goes to `faults` with the file "--set".
Layer read_overrides(std::span<const std::string> overrides, Diagnostics& faults);

/// A value as after "key=": a number if all of the text is one, else text; quotes around text are taken off.
GivenValue read_value(std::string_view text);

/// "key=value", as after `--set`; the number reads back to the same bits.
std::string to_text(const Assignment& assignment);

/// The same of values that need no reading.
Layer layer_of(std::span<const Assignment> edits, Diagnostics& faults);

}  // namespace stridelab
