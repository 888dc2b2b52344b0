#include "core/decimal.h"

#include <strings.h>

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string>

namespace stridelab {

#ifdef __cpp_lib_to_chars

DecimalEnd read_decimal(const char* begin, const char* end, double& value, Exponent exponent) {
  const auto format = exponent == Exponent::read ? std::chars_format::general : std::chars_format::fixed;
  const auto [ptr, ec] = std::from_chars(begin, end, value, format);
  return {ptr, ec};
}

#else

namespace {

const char* after_digits(const char* at, const char* end) {
  while (at != end && *at >= '0' && *at <= '9') ++at;
  return at;
}

/// The end of "12.5", "-.5e-3", "12." at the front; `begin` where no digit stands.
const char* end_of_digits(const char* begin, const char* end, Exponent exponent) {
  const char* whole = begin != end && *begin == '-' ? begin + 1 : begin;
  const char* at = after_digits(whole, end);
  auto digits = at - whole;
  if (at != end && *at == '.') {
    const char* fraction = at + 1;
    at = after_digits(fraction, end);
    digits += at - fraction;
  }
  if (digits == 0) return begin;
  if (exponent == Exponent::left || at == end || (*at != 'e' && *at != 'E')) return at;
  const char* power = at + 1;
  if (power != end && (*power == '+' || *power == '-')) ++power;
  const char* last = after_digits(power, end);
  return last == power ? at : last;
}

/// The end of "inf", "infinity" or "nan", with a sign or without.
const char* end_of_word(const char* begin, const char* end) {
  const char* at = begin != end && *begin == '-' ? begin + 1 : begin;
  for (const char* word : {"infinity", "inf", "nan"}) {
    const std::size_t length = std::strlen(word);
    if (static_cast<std::size_t>(end - at) >= length && strncasecmp(at, word, length) == 0) return at + length;
  }
  return begin;
}

}  // namespace

DecimalEnd read_decimal(const char* begin, const char* end, double& value, Exponent exponent) {
  const char* last = end_of_digits(begin, end, exponent);
  const bool is_word = last == begin;
  if (is_word) last = end_of_word(begin, end);
  if (last == begin) return {begin, std::errc::invalid_argument};
  const std::string text(begin, last);
  const double read = std::copysign(std::strtod(text.c_str(), nullptr), *begin == '-' ? -1.0 : 1.0);
  const bool lost = read == 0.0 && text.find_first_of("123456789") < text.find_first_of("eE");
  if (!is_word && (!std::isfinite(read) || lost)) return {last, std::errc::result_out_of_range};
  value = read;
  return {last, std::errc()};
}

#endif

}  // namespace stridelab
