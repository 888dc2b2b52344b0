#pragma once

#include <optional>

#include "gait/form.h"
#include "runner/body.h"

namespace stridelab {

/// The left side of a runner whose sides differ: the person and the form as the left leg has them. What belongs to the whole
/// runner (speed, mass, trunk) is that of the right side's.
struct LeftSide {
  Body body;
  Form form;
  bool operator==(const LeftSide&) const = default;
};

}  // namespace stridelab
