#include "study/checks.h"

#include <algorithm>

#include "study/change.h"

namespace stridelab {
namespace {

void judge(CheckResult& result) {
  if (!result.value) return;
  const double value = *result.value;
  const bool inside =
      (!result.check.min || value >= *result.check.min) && (!result.check.max || value <= *result.check.max);
  result.verdict = inside ? CheckVerdict::passed : CheckVerdict::failed;
}

}  // namespace

std::string_view check_unit(const Check& check) {
  if (check.kind == CheckKind::change_percent) return "%";
  const auto name = find_metric(check.metric);
  return name ? name->row->unit : "";
}

CheckResult evaluate_check(const Check& check, const MetricValues& run, const MetricValues* base) {
  CheckResult result{check, std::nullopt, CheckVerdict::failed, {}};
  const auto name = find_metric(check.metric);
  if (!name) {
    result.missing_reason = "there is no metric of this name";
    return result;
  }
  const MetricValue& here = run.of(*name);
  const MetricValue none{std::nullopt, "the base has no feasible gait"};
  const MetricValue& there = base != nullptr ? base->of(*name) : none;
  if (check.kind == CheckKind::value) {
    result.value = here.value;
    result.missing_reason = here.missing_reason;
  } else {
    const Change change = change_between(*name->row, there.value, here.value);
    result.value = check.kind == CheckKind::change ? change.change : change.change_percent;
    if (!result.value)
      result.missing_reason = !here.value    ? here.missing_reason
                              : !there.value ? there.missing_reason
                                             : "the base value is near zero or of the other sign";
  }
  judge(result);
  return result;
}

CheckResult not_checked(const Check& check, std::string reason) {
  return {check, std::nullopt, CheckVerdict::not_checked, std::move(reason)};
}

bool needs_base(const Scenario& scenario) {
  return std::any_of(scenario.checks.begin(), scenario.checks.end(),
                     [](const Check& check) { return check.kind != CheckKind::value; });
}

}  // namespace stridelab
