#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "validation/validation.h"

namespace stridelab {

/// One number of a validation that is stored, so that a change of the model cannot move it unseen.
struct Figure {
  std::string table, key;       ///< where it stands in validation_expected.toml
  std::optional<double> value;  ///< none where there is no answer, which is an expectation as well
  double tolerance = 0.0;       ///< in the unit of the value
};

/// All figures of a validation: shares, differences and peaks of the curves, answers to the effects, group statistics.
std::vector<Figure> figures_of(const Validation& validation);

/// The stored ones, models/reference/validation_expected.toml.
/// errors  the file's faults
tl::expected<std::vector<Figure>, Diagnostics> read_expectations();

/// The text of that file. Its head says why each tolerance is what it is.
std::string expectations_text(const std::vector<Figure>& figures);

/// A figure that left its expectation: further away than the stored tolerance, or with no counterpart.
struct Deviation {
  std::string figure;  ///< table and key
  std::optional<double> expected, found;
  double tolerance = 0.0;
  bool counterpart = true;  ///< false: only one side has a figure of this name
};
std::vector<Deviation> deviations(const std::vector<Figure>& expected, const std::vector<Figure>& found);

}  // namespace stridelab
