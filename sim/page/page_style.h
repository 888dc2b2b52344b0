#pragma once

#include <string>
#include <string_view>

namespace stridelab {

/// A whole HTML page around its body: head with title, style and language, for screens, phones, dark and print (A4). It
/// holds everything it needs; no address in it is fetched.
std::string html_page(std::string_view title, std::string_view body);

/// A picture by itself: an <svg> element of a page with the same colours inside it.
std::string svg_file(std::string svg);

}  // namespace stridelab
