#pragma once

#include <string>
#include <string_view>

namespace stridelab {

/// Text fit for an attribute or element of HTML, SVG or XML: & < > " are written as entities, control characters
/// and bytes that are no UTF-8 as printable() shows them, and what XML cannot carry is replaced.
std::string markup_text(std::string_view text);

}  // namespace stridelab
