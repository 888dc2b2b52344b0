#include "study/comparison.h"

#include "study/why.h"

namespace stridelab {
namespace {

SolvedForm form_of(const EngineRun& report) {
  return {report.parameters, report.inputs, *report.stride, report.regions};
}

}  // namespace

Comparison compare(RunReport a, RunReport b, const LoadModels& models) {
  std::string reason = a.stride && b.stride ? why(form_of(a), form_of(b), models) : std::string();
  return {std::move(a), std::move(b), std::move(reason)};
}

std::string short_why(const EngineRun& a, const EngineRun& b, const LoadModels& models) {
  const bool both = a.stride && b.stride && !a.regions.empty() && !b.regions.empty();
  return both ? why_in_short(form_of(a), form_of(b), models) : std::string();
}

}  // namespace stridelab
