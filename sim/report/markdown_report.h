#pragma once

#include <string>

#include "study/comparison.h"
#include "study/how_sure.h"

namespace stridelab {

/// Two runs as a Markdown page to send to somebody: question, answer, conditions, tables by group, what it is not.
///
/// sure  of that change; null where nobody drew
std::string comparison_markdown(const Comparison& compared, const HowSure* sure = nullptr);

}  // namespace stridelab
