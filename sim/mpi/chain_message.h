#pragma once

#include <string>
#include <vector>

#include "sweep/row.h"

namespace stridelab {

/// What a rank sends home: the rows of some chains, and the seconds it needed for them. Ranks are of one program on
/// machines of one kind, so numbers travel as they lie in memory.
struct ChainMessage {
  double seconds = 0.0;
  std::vector<RowResult> rows;
};

std::string packed(const ChainMessage& message);

/// errors  std::runtime_error where it is cut short
ChainMessage unpacked(std::string_view bytes);

}  // namespace stridelab
