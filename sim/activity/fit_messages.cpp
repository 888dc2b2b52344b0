#include "activity/fit_messages.h"

#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace stridelab {
namespace {

enum class Kind { unsigned_integer, signed_integer, real, none };

struct BaseType {
  Kind kind;
  std::size_t size;
  bool zero_is_invalid;
};

/// The low five bits name the type.
BaseType base_type_of(std::uint8_t code) {
  constexpr std::array<BaseType, 17> types = {{{Kind::unsigned_integer, 1, false},   // enum
                                               {Kind::signed_integer, 1, false},     // sint8
                                               {Kind::unsigned_integer, 1, false},   // uint8
                                               {Kind::signed_integer, 2, false},     // sint16
                                               {Kind::unsigned_integer, 2, false},   // uint16
                                               {Kind::signed_integer, 4, false},     // sint32
                                               {Kind::unsigned_integer, 4, false},   // uint32
                                               {Kind::none, 1, false},               // string
                                               {Kind::real, 4, false},               // float32
                                               {Kind::real, 8, false},               // float64
                                               {Kind::unsigned_integer, 1, true},    // uint8z
                                               {Kind::unsigned_integer, 2, true},    // uint16z
                                               {Kind::unsigned_integer, 4, true},    // uint32z
                                               {Kind::none, 1, false},               // byte
                                               {Kind::signed_integer, 8, false},     // sint64
                                               {Kind::unsigned_integer, 8, false},   // uint64
                                               {Kind::unsigned_integer, 8, true}}};  // uint64z
  const std::size_t index = code & 0x1fU;
  return index < types.size() ? types[index] : BaseType{Kind::none, 1, false};
}

std::uint64_t bits_of(std::span<const std::uint8_t> bytes, bool big_endian) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bits |= std::uint64_t{bytes[big_endian ? bytes.size() - 1 - i : i]} << (8 * i);
  return bits;
}

double value_of(std::span<const std::uint8_t> bytes, const BaseType& type, bool big_endian) {
  constexpr double invalid = std::numeric_limits<double>::quiet_NaN();
  if (type.kind == Kind::none || bytes.size() < type.size) return invalid;
  const std::uint64_t bits = bits_of(bytes.first(type.size), big_endian);
  const std::uint64_t all = type.size == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * type.size)) - 1;
  if (type.kind == Kind::real) {
    if (bits == all) return invalid;
    return type.size == 4 ? static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)))
                          : std::bit_cast<double>(bits);
  }
  if (type.kind == Kind::unsigned_integer)
    return bits == (type.zero_is_invalid ? 0 : all) ? invalid : static_cast<double>(bits);
  if (bits == all >> 1U) return invalid;
  const bool negative = (bits >> (8 * type.size - 1) & 1U) != 0;
  return negative ? -static_cast<double>((~bits & all) + 1) : static_cast<double>(bits);
}

}  // namespace

std::size_t FitDefinition::size() const {
  const auto add = [](std::size_t sum, const auto& f) { return sum + f.size; };
  return std::accumulate(developer.begin(), developer.end(),
                         std::accumulate(fields.begin(), fields.end(), std::size_t{0}, add), add);
}

std::span<const std::uint8_t> FitMessage::find(std::uint8_t field, std::uint8_t& base_type) const {
  std::size_t at = 0;
  for (const FitField& f : layout_.fields) {
    if (f.number == field) {
      base_type = f.base_type;
      return bytes_.subspan(at, f.size);
    }
    at += f.size;
  }
  return {};
}

double FitMessage::number(std::uint8_t field, double scale, double offset) const {
  std::uint8_t base_type = 0;
  const auto bytes = find(field, base_type);
  return value_of(bytes, base_type_of(base_type), layout_.big_endian) / scale - offset;
}

double FitMessage::number_of(std::uint8_t wide, std::uint8_t narrow, double scale, double offset) const {
  const double value = number(wide, scale, offset);
  return std::isfinite(value) ? value : number(narrow, scale, offset);
}

std::span<const std::uint8_t> FitMessage::bytes(std::uint8_t field) const {
  std::uint8_t base_type = 0;
  return find(field, base_type);
}

double FitMessage::developer_number(std::uint8_t developer, std::uint8_t field, std::uint8_t base_type) const {
  std::size_t at = 0;
  for (const FitField& f : layout_.fields) at += f.size;
  for (const FitDeveloperField& f : layout_.developer) {
    if (f.developer == developer && f.number == field)
      return value_of(bytes_.subspan(at, f.size), base_type_of(base_type), layout_.big_endian);
    at += f.size;
  }
  return std::numeric_limits<double>::quiet_NaN();
}

std::string FitMessage::text(std::uint8_t field) const {
  std::uint8_t base_type = 0;
  std::string out;
  for (const std::uint8_t c : find(field, base_type)) {
    if (c == 0) break;
    if (c >= 0x20 && c != 0x7f) out += static_cast<char>(c);
  }
  return out;
}

}  // namespace stridelab
