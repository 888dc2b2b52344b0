#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model_files/model_file.h"

namespace stridelab {

/// All names of one sort that guidance files may mention.
struct KnownNames {
  std::string_view what;  ///< "region", "metric", ...
  std::vector<std::string_view> names;

  [[nodiscard]] bool hold(std::string_view name) const;

  /// A list of them. One that is not there is a fault on its line, with the nearest spelling.
  [[nodiscard]] std::vector<std::string> list(ModelSection& in, std::string_view key) const;
  /// The name of a table, [metric.NAME]; one that is not there is a fault on its line.
  [[nodiscard]] std::string table_name(ModelSection& in) const;
  /// One of them as a text.
  [[nodiscard]] std::string text(ModelSection& in, std::string_view key) const;

 private:
  [[nodiscard]] std::string message(std::string_view name) const;
  [[nodiscard]] std::string help(std::string_view name) const;
};

KnownNames known_parameters();  ///< settings of a run too
KnownNames known_metrics();
KnownNames known_parameters_and_metrics();

}  // namespace stridelab
