#include "activity/course_loads.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace stridelab {
namespace {

constexpr double hill = 0.01, steep_down = -0.05;
constexpr double fewest_spm = 130.0, most_spm = 220.0;
constexpr double least_contact_percent = 80.0, most_contact_percent = 120.0;  ///< beyond it the model is not tried

std::optional<double> number_at(std::string_view text, std::string_view unit) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double value = 0.0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
  const std::string_view rest = text.substr(static_cast<std::size_t>(read.ptr - text.data()));
  if (!rest.empty() && rest != unit) return std::nullopt;
  return value;
}

}  // namespace

void CourseSum::add(const CourseCell& cell, const LoadsPerKm& per_km) {
  const double km = cell.length_m / 1000.0;
  const double before = answered_m, after = answered_m + cell.length_m;
  const LoadsPerKm old = total;
  total.add(per_km, km);
  // Means over the way, not sums.
  const auto mean = [&](double had, double has) { return (had * before + has * cell.length_m) / after; };
  total.kneecap_peak_bw = mean(old.kneecap_peak_bw, per_km.kneecap_peak_bw);
  total.contact_time_ms = mean(old.contact_time_ms, per_km.contact_time_ms);
  total.cadence_spm = mean(old.cadence_spm, per_km.cadence_spm);
  total.vertical_oscillation_mm = mean(old.vertical_oscillation_mm, per_km.vertical_oscillation_mm);
  answered_m = after;
}

CourseLoads course_loads(const std::vector<CourseCell>& cells, const LoadGrid& grid) {
  CourseLoads out;
  double running_m = 0.0;
  for (const CourseCell& c : cells) running_m += c.walking ? 0.0 : c.length_m;
  double so_far_m = 0.0;
  for (const CourseCell& c : cells) {
    out.cells.emplace_back();
    if (c.walking) continue;
    CourseSum& kind = c.slope > hill ? out.up : c.slope < -hill ? out.down : out.level;
    CourseSum& half = so_far_m + 0.5 * c.length_m < 0.5 * running_m ? out.first_half : out.second_half;
    so_far_m += c.length_m;
    out.cells.back() = grid.at(c);
    if (out.laps.size() <= static_cast<std::size_t>(c.lap)) out.laps.resize(static_cast<std::size_t>(c.lap) + 1);
    for (CourseSum* sum : {&out.whole, &kind, &half, &out.laps[static_cast<std::size_t>(c.lap)]}) {
      sum->running_m += c.length_m;
      sum->running_s += c.time_s;
      if (out.cells.back()) sum->add(c, *out.cells.back());
    }
  }
  return out;
}

void take_contact_times(Course& course, const LoadGrid& grid) {
  int beyond = 0, taken = 0;
  for (CourseCell& c : course.cells) {
    if (c.walking || !(c.contact_time_ms > 0.0)) continue;
    const auto usual = grid.at(c);
    if (!usual || !(usual->contact_time_ms > 0.0)) continue;
    const double percent = 100.0 * c.contact_time_ms / usual->contact_time_ms;
    c.contact_time_percent = std::clamp(percent, least_contact_percent, most_contact_percent);
    beyond += percent != c.contact_time_percent;
    ++taken;
  }
  course.notes.push_back(taken > 0 ? fmt::format("the recorded contact time enters the strides of {} stretches", taken)
                                   : std::string("no contact time was recorded: the model's own is taken"));
  if (beyond > 0)
    course.notes.push_back(
        fmt::format("in {} of them it is further than 20 % from the usual one and held there", beyond));
}

tl::expected<CourseChange, std::string> read_course_change(std::string_view text) {
  CourseChange out;
  const auto equals = text.find('=');
  const std::string_view key = text.substr(0, equals);
  const std::string_view value = equals == std::string_view::npos ? "" : text.substr(equals + 1);
  if (key == "cadence_percent")
    if (const auto percent = number_at(value, "%"); percent && std::abs(*percent) <= 30.0) {
      out.cadence_percent = *percent;
      out.words = fmt::format("{:g} % {} steps a minute", std::abs(*percent), *percent < 0.0 ? "fewer" : "more");
      return out;
    }
  if (key == "pace")
    if (const auto slower = number_at(value, "s/km"); slower && std::abs(*slower) <= 300.0) {
      out.pace_s_per_km = *slower;
      out.words = fmt::format("{:g} s/km {}", std::abs(*slower), *slower < 0.0 ? "faster" : "slower");
      return out;
    }
  if (key == "walk" && value == "downhill") {
    out.walk_downhill = true;
    out.words = "steep downhills walked";
    return out;
  }
  return tl::unexpected(
      fmt::format("'{}' cannot be asked: cadence_percent=5 (within 30), pace=+20s/km (within 300) or "
                  "walk=downhill can",
                  text));
}

std::vector<CourseCell> changed_course(std::vector<CourseCell> cells, const CourseChange& change,
                                       const LoadGrid& usual) {
  for (CourseCell& c : cells) {
    if (c.walking) continue;
    if (change.walk_downhill && c.slope < steep_down) c.walking = true;
    if (change.cadence_percent != 0.0) {
      if (!std::isfinite(c.cadence_spm))
        if (const auto loads = usual.at(c)) c.cadence_spm = loads->cadence_spm;
      c.cadence_spm = std::clamp(c.cadence_spm * (1.0 + 0.01 * change.cadence_percent), fewest_spm, most_spm);
    }
    const double pace_s_per_km = 1000.0 / c.speed_m_s() + change.pace_s_per_km;
    if (change.pace_s_per_km != 0.0 && pace_s_per_km > 100.0) c.time_s = pace_s_per_km * c.length_m / 1000.0;
  }
  return cells;
}

}  // namespace stridelab
