#include "advise/changes.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "catalogue/metric_table.h"
#include "catalogue/parameter_table.h"
#include "core/model_path.h"
#include "core/text.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

ChangeStep read_step(ModelSection in) {
  ChangeStep s;
  s.parameter = in.text("parameter");
  if (in.has("percent"))
    s.percent = in.number("percent", {0.1, 100.0, "%"});
  else
    s.step = in.number("step", {1e-4, 1e4, ""});
  s.most = in.number("most", {0.1, 10.0, "steps"});
  s.source = in.text("source");
  const ParameterInfo* info = find_parameter(s.parameter);
  if (!s.parameter.empty() && (info == nullptr || info->kind != ParameterKind::number))
    in.fault("parameter", "\"" + s.parameter + "\" is no input with a number");
  return s;
}

std::vector<ChangeStep> read_all(ModelSection root) {
  std::vector<ChangeStep> steps;
  for (ModelSection& entry : root.list("change")) steps.push_back(read_step(entry));
  return steps;
}

tl::expected<MetricBound, std::string> read_bound(std::string_view text) {
  const std::size_t at = text.find('=');
  if (at == std::string_view::npos) return tl::unexpected(fmt::format("'{}' is not METRIC=CHANGE%", printable(text)));
  MetricBound bound;
  bound.metric = std::string(text.substr(0, at));
  if (!find_metric(bound.metric)) {
    const std::string near = nearest_metric(bound.metric);
    return tl::unexpected(fmt::format("unknown metric {}{}", printable(bound.metric),
                                      near.empty() ? "" : fmt::format(": did you mean {}?", near)));
  }
  if (metric(bound.metric).row->zero == Zero::convention)
    return tl::unexpected(
        fmt::format("{}: a per cent of an angle whose zero is a convention says nothing", bound.metric));
  std::string_view number = text.substr(at + 1);
  if (number.ends_with('%')) number.remove_suffix(1);
  if (number.starts_with('+')) number.remove_prefix(1);
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), bound.percent);
  if (error != std::errc{} || end != number.data() + number.size() || !std::isfinite(bound.percent) ||
      std::abs(bound.percent) > 1000.0)
    return tl::unexpected(
        fmt::format("{}: '{}' is no change in per cent", bound.metric, printable(text.substr(at + 1))));
  return bound;
}

}  // namespace

tl::expected<std::vector<ChangeStep>, Diagnostics> read_change_steps() {
  return read_model_file(model_path("advise/steps.toml"), read_all);
}

tl::expected<std::vector<ChangeStep>, Diagnostics> read_change_steps(const std::filesystem::path& file) {
  return read_model_file(file, read_all);
}

tl::expected<MetricBound, std::string> read_goal(std::string_view text) {
  auto bound = read_bound(text);
  if (bound) bound->at_least = bound->percent > 0.0;
  return bound;
}

tl::expected<MetricBound, std::string> read_limit(std::string_view text) {
  auto bound = read_bound(text);
  if (bound) bound->at_least = bound->percent < 0.0;
  return bound;
}

}  // namespace stridelab
