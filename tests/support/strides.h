#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>

#include "gait/synthesise.h"

namespace stridelab::test {

/// The stride of a form that must be feasible; throws its reason otherwise, which fails the test with that text.
inline Stride stride_of(const Form& form, const Body& body = {}) {
  auto stride = synthesise(body, form);
  if (!stride) throw std::runtime_error(stride.error().text());
  return *std::move(stride);
}

/// The default runner with the default form, solved once per program.
inline const Stride& easy_run() {
  static const Stride stride = stride_of(Form{});
  return stride;
}

/// The default form with something changed.
template <class Change>
Form changed(Change&& change) {
  Form form;
  change(form);
  return form;
}

inline double weight_n(const Stride& stride) { return stride.body().mass_kg * gravity_m_s2; }

/// Largest value over the right foot's step and the following swing, on a grid of 400.
inline double peak(const Stride& stride, const std::function<double(const StrideSample&)>& value) {
  double largest = -1e300;
  for (int i = 0; i < 400; ++i) largest = std::max(largest, value(stride.at(i / 400.0)));
  return largest;
}

/// Peak net knee extension moment of the right leg, Nm/kg.
inline double peak_knee_moment(const Stride& stride) {
  return peak(stride, [](const StrideSample& s) { return -s.generalised_force_nm(knee_angle_r); }) /
         stride.body().mass_kg;
}

}  // namespace stridelab::test
