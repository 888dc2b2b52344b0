#pragma once

#include <limits>
#include <string>
#include <vector>

namespace stridelab {

inline constexpr double not_recorded = std::numeric_limits<double>::quiet_NaN();

/// One moment of a recording, as the device wrote it; not_recorded where it wrote nothing.
struct TrackPoint {
  double time_s = not_recorded;  ///< since 1970-01-01, UTC
  double distance_m = not_recorded;
  double speed_m_s = not_recorded;
  double altitude_m = not_recorded;
  double cadence_per_min = not_recorded;  ///< strides or steps: files differ, see CadenceRule
  double contact_time_ms = not_recorded;
  double vertical_oscillation_mm = not_recorded;
  double balance_percent = not_recorded;  ///< of contact time, left foot
  double step_length_m = not_recorded;
  double power_w = not_recorded;
  double heart_rate_bpm = not_recorded;
  double latitude_deg = not_recorded, longitude_deg = not_recorded;  ///< leave memory in no output
  int sport = 0;                                                     ///< index into Activity::sports
  int lap = 0;                                                       ///< 0 = the first one, or no laps
  bool after_pause = false;  ///< the clock stood still between the point before and this one
};

/// A recording of a watch, a phone or a treadmill.
struct Activity {
  std::string format;               ///< "FIT", "TCX", "GPX"
  std::string device;               ///< make of the device where the file says it; never a name or a serial number
  std::vector<std::string> sports;  ///< in the words of the file; "" where it does not say
  bool treadmill = false;           ///< the file says it was run indoors
  std::vector<TrackPoint> points;   ///< in the order of the file
  int laps = 0;
  std::vector<std::string> notes;  ///< what was damaged, missing or left out
};

}  // namespace stridelab
