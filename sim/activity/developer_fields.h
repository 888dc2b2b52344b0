#pragma once

#include <cstdint>
#include <vector>

#include "activity/activity.h"
#include "activity/fit_messages.h"

namespace stridelab {

/// Fields that sensors of other makers add to a FIT file, by what their descriptions say: a foot pod's contact time,
/// oscillation, step length, power and cadence, also of the left and the right foot by themselves.
///
/// source  Garmin FIT SDK, message field_description (206); the names are those that makers give
class DeveloperFields {
 public:
  /// A message field_description.
  void describe(const FitMessage& m);

  /// Fills what the record's own fields leave open. Of two feet: the mean, and the left one's share as balance.
  void take(const FitMessage& m, TrackPoint& p) const;

 private:
  enum class Side { both, left, right };
  struct Field {
    std::uint8_t developer, number, base_type;
    double TrackPoint::*what;
    Side side;
    double factor;  ///< to the unit of the point
  };
  std::vector<Field> fields_;
};

}  // namespace stridelab
