#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"

namespace stridelab {

/// How far an input is asked to move: models/advise/steps.toml.
struct ChangeStep {
  std::string parameter;
  std::optional<double> step, percent;  ///< one of them: in its unit, or per cent of its value
  double most = 1.0;                    ///< steps, both ways
  std::string source;

  /// A step from a value, in the unit of the input.
  [[nodiscard]] double from(double value) const { return step ? *step : value * *percent / 100.0; }
};

/// errors  every missing and wrong entry; an input that is none
tl::expected<std::vector<ChangeStep>, Diagnostics> read_change_steps();
tl::expected<std::vector<ChangeStep>, Diagnostics> read_change_steps(const std::filesystem::path& file);

/// A bound on a result: its change in per cent, not more (or not less) than so much.
struct MetricBound {
  std::string metric;
  double percent = 0.0;
  bool at_least = false;  ///< the change must reach a rise of so much

  /// How far a change is beyond the bound, per cent; negative inside.
  [[nodiscard]] double beyond(double change_percent) const {
    return at_least ? percent - change_percent : change_percent - percent;
  }
};

/// "pfj_force_peak_bw=-15%": a fall must be reached, a rise too (as a goal); as a limit a rise must not be passed.
/// errors  what is wrong with the text, with the nearest metric
tl::expected<MetricBound, std::string> read_goal(std::string_view text);
tl::expected<MetricBound, std::string> read_limit(std::string_view text);

}  // namespace stridelab
