#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "report/console_style.h"
#include "validation/expectations.h"
#include "validation/validation.h"

namespace stridelab {

/// How the figures compare with the stored ones.
struct ExpectationOutcome {
  std::size_t figures = 0;
  std::vector<Deviation> deviations;
};

/// For people: one screen of at most 40 lines and 100 columns; with style.every_row every curve and every effect below.
///
/// outcome  null where nothing was compared
std::string validation_text(const Validation& validation, const ExpectationOutcome* outcome, const ConsoleStyle& style);

/// A page with every table and what every word means: sim/VALIDATION.md.
std::string validation_markdown(const Validation& validation);

/// The same rows as a page for a browser, and the curves drawn over the runners' bands.
std::string validation_page(const Validation& validation);

/// Schema stridelab.validation/1 (validation.schema.json): all numbers, with the samples of every curve and the strides
/// they were read from, so that others can recompute them. Samples have seven digits.
nlohmann::ordered_json validation_json(const Validation& validation, const ExpectationOutcome* outcome);

}  // namespace stridelab
