#pragma once

#include <cmath>

namespace stridelab::test {

/// Gauss-Legendre quadrature with three points: exact for polynomials up to the fifth degree.
template <class Value, class Function>
Value gauss(const Function& f, double a, double b) {
  const double middle = 0.5 * (a + b), half = 0.5 * (b - a), off = half * std::sqrt(0.6);
  const Value outer = f(middle - off) + f(middle + off);
  const Value centre = f(middle);
  return (half / 9.0) * (5.0 * outer + 8.0 * centre);
}

}  // namespace stridelab::test
