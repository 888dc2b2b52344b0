#pragma once

#include <string>

#include "report/console_style.h"
#include "uncertainty/sensitivity.h"

namespace stridelab {

/// For people: of each result the inputs by their total index, those below a hundredth as one line.
///
/// of_change  whether the results are changes
std::string sensitivity_text(const Sensitivity& found, bool of_change, const ConsoleStyle& style);

/// One row per result and input, in the order of the table.
std::string sensitivity_csv(const Sensitivity& found);

/// The document of `stridelab sensitivity --json`: schema stridelab.sensitivity/1.
std::string sensitivity_json(const Sensitivity& found, bool of_change);

/// Bars of the ten largest total indices of each result, with the first-order part inside and the error of the total.
std::string sensitivity_svg(const Sensitivity& found, bool of_change);

}  // namespace stridelab
