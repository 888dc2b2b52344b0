#pragma once

#include "validation/text_table.h"
#include "validation/validation.h"

namespace stridelab {

// A validation as tables. Cells are rounded to what people can use; "-" where there is no value.

/// How many curves agree and the mean share of their samples inside one SD, by speed and evidence, for both engines.
TextTable curve_summary_table(const Validation& validation);

/// Peak of a few leading curves in model and reference at one speed.
TextTable peak_table(const Validation& validation, double speed_m_s);

/// Group statistics; of groups of one row only where `all` are wanted.
TextTable group_table(const Validation& validation, bool all);

/// Curves of one part: every one, or the judged ones that do not agree, the worst first, at most `most`.
TextTable curve_table_of(const Validation& validation, CyclePart part);
TextTable worst_curves_table(const Validation& validation, std::size_t most);

/// Every effect, or those outside their band.
TextTable effect_table(const Validation& validation, bool misses_only);

/// How far the engines are apart: mean over the curves of a signal and the answers to a change of form.
TextTable engine_curve_table(const Validation& validation);
TextTable engine_effect_table(const Validation& validation);

}  // namespace stridelab
