#pragma once

#include <string>
#include <string_view>

namespace stridelab {

/// The Markdown that this program writes itself, as HTML: headings of two levels, paragraphs, lists of one level with lines
/// that go on indented, tables with alignment, `code`, **bold**, [links](...) as their words, and \-escapes. No other Markdown.
std::string html_of_markdown(std::string_view markdown);

}  // namespace stridelab
