#pragma once

#include <memory>
#include <string_view>

#include "sweep/row_model.h"

namespace stridelab {

/// Ishigami's function y = sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1, each x within -pi .. pi: what sensitivity analyses are
/// tried with, because its indices are known in closed form. A person who drives sweeps from another program sees with it
/// whether the plumbing works before it costs anything.
/// source  Ishigami & Homma 1990, Proc ISUMA, 398
std::shared_ptr<const RowModel> ishigami_model();

/// The model of a test function, or null. Names: "ishigami".
std::shared_ptr<const RowModel> test_function(std::string_view name);

}  // namespace stridelab
