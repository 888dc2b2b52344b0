#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "study/run_report.h"
#include "uncertainty/draws.h"

namespace stridelab {

/// A piece of popular advice and what is asked of the model for it: models/claims/claims.toml.
struct Claim {
  enum class Expects { less, more, level };
  std::string says;
  std::string scenario;  ///< name of a file of scenarios/; empty for a claim outside the model
  std::string metric;
  Expects expects = Expects::less;
  double least = 0.0;   ///< of the level, for Expects::level
  bool put_in = false;  ///< a law of the model states it
  std::string outside;  ///< why the model cannot be asked; empty where it can
  std::string source;

  [[nodiscard]] bool can_be_asked() const { return outside.empty(); }
};

/// errors  every missing and wrong entry; an unknown metric with the nearest one
tl::expected<std::vector<Claim>, Diagnostics> read_claims();
tl::expected<std::vector<Claim>, Diagnostics> read_claims(const std::filesystem::path& file);

enum class ClaimVerdict { supported, opposite, no_effect, cannot_tell, assumed, outside };

/// "supported", "opposite", "no effect", "cannot tell", "assumed, not tested", "outside the model".
std::string_view to_text(ClaimVerdict verdict);

/// A change as a claim is judged by: in per cent, or in degrees of an angle whose zero is a convention; with the range that
/// nine tenths of what is not known leaves open.
struct ClaimChange {
  double value = 0.0, low = 0.0, high = 0.0;
  bool in_degrees = false;
};

/// The smallest change that counts: 2 %, or 1 deg.
double least_that_counts(const ClaimChange& change);

/// The rule. A claim that is put in is assumed whatever comes out; else the range excludes zero and the change counts:
/// supported or opposite by its sign; the whole range is smaller than what counts: no effect; else it cannot be told.
ClaimVerdict verdict_of(const Claim& claim, const ClaimChange& change);

/// A claim with what was found.
struct ClaimResult {
  const Claim* claim = nullptr;
  ClaimVerdict verdict = ClaimVerdict::outside;
  std::optional<ClaimChange> change;  ///< empty outside the model, and for a level
  std::optional<double> level;        ///< of the metric, for Expects::level
  std::string question;               ///< of the scenario
};

/// What claims are asked with.
struct ClaimStudy {
  RunCache& cache;
  const std::vector<UncertainInput>& inputs;  ///< what is drawn for the ranges
  int draws = usual_draws;
  int jobs = 1;  ///< threads; the answer is the same bits for any number
};

/// Runs the scenario of every claim with the stride engine.
///
/// folder    that holds the scenarios
/// progress  called with the part that is done, 0 .. 1; may be empty
/// errors    faults of a scenario; one without a stride
tl::expected<std::vector<ClaimResult>, Diagnostics> judge_claims(const std::vector<Claim>& claims,
                                                                 const std::filesystem::path& folder,
                                                                 const ClaimStudy& study,
                                                                 const std::function<void(double)>& progress = {});

/// "-15 % (-16 to -14)", "+4.6 deg", "5.6 BW", "".
std::string found_text(const ClaimResult& result);

/// A page: what the verdicts mean, then a row for each claim. scenarios/CLAIMS.md.
std::string claims_markdown(const std::vector<ClaimResult>& results);

/// For people, one claim a line or two.
std::string claims_text(const std::vector<ClaimResult>& results, int columns);

}  // namespace stridelab
