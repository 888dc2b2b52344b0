#include "study/comparison.h"

#include "study/why.h"

namespace stridelab {
namespace {

SolvedForm form_of(const RunReport& report) {
  return {report.parameters, report.inputs, *report.stride, report.regions};
}

}  // namespace

Comparison compare(RunReport a, RunReport b, const LoadModels& models) {
  std::string reason = a.stride && b.stride ? why(form_of(a), form_of(b), models) : std::string();
  return {std::move(a), std::move(b), std::move(reason)};
}

}  // namespace stridelab
