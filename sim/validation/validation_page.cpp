#include <fmt/format.h>

#include "page/html_of_markdown.h"
#include "page/page_style.h"
#include "page/svg_chart.h"
#include "report/markup.h"
#include "validation/validation_output.h"

namespace stridelab {
namespace {

/// The runners' band, the stride engine's line and the forward engine's.
std::string chart_of(const ValidatedCurve& curve) {
  Chart chart;
  chart.title = curve.curve.title;
  chart.unit = curve.curve.unit;
  chart.x_label = curve.curve.over == CyclePart::swing ? "% of the stride" : "% of stance";
  for (const EngineIndex engine : {EngineIndex::stride, EngineIndex::forward}) {
    const auto& agreement = curve.engine[static_cast<std::size_t>(engine)];
    if (!agreement) continue;
    if (chart.bands.empty()) {
      ChartBand band{agreement->percent, {}, {}};
      for (std::size_t i = 0; i < agreement->mean.size(); ++i) {
        band.low.push_back(agreement->mean[i] - agreement->sd[i]);
        band.high.push_back(agreement->mean[i] + agreement->sd[i]);
      }
      chart.bands.push_back(std::move(band));
    }
    chart.lines.push_back({engine == EngineIndex::stride ? "b" : "a", agreement->percent, agreement->model});
  }
  if (chart.lines.empty()) return {};
  return chart_figure(chart, fmt::format(", {} m/s", curve.curve.speed_m_s));
}

std::string charts(const Validation& validation, CyclePart over) {
  std::string out;
  for (const ValidatedCurve& curve : validation.curves)
    if (curve.curve.over == over) out += chart_of(curve);
  return out.empty() ? out : "<div class=\"charts\">" + out + "</div>\n";
}

}  // namespace

std::string validation_page(const Validation& validation) {
  std::string body = "<main>\n" + html_of_markdown(validation_markdown(validation));
  body +=
      "<h2>The curves</h2>\n<p class=\"note\">Shaded: mean of the measured runners, 1 SD up and down. <span "
      "class=\"key b\">Stride "
      "engine</span>, <span class=\"key a\">forward engine</span>, low-passed as the measured ones are.</p>\n";
  body += "<h3>Stance</h3>\n" + charts(validation, CyclePart::stance) + "<h3>Swing</h3>\n" +
          charts(validation, CyclePart::swing);
  return html_page("How well does it agree with real runners?", body + "</main>\n");
}

}  // namespace stridelab
