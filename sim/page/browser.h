#pragma once

#include <string>
#include <tl/expected.hpp>

namespace stridelab {

/// A page as PDF (A4) or a picture as PNG, by the Chromium that is installed: one process without a window, without a network.
///
/// html, svg   whole files as text
/// returns     the bytes of the file
/// errors      one sentence: that no Chromium is installed and what to install, or what it said
tl::expected<std::string, std::string> pdf_of_page(const std::string& html);
tl::expected<std::string, std::string> png_of_picture(const std::string& svg, int width_px, int height_px);

}  // namespace stridelab
