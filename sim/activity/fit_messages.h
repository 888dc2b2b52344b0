#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace stridelab {

/// A field of a FIT message as a definition announces it.
struct FitField {
  std::uint8_t number, size, base_type;
};

/// A field that an app or a sensor added; what it means stands in a message of its own.
struct FitDeveloperField {
  std::uint8_t number, size, developer;
};

/// The layout of one of sixteen local message types.
struct FitDefinition {
  bool known = false;
  bool big_endian = false;
  std::uint16_t message = 0;
  std::vector<FitField> fields;
  std::vector<FitDeveloperField> developer;  ///< after the fields, in this order

  [[nodiscard]] std::size_t size() const;
};

/// The values of one data message.
class FitMessage {
 public:
  FitMessage(const FitDefinition& layout, std::span<const std::uint8_t> bytes) : layout_(layout), bytes_(bytes) {}

  /// (first value of the field) / scale - offset; not-a-number where the field is missing or says "invalid".
  [[nodiscard]] double number(std::uint8_t field, double scale = 1.0, double offset = 0.0) const;
  /// The first of two fields that holds a number: newer devices write the wider one.
  [[nodiscard]] double number_of(std::uint8_t wide, std::uint8_t narrow, double scale, double offset = 0.0) const;
  [[nodiscard]] std::string text(std::uint8_t field) const;
  /// The first value of a field of a developer, of a type that its description gives; as number().
  [[nodiscard]] double developer_number(std::uint8_t developer, std::uint8_t field, std::uint8_t base_type) const;
  /// The bytes of a field as they lie in the file; empty where it is missing.
  [[nodiscard]] std::span<const std::uint8_t> bytes(std::uint8_t field) const;

 private:
  [[nodiscard]] std::span<const std::uint8_t> find(std::uint8_t field, std::uint8_t& base_type) const;

  const FitDefinition& layout_;
  std::span<const std::uint8_t> bytes_;
};

}  // namespace stridelab
