#pragma once

#include <string>

namespace stridelab {

/// A CSV cell of text; one that a spreadsheet would run as a formula (it begins with = + - @) gets an apostrophe before
/// it. Quoted as RFC 4180 wants it where it holds a comma, a quote or a line end.
std::string csv_cell(const std::string& content);

}  // namespace stridelab
