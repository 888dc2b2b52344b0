#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/parameter_set.h"

namespace stridelab {

/// What real runners did: mean and standard deviation over the stride, 0 % = right foot contact (50 N), as long as they
/// were measured: angles over the whole stride, forces and moments while the foot is down.
struct MeasuredBand {
  double speed_m_s = 0.0;                                 ///< they ran at this speed: 2.5 or 3.5
  std::vector<double> percent;                            ///< of their stride, rising
  std::vector<double> mean, sd;                           ///< unit and sign of the curve
  [[nodiscard]] double mean_at(double at_percent) const;  ///< straight between the points, the ends held
  [[nodiscard]] double sd_at(double at_percent) const;
  [[nodiscard]] bool covers(double at_percent) const;
};

/// The band to show behind a curve, or none; either way the words that go with it.
struct BandAnswer {
  const MeasuredBand* band = nullptr;  ///< of the installation, never freed
  std::string note;                    ///< with a band whose it is, else why there is none
};

/// The band of a curve for a form. Measured were 26 runners on a level treadmill at 2.5 and 3.5 m/s; the nearer speed
/// stands for forms of 2.2 .. 3.9 m/s on the level, others have no band. Angles, moments and forces only, which are
/// defined as ours are; no load inside of the knee was ever measured in a runner.
///
/// curve   a name of curve_table()
/// source  Fukuchi RK, Fukuchi CA, Duarte M 2017, PeerJ 5:e3298
/// errors  a data file that is missing or broken: no band, and the note says so
BandAnswer measured_band(std::string_view curve, const ParameterSet& form);

}  // namespace stridelab
