#pragma once

#include <string>
#include <string_view>

#include "page/page_forms.h"

namespace stridelab {

/// A paragraph of that class, plain text in; nothing where there is no text.
std::string paragraph(std::string_view css, std::string_view text);

/// The heading of a part.
std::string heading(std::string_view text);

/// The letter of a form in its colour.
std::string key_of(const PageForm& form);

}  // namespace stridelab
