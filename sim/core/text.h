#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stridelab {

/// The shortest decimal text that reads back as the same double: "3.3", "-0.05", "410".
std::string number_text(double value);

/// Columns a text takes in a terminal: code points of UTF-8, not bytes.
std::size_t display_width(std::string_view utf8);

/// The candidate nearest to `word` by edit distance, if it is near enough to be what was meant (a third of its length).
std::optional<std::string_view> nearest_spelling(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace stridelab
