#include "cli/pareto_output.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/parameter_table.h"
#include "page/page_style.h"
#include "report/markup.h"
#include "report/plain_words.h"
#include "report/words.h"

namespace stridelab {
namespace {

std::string moves_of(const FrontForm& form) {
  std::string text;
  for (const MovedInput& m : form.moved)
    text += fmt::format("{}{} {:.4g} to {:.4g} {}", text.empty() ? "" : ", ", spoken(m.parameter), m.from, m.to,
                        find_parameter(m.parameter)->unit);
  return text.empty() ? "nothing" : text;
}

/// From changes in per cent to the picture, with room around them; nothing is always in it.
struct Axis {
  double low = 0.0, high = 0.0, from = 0.0, to = 0.0;

  void hold(double value) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  [[nodiscard]] double at(double value) const {
    const double room = 0.08 * std::max(high - low, 1.0);
    return from + (to - from) * (value - low + room) / (high - low + 2.0 * room);
  }
};

}  // namespace

std::string front_text(const Front& front, const ConsoleStyle& style) {
  std::string text =
      "\n" + style.bold(wrapped(fmt::format("How far {} can fall with {}, form by form:", plain_label(front.against),
                                            plain_label(front.goal)),
                                style.columns, 0));
  text += style.dim("  " + pad_left("goal", 9) + pad_left("other", 9) + "  moves") + "\n";
  for (const FrontForm& form : front.forms)
    text += "  " + pad_left(signed_percent(form.goal_percent), 9) + pad_left(signed_percent(form.against_percent), 9) +
            "  " + wrapped(moves_of(form), style.columns, 22).substr(22);
  if (front.forms.empty()) text += "  no form within the limits\n";
  return text;
}

nlohmann::ordered_json front_json(const Front& front) {
  nlohmann::ordered_json out{
      {"goal", front.goal}, {"against", front.against}, {"forms", nlohmann::ordered_json::array()}};
  for (const FrontForm& form : front.forms) {
    nlohmann::ordered_json one{{"goal_percent", form.goal_percent},
                               {"against_percent", form.against_percent},
                               {"moved", nlohmann::ordered_json::array()}};
    for (const MovedInput& m : form.moved)
      one["moved"].push_back({{"parameter", m.parameter}, {"from", m.from}, {"to", m.to}, {"steps", m.steps}});
    out["forms"].push_back(std::move(one));
  }
  return out;
}

std::string front_svg(const Front& front) {
  Axis x{0.0, 0.0, 60.0, 580.0}, y{0.0, 0.0, 360.0, 40.0};
  for (const FrontForm& form : front.forms) {
    x.hold(form.goal_percent);
    y.hold(form.against_percent);
  }
  std::string body = fmt::format(
      R"svg(<path class="zero" d="M{0:.1f} 40V360M60 {1:.1f}H580"/><text class="said" x="60" y="24">{2} against {3}</text><text x="580" y="392" text-anchor="end">{2}, change in %</text><text x="66" y="54">{3}, change in %</text>)svg",
      x.at(0.0), y.at(0.0), markup_text(plain_label(front.goal)), markup_text(plain_label(front.against)));
  std::string line;
  for (const FrontForm& form : front.forms) {
    const double at_x = x.at(form.goal_percent), at_y = y.at(form.against_percent);
    line += fmt::format("{}{:.1f} {:.1f}", line.empty() ? "M" : "L", at_x, at_y);
    body += fmt::format(
        R"svg(<circle cx="{0:.1f}" cy="{1:.1f}" r="5" style="fill:var(--b)"><title>{2}</title></circle><text x="{3:.1f}" y="{4:.1f}">{5}, {6}</text>)svg",
        at_x, at_y, markup_text(moves_of(form)), at_x + 8.0, at_y - 6.0, signed_percent(form.goal_percent),
        signed_percent(form.against_percent));
  }
  if (!line.empty()) body += fmt::format(R"svg(<path class="line b" d="{}"/>)svg", line);
  return svg_file(fmt::format(
      R"svg(<svg viewBox="0 0 660 410" width="660" height="410" role="img" aria-label="Forms that cannot be better at one without the other"><rect width="660" height="410" style="fill:var(--ground)"/>{}</svg>)svg",
      body));
}

}  // namespace stridelab
