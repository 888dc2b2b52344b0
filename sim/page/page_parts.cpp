#include "page/page_parts.h"

#include <fmt/format.h>

#include "report/markup.h"

namespace stridelab {

std::string paragraph(std::string_view css, std::string_view text) {
  return text.empty() ? std::string() : fmt::format("<p class=\"{}\">{}</p>\n", css, markup_text(text));
}

std::string heading(std::string_view text) { return fmt::format("<h2>{}</h2>\n", markup_text(text)); }

std::string key_of(const PageForm& form) {
  return fmt::format("<span class=\"key {}\">{}</span>", form.css, markup_text(form.letter));
}

}  // namespace stridelab
