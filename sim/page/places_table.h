#pragma once

#include <string>
#include <vector>

#include "page/page_forms.h"

namespace stridelab {

/// Who gains, who pays: each place of the leg with its load in every form, the change from the first, what is usual and
/// the level of the last; empty where no places were worked out (add_regions).
std::string places_table(const std::vector<PageForm>& forms);

}  // namespace stridelab
