#pragma once

#include "training/training_models.h"

namespace stridelab {

/// How much strength a programme has gained, in % of the strength it started from.
///
/// Rises fast at first and levels off; meets the programme's published gain after its published weeks. Fewer sessions
/// than published gain less, in proportion (judged); more gain nothing extra (judged).
/// weeks   that were trained, >= 0
/// errors  none (pure function)
double strength_gain_percent(const Programme& programme, double weeks, double sessions_per_week);

}  // namespace stridelab
