#include "study/engine_agreement.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "catalogue/metric_table.h"
#include "core/invalid_model_files.h"
#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 2> engine_names = {"stride", "forward"};

struct Agreement {
  const MetricRow* metric = nullptr;
  double tolerance = 0.0;
  bool in_percent = false;  ///< of the stride engine's value, else in the metric's unit
  std::string_view believe;
  std::string why;
};

Agreement read_quantity(ModelSection in) {
  Agreement out;
  const std::string key = in.text("metric");
  if (const auto found = find_metric(key)) out.metric = found->row;
  if (out.metric == nullptr && !key.empty()) in.fault("metric", fmt::format("there is no metric {}", key));
  out.in_percent = in.has("tolerance_percent");
  if (out.in_percent && in.has("tolerance")) in.refuse("a tolerance is in percent or in the metric's unit, not both");
  out.tolerance =
      out.in_percent ? in.number("tolerance_percent", {0.1, 200.0, "%"}) : in.number("tolerance", {1e-3, 1e3, ""});
  out.believe = engine_names[in.word("believe", engine_names)];
  out.why = in.text("why");
  return out;
}

const std::vector<Agreement>& agreements() {
  static const std::vector<Agreement> read =
      value_or_throw(read_model_file(model_path("gait/engine_agreement.toml"), [](ModelSection root) {
        std::vector<Agreement> all;
        for (ModelSection quantity : root.list("quantity")) all.push_back(read_quantity(quantity));
        return all;
      }));
  return read;
}

std::string sentence(const Agreement& a, double stride, double forward) {
  const MetricRow& m = *a.metric;
  const std::string apart = a.in_percent ? fmt::format("{:+.0f} %", 100.0 * (forward / stride - 1.0))
                                         : fmt::format("{:+.{}f} {}", forward - stride, m.decimals, m.unit);
  const std::string usual =
      a.in_percent ? fmt::format("{:.0f} %", a.tolerance) : fmt::format("{:g} {}", a.tolerance, m.unit);
  return fmt::format(
      "the engines differ: {} {:.{}f} forward, {:.{}f} {} in the stride ({}, usually within {}); believe the {} "
      "engine: {}",
      m.label, forward, m.decimals, stride, m.decimals, m.unit, apart, usual, a.believe, a.why);
}

}  // namespace

std::vector<std::string> engine_differences(const MetricValues& stride, const MetricValues& forward) {
  std::vector<std::string> out;
  for (const Agreement& a : agreements()) {
    const auto planned = stride.value(a.metric->key), run = forward.value(a.metric->key);
    if (!planned || !run) continue;
    const double limit = a.in_percent ? 0.01 * a.tolerance * std::abs(*planned) : a.tolerance;
    if (std::abs(*run - *planned) > limit) out.push_back(sentence(a, *planned, *run));
  }
  return out;
}

}  // namespace stridelab
