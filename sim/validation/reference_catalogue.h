#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "validation/conditions.h"
#include "validation/reference_curve.h"

namespace stridelab {

enum class CyclePart { stance, swing };

/// One curve at one speed, with the reference it is compared with: models/reference/validation_curves.toml, whose head
/// says what the fields mean.
struct CataloguedCurve {
  std::string key;  ///< unique: the table's name and the speed, for example "knee_flexion_2.5"
  std::string title, unit, signal;
  CyclePart over = CyclePart::stance;
  double speed_m_s = 0.0;
  Evidence evidence;
  std::string file, filter;
  bool percent_of_cycle = false;  ///< what the file's percents count; else stance
  double peak_sign = 1.0;         ///< 1 the largest value is the peak, -1 the smallest
  std::string zero;               ///< why the zeros differ; empty: they are the same
  std::string not_judged;         ///< why it does not count; empty: it does
  ReferenceCurve reference;
};

/// All of them, in the order of the file, with their references.
/// errors  every fault of the catalogue and of the reference files
tl::expected<std::vector<CataloguedCurve>, Diagnostics> read_reference_catalogue(
    const ValidationConditions& conditions);

}  // namespace stridelab
