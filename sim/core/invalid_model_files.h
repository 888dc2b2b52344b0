#pragma once

#include <exception>
#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "core/diagnostics.h"

namespace stridelab {

/// Thrown by the accessors that read a file of models/ once per process, where it is missing or broken. Only the main
/// of a program catches it: the text of the faults to stderr, exit code 2.
class InvalidModelFiles : public std::exception {
 public:
  explicit InvalidModelFiles(Diagnostics faults) : faults_(std::move(faults)), text_(to_text(faults_)) {}
  [[nodiscard]] const Diagnostics& faults() const { return faults_; }
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

 private:
  Diagnostics faults_;
  std::string text_;
};

/// What was read, or the exception.
template <typename T>
T value_or_throw(tl::expected<T, Diagnostics> read) {
  if (!read) throw InvalidModelFiles(std::move(read).error());
  return *std::move(read);
}

}  // namespace stridelab
