#pragma once

namespace stridelab::test {

/// Fourth-order central difference. For trigonometric functions of up to second degree in the variable, as positions,
/// momenta and torques of a tree are, the truncation error is below 32/30 step^4 of the function's size; rounding adds
/// about 1e-16 / step of it. With a step of 1e-3 both stay near 1e-12.
template <class Function>
auto central_difference(const Function& f, double at, double step) {
  auto near = (f(at + step) - f(at - step)).eval();
  auto far = (f(at + 2.0 * step) - f(at - 2.0 * step)).eval();
  return ((8.0 * near - far) / (12.0 * step)).eval();
}

}  // namespace stridelab::test
