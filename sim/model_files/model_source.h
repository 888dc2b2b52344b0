#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/diagnostics.h"

namespace stridelab {

/// The text of one model file and what is wrong with it. Faults are collected, not thrown, so that one pass finds all.
class ModelSource {
 public:
  /// errors  a file that cannot be read is a fault, its text empty
  explicit ModelSource(const std::filesystem::path& file);

  /// Whole lines; text and lines are those of the file until it is destroyed.
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& file() const { return file_; }

  /// A fault at a place of the file; line 0: of the whole file.
  void fault(int line, int column, int length, std::string message, std::string help = {});

  /// What is wrong with the file, in the order of its lines; what is missing from everywhere comes first.
  [[nodiscard]] Diagnostics faults() const;

 private:
  [[nodiscard]] std::string line(int number) const;

  std::string file_, text_;
  Diagnostics faults_;
};

}  // namespace stridelab
