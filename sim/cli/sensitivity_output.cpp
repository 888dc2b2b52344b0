#include "cli/sensitivity_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "catalogue/metric_table.h"
#include "core/text.h"
#include "page/page_style.h"
#include "report/csv_text.h"
#include "report/json_report.h"
#include "report/markup.h"

namespace stridelab {
namespace {

constexpr double worth_telling = 0.01;

/// Inputs by their total index, the largest first.
std::vector<std::size_t> ranked(const MetricSensitivity& metric) {
  std::vector<std::size_t> order(metric.of.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return metric.of[i].total.value; });
  return order;
}

std::string with_error(const IndexValue& index) { return fmt::format("{:5.2f} +- {:.2f}", index.value, index.error); }

std::string title_of(const MetricSensitivity& one, bool of_change) {
  return fmt::format("{}{}, {}", of_change ? "change of " : "", metric(one.metric).row->label, one.unit);
}

std::string table(const Sensitivity& found, const MetricSensitivity& one, bool of_change, const ConsoleStyle& style) {
  std::string text = "\n" + style.bold(title_of(one, of_change)) + "\n";
  if (one.of.empty()) return text + "  does not vary, or most samples lack it\n";
  text += style.dim("  " + pad_right("", 56) + pad_left("total", 14) + pad_left("alone", 14)) + "\n";
  int small = 0;
  for (const std::size_t i : ranked(one)) {
    if (one.of[i].total.value < worth_telling && ++small) continue;
    const std::string label = fmt::format("{} ({})", found.inputs[i].label, table_of_input(found.inputs[i]));
    text += "  " + pad_right(label, 56) + pad_left(with_error(one.of[i].total), 14) +
            pad_left(with_error(one.of[i].first), 14) + "\n";
  }
  return small == 0 ? text : text + style.dim(fmt::format("  {} more below {}\n", small, worth_telling));
}

std::string bar(const Sensitivity& found, const MetricSensitivity& one, std::size_t i, double y) {
  constexpr double left = 330.0, scale = 360.0;
  const auto& [first, total] = one.of[i];
  const auto x = [&](double v) { return left + scale * std::clamp(v, 0.0, 1.1); };
  return fmt::format(
      R"svg(<text x="{:.0f}" y="{:.1f}" text-anchor="end">{}</text><rect x="{:.0f}" y="{:.1f}" width="{:.1f}" height="12" style="fill:var(--a);opacity:.35"/><rect x="{:.0f}" y="{:.1f}" width="{:.1f}" height="12" style="fill:var(--a)"/><path d="M{:.1f} {:.1f}H{:.1f}" style="stroke:var(--ink)"/><text x="{:.1f}" y="{:.1f}">{:.2f}</text>)svg",
      left - 8.0, y + 10.0, markup_text(found.inputs[i].label), left, y, x(total.value) - left, left, y,
      x(first.value) - left, x(total.value - total.error), y + 6.0, x(total.value + total.error),
      x(total.value + total.error) + 8.0, y + 10.0, total.value);
}

}  // namespace

std::string sensitivity_text(const Sensitivity& found, bool of_change, const ConsoleStyle& style) {
  std::string text =
      wrapped(fmt::format("What makes {} differ: {} inputs, {} samples ({} runs{}).",
                          of_change ? "these changes" : "these results", found.inputs.size(), found.samples,
                          static_cast<std::size_t>(found.samples) * (found.inputs.size() + 2),
                          found.without_stride > 0
                              ? fmt::format("; {} without a stride, whose samples do not count", found.without_stride)
                              : ""),
              style.columns, 0);
  for (const MetricSensitivity& one : found.metrics) text += table(found, one, of_change, style);
  return text + "\n" +
         style.dim(wrapped(
             "Shares of the variance over models/uncertainty: total with all that an input does together with others, "
             "alone without that; +- one standard error (bootstrap). More samples: --n. A model, no medical advice.",
             style.columns, 0));
}

std::string sensitivity_csv(const Sensitivity& found) {
  std::string text = "metric,unit,input,of,label,total,total_error,first,first_error\n";
  for (const MetricSensitivity& one : found.metrics)
    for (const std::size_t i : ranked(one))
      text += fmt::format("{},{},{},{},{},{},{},{},{}\n", one.metric, csv_cell(one.unit), found.inputs[i].key,
                          table_of_input(found.inputs[i]), csv_cell(found.inputs[i].label),
                          number_text(one.of[i].total.value), number_text(one.of[i].total.error),
                          number_text(one.of[i].first.value), number_text(one.of[i].first.error));
  return text;
}

std::string sensitivity_json(const Sensitivity& found, bool of_change) {
  nlohmann::ordered_json out{{"schema", "stridelab.sensitivity/1"},
                             {"of", of_change ? "changes" : "results"},
                             {"samples", found.samples},
                             {"without_stride", found.without_stride}};
  out["metrics"] = nlohmann::ordered_json::object();
  for (const MetricSensitivity& one : found.metrics) {
    nlohmann::ordered_json& rows = out["metrics"][one.metric];
    rows = {{"unit", one.unit}, {"inputs", nlohmann::ordered_json::array()}};
    for (const std::size_t i : ranked(one))
      rows["inputs"].push_back({{"input", found.inputs[i].key},
                                {"of", table_of_input(found.inputs[i])},
                                {"label", found.inputs[i].label},
                                {"total", one.of[i].total.value},
                                {"total_error", one.of[i].total.error},
                                {"first", one.of[i].first.value},
                                {"first_error", one.of[i].first.error}});
  }
  return json_text(out);
}

std::string sensitivity_svg(const Sensitivity& found, bool of_change) {
  constexpr std::size_t most_bars = 10;
  std::string body;
  double y = 12.0;
  for (const MetricSensitivity& one : found.metrics) {
    body += fmt::format(R"(<text class="said" x="10" y="{:.0f}">{}</text>)", y + 12.0,
                        markup_text(title_of(one, of_change)));
    y += 24.0;
    std::vector<std::size_t> order = ranked(one);
    order.resize(std::min(order.size(), most_bars));
    for (const std::size_t i : order) {
      body += bar(found, one, i, y);
      y += 18.0;
    }
    y += 14.0;
  }
  return svg_file(fmt::format(
      R"svg(<svg viewBox="0 0 800 {0:.0f}" width="800" height="{0:.0f}" role="img" aria-label="What makes the results differ: total and first-order Sobol indices"><rect width="800" height="{0:.0f}" style="fill:var(--ground)"/>{1}</svg>)svg",
      y, body));
}

}  // namespace stridelab
