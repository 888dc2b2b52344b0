#include "activity/activity_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>

#include "page/page_style.h"
#include "page/svg_chart.h"
#include "report/markup.h"

namespace stridelab {
namespace {

constexpr double width = 760.0, height = 150.0, left = 46.0, bottom = 22.0, top = 8.0;

/// A value along the course, one a stretch; gaps where there is none.
struct Line {
  std::string title, unit;
  std::vector<double> at_m, value;
  bool ground = false;  ///< an area over its lowest value, else a line from zero
};

struct Scale {
  double low, high, most_m;
  [[nodiscard]] double x(double m) const { return left + (width - left) * m / most_m; }
  [[nodiscard]] double y(double v) const { return top + (height - top - bottom) * (1.0 - (v - low) / (high - low)); }
};

Scale scale_of(const Line& line) {
  Scale s{0.0, 1.0, line.at_m.empty() ? 1.0 : line.at_m.back()};
  std::vector<double> known;
  std::copy_if(line.value.begin(), line.value.end(), std::back_inserter(known),
               [](double v) { return std::isfinite(v); });
  if (known.empty()) return s;
  const auto [low, high] = std::minmax_element(known.begin(), known.end());
  s.low = line.ground ? std::floor(*low / 10.0) * 10.0 : 0.0;
  s.high = std::max(*high * 1.05, s.low + (line.ground ? 10.0 : 1e-3));
  return s;
}

std::string axes(const Scale& s) {
  std::string out;
  const double step = tick_step(s.high - s.low, 5.0);
  for (double v = std::ceil(s.low / step) * step; v <= s.high; v += step)
    out += fmt::format(
        R"(<line class="grid" x1="{:.1f}" x2="{:.1f}" y1="{:.1f}" y2="{:.1f}"/><text x="{:.1f}" y="{:.1f}" text-anchor="end">{:g}</text>)",
        left, width, s.y(v), s.y(v), left - 5.0, s.y(v) + 4.0, v);
  const double km_step = std::max(1.0, tick_step(0.5 * s.most_m / 1000.0, 5.0));
  for (double km = 0.0; km <= s.most_m / 1000.0; km += km_step)
    out += fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="middle">{:g}</text>)", s.x(1000.0 * km),
                       height - 6.0, km);
  return out;
}

std::string drawing(const Line& line) {
  const Scale s = scale_of(line);
  std::string path;
  bool pen_down = false;
  for (std::size_t i = 0; i < line.at_m.size(); ++i) {
    if (std::isfinite(line.value[i]))
      path += fmt::format("{}{:.1f} {:.1f}", pen_down ? "L" : "M", s.x(line.at_m[i]), s.y(line.value[i]));
    pen_down = std::isfinite(line.value[i]);
  }
  if (line.ground && !path.empty())
    path += fmt::format("L{:.1f} {:.1f}L{:.1f} {:.1f}Z", s.x(line.at_m.back()), s.y(s.low), s.x(line.at_m.front()),
                        s.y(s.low));
  return fmt::format(
      R"(<h3>{}, {}, over kilometres</h3><svg class="course" viewBox="0 0 {:.0f} {:.0f}" role="img" aria-label="{} along the course">{}<path class="{}" d="{}"/></svg>)",
      line.title, line.unit, width, height, line.title, axes(s), line.ground ? "band" : "line b", path);
}

std::vector<Line> lines_of(const ActivityReport& r) {
  Line ground{"Altitude", "m", {}, {}, true}, load{"Load on the kneecap", "BW s/km", {}, {}, false},
      speed{"Speed", "m/s", {}, {}, false};
  for (std::size_t i = 0; i < r.course.cells.size(); ++i) {
    const CourseCell& c = r.course.cells[i];
    for (Line* line : {&ground, &load, &speed}) line->at_m.push_back(c.start_m + 0.5 * c.length_m);
    ground.value.push_back(c.altitude_m);
    speed.value.push_back(c.speed_m_s());
    load.value.push_back(r.loads.cells[i] ? r.loads.cells[i]->kneecap_bw_s : not_recorded);
  }
  return {ground, load, speed};
}

