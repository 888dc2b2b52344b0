#pragma once

#include <string>

namespace stridelab {

/// A CSV cell, quoted as RFC 4180 wants it where it holds a comma, a quote or a line end.
std::string csv_cell(const std::string& text);

}  // namespace stridelab
