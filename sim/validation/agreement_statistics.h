#pragma once

#include <optional>
#include <span>

namespace stridelab {

// How well numbers agree. Pure functions of equally long lists; `x` is what was measured, `y` what the model says. None
// where the lists are too short or do not vary.

/// A straight line y = intercept + slope x.
struct Line {
  double slope, intercept;
};

/// Least squares in y: how much of a published change is predicted, on average. At least two points.
std::optional<Line> least_squares_line(std::span<const double> x, std::span<const double> y);

/// Pearson's correlation. At least two points.
std::optional<double> correlation(std::span<const double> x, std::span<const double> y);

/// Slope of the reduced major axis: ratio of the standard deviations, with the sign of the correlation. Unlike least
/// squares it treats both lists as uncertain. At least two points.
/// source  Ricker 1973, J Fish Res Board Can 30:409
std::optional<double> reduced_major_axis_slope(std::span<const double> x, std::span<const double> y);

/// Lin's concordance: 1 where every y equals its x; less for scatter, for another scale and for a shift alike. Moments
/// with 1/n. At least two points.
/// source  Lin 1989, Biometrics 45:255
std::optional<double> concordance(std::span<const double> x, std::span<const double> y);

/// Middle one of the ratios y / x; the mean of the middle two of an even count. Pairs with x = 0 are left out.
std::optional<double> median_ratio(std::span<const double> x, std::span<const double> y);

/// Per cent of the samples with |model - mean| <= sd. At least one sample.
double share_inside_percent(std::span<const double> model, std::span<const double> mean, std::span<const double> sd);

/// Root of the mean square of a - b. At least one sample.
double rms_difference(std::span<const double> a, std::span<const double> b);

/// Mean of a - b. At least one sample.
double mean_difference(std::span<const double> a, std::span<const double> b);

/// Largest (sign = 1) or smallest (sign = -1) of the values and the percent at which it lies; the first of equal ones.
struct Extremum {
  double value = 0.0, percent = 0.0;
};
Extremum extremum(std::span<const double> percent, std::span<const double> values, double sign);

}  // namespace stridelab
