#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/parameter_builder.h"

namespace stridelab::view {

/// Of speed, cadence and stride length two are free: what stays when one of the others is moved.
enum class Hold { speed, stride_length };

/// What a person changed against a scenario: exactly the values one would give after `--set`, so that the headless
/// program answers the same question with the same bits.
class FormEdits {
 public:
  FormEdits() = default;

  explicit FormEdits(const std::vector<Assignment>& edits);

  /// From "key=value" texts as after `--set`; those that are none are left out.
  explicit FormEdits(const std::vector<std::string>& overrides);

  /// Gives a number key a value, held inside its range. Speed, cadence and stride length stay closed: what `hold` names
  /// is kept at its value in `now`, the third follows.
  ///
  /// key    a number key of parameter_table()
  /// value  unit of the key; not a number is ignored
  void set_number(std::string_view key, double value, const ParameterSet& now, Hold hold);

  /// Gives a text key one of its choices; other words are ignored.
  void set_text(std::string_view key, std::string_view value);

  /// Back to what the scenario says. Where speed follows from cadence and stride length, all three go back together.
  void reset(std::string_view key);

  /// A value as it was given elsewhere, not looked at.
  void put(const Assignment& given) { values_[given.key] = {given.number, given.text}; }

  /// Those that are not in `other`, or have another value there.
  [[nodiscard]] FormEdits without(const FormEdits& other) const;
  /// These, and of `below` what they leave open; speed, cadence and stride length are left open together.
  [[nodiscard]] FormEdits over(const FormEdits& below) const;

  void clear() { values_.clear(); }
  [[nodiscard]] bool empty() const { return values_.empty(); }
  [[nodiscard]] bool has(std::string_view key) const { return values_.find(key) != values_.end(); }

  /// The changes, sorted by key.
  [[nodiscard]] std::vector<Assignment> assignments() const;

  /// The same as "key=value"; numbers read back to the same bits.
  [[nodiscard]] std::vector<std::string> overrides() const;

  bool operator==(const FormEdits&) const = default;

 private:
  void put(std::string_view key, double value);
  void pin(std::string_view key, const ParameterSet& now);
  void erase(std::string_view key);
  void make_absolute(const ParameterSet& now);
  void set_pace(std::string_view key, double value, const ParameterSet& now, Hold hold);

  struct Value {
    double number = 0.0;
    std::string text;  ///< empty: a number
    bool operator==(const Value&) const = default;
  };
  std::map<std::string, Value, std::less<>> values_;
};

/// Whether a key is speed, cadence or stride length.
bool is_pace(std::string_view key);

/// The decimals a hand can set on a slider of that number.
int slider_decimals(const ParameterInfo& info);

}  // namespace stridelab::view
