#include "activity/xml_reader.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstring>
#include <pugixml.hpp>

namespace stridelab {
namespace {

/// Files differ in their prefixes: ns3:TPX, x:TPX, TPX.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is(const pugi::xml_node& node, std::string_view name) { return local_name(node) == name; }

double number(const char* text) {
  double value = 0.0;
  while (*text == ' ' || *text == '\n' || *text == '\t' || *text == '\r' || *text == '+') ++text;
  const auto read = std::from_chars(text, text + std::strlen(text), value);
  return read.ec == std::errc() ? value : not_recorded;
}

double number(const pugi::xml_node& node) { return number(node.text().get()); }

double time_of(const pugi::xml_node& node) { return time_from_iso(node.text().get()).value_or(not_recorded); }

/// Calls f for all elements below, the outer one first.
template <typename F>
void each_below(const pugi::xml_node& node, const F& f) {
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    f(child);
    each_below(child, f);
  }
}

/// What extensions of both formats hold, by the names that devices give it.
void take_extension(const pugi::xml_node& e, TrackPoint& p) {
  if (is(e, "Speed") || is(e, "speed")) p.speed_m_s = number(e);
  if (is(e, "RunCadence") || is(e, "cad") || is(e, "cadence")) p.cadence_per_min = number(e);
  if (is(e, "Watts") || is(e, "power") || is(e, "PowerInWatts")) p.power_w = number(e);
  if (is(e, "hr") || is(e, "heartrate")) p.heart_rate_bpm = number(e);
  if (is(e, "distance")) p.distance_m = number(e);
}

TrackPoint tcx_point(const pugi::xml_node& node) {
  TrackPoint p;
  for (const pugi::xml_node& e : node.children()) {
    if (is(e, "Time")) p.time_s = time_of(e);
    if (is(e, "AltitudeMeters")) p.altitude_m = number(e);
    if (is(e, "DistanceMeters")) p.distance_m = number(e);
    if (is(e, "Cadence")) p.cadence_per_min = number(e);
    if (is(e, "HeartRateBpm")) p.heart_rate_bpm = number(e.first_child());
    if (is(e, "Extensions")) each_below(e, [&](const pugi::xml_node& x) { take_extension(x, p); });
    if (is(e, "Position"))
      for (const pugi::xml_node& x : e.children()) {
        if (is(x, "LatitudeDegrees")) p.latitude_deg = number(x);
        if (is(x, "LongitudeDegrees")) p.longitude_deg = number(x);
      }
  }
  return p;
}

TrackPoint gpx_point(const pugi::xml_node& node) {
  TrackPoint p;
  p.latitude_deg = number(node.attribute("lat").value());
  p.longitude_deg = number(node.attribute("lon").value());
  for (const pugi::xml_node& e : node.children()) {
    if (is(e, "time")) p.time_s = time_of(e);
    if (is(e, "ele")) p.altitude_m = number(e);
    if (is(e, "speed")) p.speed_m_s = number(e);
    if (is(e, "extensions")) each_below(e, [&](const pugi::xml_node& x) { take_extension(x, p); });
  }
  return p;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// The sport's place in the list, added where it is new.
int sport_index(Activity& a, std::string_view word) {
  const std::string sport = lower(word);
  for (std::size_t i = 0; i < a.sports.size(); ++i)
    if (a.sports[i] == sport) return static_cast<int>(i);
  a.sports.push_back(sport);
  return static_cast<int>(a.sports.size()) - 1;
}

void read_tcx(const pugi::xml_node& root, Activity& out) {
  out.format = "TCX";
  int sport = 0;
  bool new_track = false;
  each_below(root, [&](const pugi::xml_node& e) {
    if (is(e, "Activity")) sport = sport_index(out, e.attribute("Sport").value());
    if (is(e, "Lap")) ++out.laps;
    if (is(e, "Track")) new_track = !out.points.empty();
    if (is(e, "Creator")) out.device = e.child_value("Name");
    if (!is(e, "Trackpoint")) return;
    out.points.push_back(tcx_point(e));
    out.points.back().sport = sport;
    out.points.back().after_pause = new_track;
    new_track = false;
  });
}

void read_gpx(const pugi::xml_node& root, Activity& out) {
  out.format = "GPX";
  out.device = root.attribute("creator").value();
  int sport = 0;
  bool new_track = false;
  each_below(root, [&](const pugi::xml_node& e) {
    if (is(e, "trk")) sport = sport_index(out, e.child_value("type"));
    if (is(e, "trkseg")) new_track = !out.points.empty();
    if (!is(e, "trkpt")) return;
    out.points.push_back(gpx_point(e));
    out.points.back().sport = sport;
    out.points.back().after_pause = new_track;
    new_track = false;
  });
}

/// Reads a number of `digits` digits from the front.
bool take(std::string_view& text, std::size_t digits, int& value) {
  if (text.size() < digits) return false;
  const auto read = std::from_chars(text.data(), text.data() + digits, value);
  if (read.ec != std::errc() || read.ptr != text.data() + digits) return false;
  text.remove_prefix(digits);
  return true;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

/// "Z", "+02:00", "-0330", or nothing: minutes to add for UTC.
std::optional<int> zone_minutes(std::string_view text) {
  if (text.empty() || text == "Z" || text == "z") return 0;
  const int sign = text.front() == '+' ? 1 : -1;
  if (!take(text, '+') && !take(text, '-')) return std::nullopt;
  int hours = 0, minutes = 0;
  if (!take(text, 2, hours)) return std::nullopt;
  take(text, ':');
  if (!text.empty() && !take(text, 2, minutes)) return std::nullopt;
  if (!text.empty()) return std::nullopt;
  return sign * (60 * hours + minutes);
}

}  // namespace

std::optional<double> time_from_iso(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t')) text.remove_suffix(1);
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  if (!take(text, 4, year) || !take(text, '-') || !take(text, 2, month) || !take(text, '-') || !take(text, 2, day) ||
      (!take(text, 'T') && !take(text, ' ')) || !take(text, 2, hour) || !take(text, ':') || !take(text, 2, minute) ||
      !take(text, ':') || !take(text, 2, second))
    return std::nullopt;
  double part = 0.0;
  if (take(text, '.'))
    for (double digit = 0.1; !text.empty() && text.front() >= '0' && text.front() <= '9'; digit *= 0.1) {
      part += digit * (text.front() - '0');
      text.remove_prefix(1);
    }
  const auto zone = zone_minutes(text);
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!zone || !date.ok() || hour > 24 || minute > 59 || second > 60) return std::nullopt;
  const auto days = std::chrono::sys_days(date).time_since_epoch().count();
  return 86400.0 * static_cast<double>(days) + 3600.0 * hour + 60.0 * (minute - *zone) + second + part;
}

tl::expected<Activity, std::string> read_xml_activity(std::span<const std::uint8_t> bytes) {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size());
  pugi::xml_node root = document.document_element();
  Activity out;
  if (is(root, "TrainingCenterDatabase"))
    read_tcx(root, out);
  else if (is(root, "gpx"))
    read_gpx(root, out);
  else
    return tl::unexpected(
        parsed ? fmt::format("its first element is <{}>: neither <TrainingCenterDatabase> nor <gpx>", root.name())
               : fmt::format("byte {}: {}", parsed.offset, parsed.description()));
  if (!parsed)
    out.notes.push_back(
        fmt::format("damaged at byte {}: {}; what comes before it is used", parsed.offset, parsed.description()));
  if (out.sports.empty()) out.sports.emplace_back();
  return out;
}

}  // namespace stridelab
