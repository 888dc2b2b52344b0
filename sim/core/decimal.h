#pragma once

#include <system_error>

namespace stridelab {

/// Whether "1e3" is a thousand, or a 1 that letters follow.
enum class Exponent { read, left };

/// Where the number ended that was read from the front of a text, and whether there was one.
struct DecimalEnd {
  const char* ptr;
  std::errc ec;
};

/// Reads a number from the front of a text, with a point whatever the locale: std::from_chars of a double, which is
/// correctly rounded. One place of its own because libc++ of the browser's compiler has none.
///
/// value   untouched unless there was a number that a double can hold
/// errors  invalid_argument: no number stands there; result_out_of_range: too large or too small
DecimalEnd read_decimal(const char* begin, const char* end, double& value, Exponent exponent = Exponent::read);

}  // namespace stridelab
