#include "activity/xml_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <pugixml.hpp>
#include <string>

namespace stridelab {
namespace {

/// Files differ in their prefixes: ns3:TPX, x:TPX, TPX.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// "Ground_Contact_Time" -> "groundcontacttime".
std::string letters(std::string_view text) {
  std::string out = lower(text);
  std::erase_if(out, [](char c) { return c < 'a' || c > 'z'; });
  return out;
}

bool is(const pugi::xml_node& node, std::string_view name) { return local_name(node) == name; }

/// "3.5", " +3.5\n", "3,5" as some apps write it; not_recorded for anything else.
double number(const char* given) {
  std::string_view text(given);
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  while (!text.empty() && (blank(text.front()) || text.front() == '+')) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  std::array<char, 40> copy{};
  if (text.empty() || text.size() > copy.size()) return not_recorded;
  std::copy(text.begin(), text.end(), copy.begin());
  const auto end = copy.begin() + static_cast<std::ptrdiff_t>(text.size());
  if (std::count(copy.begin(), end, ',') == 1 && std::find(copy.begin(), end, '.') == end)
    *std::find(copy.begin(), end, ',') = '.';
  double value = 0.0;
  const auto read = std::from_chars(copy.data(), copy.data() + text.size(), value);
  const bool whole = read.ec == std::errc() && read.ptr == copy.data() + text.size();
  return whole && std::isfinite(value) ? value : not_recorded;
}

double number(const pugi::xml_node& node) { return number(node.text().get()); }

double time_of(const pugi::xml_node& node) { return time_from_iso(node.text().get()).value_or(not_recorded); }

/// Calls f for all elements below, the outer one first; without recursion, because files may be nested at will.
template <typename F>
void each_below(const pugi::xml_node& top, const F& f) {
  for (pugi::xml_node node = top.first_child(); node && node != top;) {
    if (node.type() == pugi::node_element) f(node);
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node != top && !node.next_sibling()) node = node.parent();
    if (node != top) node = node.next_sibling();
  }
}

/// What extensions of both formats hold, by the names that devices give it.
void take_extension(const pugi::xml_node& e, TrackPoint& p) {
  struct Name {
    std::string_view word;
    double TrackPoint::*what;
    double below, factor;  ///< a value below that one is in another unit
  };
  constexpr double never = -1e9;
  static constexpr std::array<Name, 17> names = {
      {{"speed", &TrackPoint::speed_m_s, never, 1.0},
       {"runcadence", &TrackPoint::cadence_per_min, never, 1.0},
       {"cad", &TrackPoint::cadence_per_min, never, 1.0},
       {"cadence", &TrackPoint::cadence_per_min, never, 1.0},
       {"watts", &TrackPoint::power_w, never, 1.0},
       {"power", &TrackPoint::power_w, never, 1.0},
       {"powerinwatts", &TrackPoint::power_w, never, 1.0},
       {"hr", &TrackPoint::heart_rate_bpm, never, 1.0},
       {"heartrate", &TrackPoint::heart_rate_bpm, never, 1.0},
       {"distance", &TrackPoint::distance_m, never, 1.0},
       // Seconds, centimetres or metres, where milliseconds and millimetres cannot be.
       {"groundcontacttime", &TrackPoint::contact_time_ms, 5.0, 1000.0},
       {"stancetime", &TrackPoint::contact_time_ms, 5.0, 1000.0},
       {"contacttime", &TrackPoint::contact_time_ms, 5.0, 1000.0},
       {"verticaloscillation", &TrackPoint::vertical_oscillation_mm, 25.0, 10.0},
       {"steplength", &TrackPoint::step_length_m, never, 1.0},
       {"stancetimebalance", &TrackPoint::balance_percent, never, 1.0},
       {"groundcontactbalance", &TrackPoint::balance_percent, never, 1.0}}};
  const std::string name = letters(local_name(e));
  for (const Name& n : names)
    if (name == n.word) {
      const double value = number(e);
      p.*n.what = value < n.below ? value * n.factor : value;
    }
  if (p.step_length_m > 10.0) p.step_length_m *= 0.001;
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
    out.points.back().lap = std::max(0, out.laps - 1);
    out.points.back().after_pause = new_track;
    new_track = false;
  });
}

void read_gpx(const pugi::xml_node& root, Activity& out) {
  out.format = "GPX";
  out.device = root.attribute("creator").value();
  int sport = 0, planned = 0;
  bool new_track = false;
  each_below(root, [&](const pugi::xml_node& e) {
    if (is(e, "rtept") || is(e, "wpt")) ++planned;
    if (is(e, "trk")) sport = sport_index(out, e.child_value("type"));
    if (is(e, "trkseg")) new_track = !out.points.empty();
    if (!is(e, "trkpt")) return;
    out.points.push_back(gpx_point(e));
    out.points.back().sport = sport;
    out.points.back().after_pause = new_track;
    new_track = false;
  });
  if (planned > 0)
    out.notes.push_back(fmt::format("{} points of a route or marks, which nobody ran, are left out", planned));
}

/// Reads a number of `digits` digits from the front.
bool take(std::string_view& text, std::size_t digits, int& value) {
  if (text.size() < digits) return false;
  if (text.front() == '-') return false;
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
      (take(text, ':') && !take(text, 2, second)))
    return std::nullopt;
  double part = 0.0;
  if (take(text, '.') || take(text, ','))
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

tl::expected<Activity, std::string> read_xml_activity(std::vector<std::uint8_t> bytes) {
  pugi::xml_document document;
  // In place and with text inside its element: a day of records takes a third of the memory.
  const pugi::xml_parse_result parsed =
      document.load_buffer_inplace(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_embed_pcdata);
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
  if (!parsed) {
    // The point that is being written when a file ends may hold half a number.
    if (!out.points.empty()) out.points.pop_back();
    out.notes.push_back(
        fmt::format("damaged at byte {}: {}; what comes before it is used", parsed.offset, parsed.description()));
  }
  if (out.sports.empty()) out.sports.emplace_back();
  return out;
}

}  // namespace stridelab
