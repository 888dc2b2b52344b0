#pragma once

#include <string>

#include "study/comparison.h"

namespace stridelab {

/// Two runs as a Markdown page to send to somebody: question, answer, conditions, tables by group, what it is not.
std::string comparison_markdown(const Comparison& compared);

}  // namespace stridelab
