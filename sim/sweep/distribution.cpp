#include "sweep/distribution.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"
#include "scenario/overrides.h"

namespace stridelab {
namespace {

/// Polynomial with coefficients from the constant upward.
double polynomial(const std::array<double, 8>& c, double x) {
  double sum = 0.0;
  for (std::size_t i = c.size(); i-- > 0;) sum = sum * x + c[i];
  return sum;
}

double normal_share(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

double cut_normal(const Distribution& d, double u) {
  const double below = normal_share((d.low - d.mean) / d.sd), within = normal_share((d.high - d.mean) / d.sd) - below;
  return std::clamp(d.mean + d.sd * normal_quantile(below + u * within), d.low, d.high);
}

double triangular(const Distribution& d, double u) {
  const double width = d.high - d.low, rise = d.mode - d.low;
  if (u * width < rise) return d.low + std::sqrt(u * width * rise);
  return d.high - std::sqrt((1.0 - u) * width * (d.high - d.mode));
}

}  // namespace

double normal_quantile(double p) {
  static constexpr std::array<double, 8> a{3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                           1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                           3.3430575583588128105e+4, 2.5090809287301226727e+3};
  static constexpr std::array<double, 8> b{1.0,
                                           4.2313330701600911252e+1,
                                           6.8718700749205790830e+2,
                                           5.3941960214247511077e+3,
                                           2.1213794301586595867e+4,
                                           3.9307895800092710610e+4,
                                           2.8729085735721942674e+4,
                                           5.2264952788528545610e+3};
  static constexpr std::array<double, 8> c{
      1.42343711074968357734e0, 4.63033784615654529590e0,  5.76949722146069140550e0,  3.64784832476320460504e0,
      1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static constexpr std::array<double, 8> d{1.0,
                                           2.05319162663775882187e0,
                                           1.67638483018380384940e0,
                                           6.89767334985100004550e-1,
                                           1.48103976427480074590e-1,
                                           1.51986665636164571966e-2,
                                           5.47593808499534494600e-4,
                                           1.05075007164441684324e-9};
  static constexpr std::array<double, 8> e{
      6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,  2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static constexpr std::array<double, 8> f{1.0,
                                           5.99832206555887937690e-1,
                                           1.36929880922735805310e-1,
                                           1.48753612908506148525e-2,
                                           7.86869131145613259100e-4,
                                           1.84631831751005468180e-5,
                                           1.42151175831644588870e-7,
                                           2.04426310338993978564e-15};
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
  }
  const double r = std::sqrt(-std::log(q < 0.0 ? p : 1.0 - p));
  const double z =
      r <= 5.0 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6) : polynomial(e, r - 5.0) / polynomial(f, r - 5.0);
  return q < 0.0 ? -z : z;
}

std::size_t Distribution::levels() const {
  return kind == Kind::values ? values.size() : static_cast<std::size_t>(steps);
}

Assignment Distribution::level(const std::string& key, std::size_t i) const {
  if (kind == Kind::values) return values[i];
  // The last one is the end itself, not what rounding makes of it.
  if (i + 1 == levels()) return {key, steps == 1 ? low : high, ""};
  return {key, low + (high - low) * static_cast<double>(i) / static_cast<double>(steps - 1), ""};
}

Assignment Distribution::quantile(const std::string& key, double u) const {
  switch (kind) {
    case Kind::values: {
      const auto count = static_cast<double>(values.size());
      return values[std::min(values.size() - 1, static_cast<std::size_t>(u * count))];
    }
    case Kind::uniform:
      return {key, low + u * (high - low), ""};
    case Kind::normal:
      return {key, cut_normal(*this, u), ""};
    case Kind::triangular:
      return {key, triangular(*this, u), ""};
  }
  return {};
}

std::string Distribution::text() const {
  const std::string ends = fmt::format("{} .. {}", number_text(low), number_text(high));
  switch (kind) {
    case Kind::values: {
      std::string all = "values";
      for (const Assignment& value : values) all += " " + to_text(value).substr(value.key.size() + 1);
      return all;
    }
    case Kind::uniform:
      return steps == 0 ? "uniform " + ends : fmt::format("{} steps {}", steps, ends);
    case Kind::normal:
      return fmt::format("normal {} +- {} cut at {}", number_text(mean), number_text(sd), ends);
    case Kind::triangular:
      return fmt::format("triangular {} top {}", ends, number_text(mode));
  }
  return {};
}

}  // namespace stridelab
