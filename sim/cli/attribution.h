#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenario/layer.h"
#include "study/run_report.h"

namespace stridelab {

/// What each of several changed inputs does to the kneecap's peak force by itself.
struct Attribution {
  struct Part {
    std::string input;     ///< as people say it: "foot strike 12 -> -6 deg"
    double percent = 0.0;  ///< change of the force, N, from A with this input alone
  };
  std::vector<Part> alone;        ///< empty where one input differs, or one of the forms has no answer
  double together_percent = 0.0;  ///< all of them

  /// "Each alone: ...; together -18.7 %, added up they would be -19.5 %." Empty without parts.
  [[nodiscard]] std::string text() const;
};

/// How A is read again with an input of B laid over it.
struct FormSource {
  const Layer* profile;
  std::filesystem::path path;
  std::vector<std::string> overrides;
};

/// Runs A once with each input in which B differs: at most six, with the stride engine.
Attribution attribute(const RunReport& a, const RunReport& b, const FormSource& source_of_a, RunCache& cache);

}  // namespace stridelab
