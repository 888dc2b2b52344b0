#pragma once

#include <string>
#include <vector>

#include "gait/form.h"
#include "runner/body.h"

namespace stridelab {

/// Where this body and form leave the data that the stride stands on: one sentence each, empty inside them.
///
/// Measured: 26 runners (25 men) on level ground at 2.5 and 3.5 m/s, strike groups at -4.3 and 11.5 deg (Fukuchi 2017).
/// errors  none (pure function)
std::vector<std::string> data_limits(const Body& body, const Form& form);

}  // namespace stridelab
