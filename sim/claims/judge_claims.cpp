#include <algorithm>
#include <cmath>

#include "claims/claims.h"
#include "core/file_fault.h"
#include "study/change.h"
#include "study/run_scenario.h"

namespace stridelab {
namespace {

std::optional<double> change_of(std::string_view key, const EngineRun& a, const EngineRun& b, bool in_degrees) {
  const MetricRow& row = *metric(key).row;
  const Change change = change_between(row, a.metrics->value(key), b.metrics->value(key));
  return in_degrees ? change.change : change.change_percent;
}

const Interval* interval_of(const HowSure& sure, const std::string& metric, bool in_degrees) {
  const std::vector<SureValue>& all = in_degrees ? sure.change : sure.change_percent;
  const auto found = std::ranges::find(all, metric, &SureValue::metric);
  return found == all.end() ? nullptr : &found->interval;
}

/// The change with what nine in ten draws leave open of it.
std::optional<ClaimChange> claim_change(const Claim& claim, const EngineRun& a, const EngineRun& b,
                                        const ClaimStudy& study) {
  const bool in_degrees = metric(claim.metric).row->zero == Zero::convention;
  const std::optional<double> value = change_of(claim.metric, a, b, in_degrees);
  if (!value) return std::nullopt;
  ClaimChange change{*value, *value, *value, in_degrees};
  if (claim.put_in) return change;  // its verdict hangs on no range
  const HowSure sure = how_sure(a, &b, study.cache.models(), study.inputs, {study.draws, study.jobs, false});
  if (const Interval* interval = interval_of(sure, claim.metric, in_degrees)) {
    change.low = std::min(*value, interval->low_90);
    change.high = std::max(*value, interval->high_90);
  }
  return change;
}

tl::expected<ClaimResult, Diagnostics> judge(const Claim& claim, const std::filesystem::path& folder,
                                             const ClaimStudy& study) {
  ClaimResult result{&claim, ClaimVerdict::outside, {}, {}, {}};
  if (!claim.can_be_asked()) return result;
  const auto scenario = read_scenario(folder / (claim.scenario + ".toml"));
  if (!scenario) return tl::unexpected(scenario.error());
  const RunReport report = run_scenario(*scenario, study.cache, ChecksOf::scenario, {}, Detail::tables);
  if (!report.metrics) return tl::unexpected(file_fault(report.scenario, report.error));
  result.question = report.question;
  if (claim.expects == Claim::Expects::level) {
    result.level = report.metrics->value(claim.metric);
    const bool reached = result.level.value_or(0.0) >= claim.least;
    result.verdict = claim.put_in ? ClaimVerdict::assumed : reached ? ClaimVerdict::supported : ClaimVerdict::opposite;
    return result;
  }
  if (report.base.metrics) result.change = claim_change(claim, report.base, report, study);
  result.verdict = result.change ? verdict_of(claim, *result.change) : ClaimVerdict::cannot_tell;
  return result;
}

}  // namespace

std::string_view to_text(ClaimVerdict verdict) {
  constexpr std::array<std::string_view, 6> words{"supported",           "opposite",         "no effect", "cannot tell",
                                                  "assumed, not tested", "outside the model"};
  return words[static_cast<std::size_t>(verdict)];
}

double least_that_counts(const ClaimChange& change) { return change.in_degrees ? 1.0 : 2.0; }

ClaimVerdict verdict_of(const Claim& claim, const ClaimChange& change) {
  if (claim.put_in) return ClaimVerdict::assumed;
  const double counts = least_that_counts(change);
  if (change.low > -counts && change.high < counts) return ClaimVerdict::no_effect;
  const bool one_sign = change.low > 0.0 || change.high < 0.0;
  if (!one_sign || std::abs(change.value) < counts) return ClaimVerdict::cannot_tell;
  const bool more = change.value > 0.0;
  return more == (claim.expects == Claim::Expects::more) ? ClaimVerdict::supported : ClaimVerdict::opposite;
}

tl::expected<std::vector<ClaimResult>, Diagnostics> judge_claims(const std::vector<Claim>& claims,
                                                                 const std::filesystem::path& folder,
                                                                 const ClaimStudy& study,
                                                                 const std::function<void(double)>& progress) {
  std::vector<ClaimResult> results;
  for (const Claim& claim : claims) {
    auto result = judge(claim, folder, study);
    if (!result) return tl::unexpected(result.error());
    results.push_back(*std::move(result));
    if (progress) progress(static_cast<double>(results.size()) / static_cast<double>(claims.size()));
  }
  return results;
}

}  // namespace stridelab
