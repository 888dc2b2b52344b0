#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stridelab {

/// The shortest decimal text that reads back as the same double: "3.3", "-0.05", "410".
std::string number_text(double value);

/// The text with control characters (escape sequences among them) replaced by '?', safe to show in a terminal.
/// Tabs stay when `keep_tabs`.
std::string printable(std::string_view text, bool keep_tabs = false);

/// Lines as one, with "; " between them; what a line begins with blank is left out.
std::string one_line(std::string_view lines);

/// The byte offset of the first byte that is not UTF-8 text (a NUL counts), or npos.
std::size_t first_non_utf8(std::string_view bytes);

/// Columns a text takes in a terminal: code points of UTF-8, not bytes.
std::size_t display_width(std::string_view utf8);

/// Words joined for a sentence: a, b or c.
std::string or_list(std::span<const std::string_view> words);

/// Single edits (insert, delete, replace, swap of neighbours) that turn one text into the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate that was probably meant: nearest by edit distance within a third of the length, else the one that
/// shares the first words (`speed` means `speed_m_s`), else none.
std::optional<std::string_view> nearest_spelling(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace stridelab