std::string parts_table(const ActivityReport& r) {
  std::string out = "<table><tr><th></th><th>km</th><th>min/km</th><th>BW s/km</th><th>of level</th></tr>";
  for (const auto& [name, sum] : course_parts(r.loads))
    if (sum->answered_m > 0.0)
      out += fmt::format("<tr><td>{}</td><td>{:.2f}</td><td>{}</td><td>{:.0f}</td><td>{:.0f} %</td></tr>", name,
                         sum->running_m / 1000.0, minutes_text(1000.0 * sum->running_s / sum->running_m),
                         sum->kneecap_per_km(), 100.0 * relative_load(*sum, r.level_run));
  return out + "</table>";
}

std::string places_table(const ActivityReport& r, const RegionMap& map) {
  std::string out = "<table><tr><th>place</th><th class=\"words\">load</th><th>of level</th></tr>";
  for (std::size_t i = 0; i < map.regions.size(); ++i)
    if (const double share = place_share(r, i); std::isfinite(share))
      out += fmt::format("<tr><td>{}</td><td class=\"words\">{}</td><td>{:.0f} %</td></tr>",
                         markup_text(map.regions[i].label), markup_text(map.regions[i].metrics.front().name),
                         100.0 * share);
  return out + "</table>";
}

std::string recorded_table(const ActivityReport& r) {
  const auto rows = recorded_beside_model(r);
  if (rows.empty()) return {};
  std::string out = "<h3>Recorded, beside the model's</h3><table><tr><th></th><th>recorded</th><th>model</th></tr>";
  for (const Recorded& row : rows)
    out += fmt::format("<tr><td>{}</td><td>{} {}</td><td>{}</td></tr>", row.name, fixed(row.recorded, row.decimals),
                       row.unit, std::isfinite(row.model) ? fixed(row.model, row.decimals) : "");
  out += "</table>";
  if (const std::string more = mismatch_sentence(r); !more.empty()) out += "<p>" + markup_text(more) + ".</p>";
  return out;
}

std::string what_if_list(const ActivityReport& r) {
  if (r.what_ifs.empty()) return {};
  std::string out = "<h3>The same course, if</h3><table>";
  for (const WhatIf& w : r.what_ifs)
    out +=
        fmt::format("<tr><td>{}</td><td>kneecap load {}</td></tr>", markup_text(w.change.words),
                    signed_percent(what_if_percent(r, w)) + (w.change.walk_downhill ? " (walking not counted)" : ""));
  return out + "</table>";
}

std::string section(const ActivityReport& r, const RegionMap& map) {
  const std::string file = markup_text(std::filesystem::path(r.file).filename().string());
  std::string out = fmt::format("<h2>{}</h2><p>{}</p>", file, markup_text(activity_sentence(r)));
  for (const Line& line : lines_of(r)) out += drawing(line);
  out += parts_table(r) + what_if_list(r) + recorded_table(r) + "<h3>By place of the leg, over the whole run</h3>" +
         places_table(r, map);
  out += fmt::format(
      "<p class=\"note\">Load: force x time over a kilometre, one leg, in body weights; of level: against {} on level "
      "ground over the same distance, {:.0f} BW s/km.</p>",
      markup_text(r.person), r.level_run.kneecap_bw_s);
  for (const auto* notes : {&r.activity.notes, &r.course.notes})
    for (const std::string& note : *notes) out += "<p class=\"note\">" + markup_text(note) + "</p>";
  return out;
}

}  // namespace

std::string activity_page(const std::vector<ActivityReport>& reports, const RegionMap& map) {
  constexpr std::string_view title = "Load on the kneecap along a run";
  std::string body = fmt::format("<main>\n<h1>{}</h1>\n", title);
  for (const ActivityReport& r : reports) body += section(r, map) + "\n";
  return html_page(title, body +
                              "<p class=\"note\">A model of a runner, not a measurement of this one: changes are surer "
                              "than levels. No statement about injury.</p>\n</main>\n");
}

}  // namespace stridelab
