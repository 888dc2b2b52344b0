#pragma once

#include <string>

#include "report/run_report.h"

namespace stridelab {

/// Two runs as a Markdown page to send to somebody: question, answer, conditions, tables by group, what it is not.
std::string comparison_markdown(const RunReport& a, const RunReport& b);

}  // namespace stridelab
