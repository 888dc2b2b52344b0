#pragma once

#include <optional>

namespace stridelab::view {

/// Since this process was started, the loading of its libraries included, seconds to 10 ms; empty where the system does
/// not tell.
std::optional<double> seconds_since_start();

}  // namespace stridelab::view
