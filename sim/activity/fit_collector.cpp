#include "activity/fit_collector.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace stridelab {
namespace {

constexpr double fit_epoch_s = 631065600.0;  ///< 1989-12-31 00:00:00 UTC
constexpr double degrees_per_semicircle = 180.0 / 2147483648.0;
constexpr std::uint8_t timestamp_field = 253;
constexpr double first_of_all = -std::numeric_limits<double>::infinity();

enum Message : std::uint16_t {
  file_id = 0,
  sport = 12,
  session = 18,
  lap = 19,
  record = 20,
  event = 21,
  device_info = 23,
  field_description = 206
};

/// In the words that rules about sports read; "" where the file leaves it open.
const char* sport_word(double number, double sub_sport) {
  const bool indoors = sub_sport == 1.0 || sub_sport == 45.0;  // treadmill, indoor running
  if (number == 1.0 || (number == 4.0 && indoors)) return "running";
  if (number == 2.0) return "cycling";
  if (number == 3.0) return "transition";
  if (number == 5.0) return "swimming";
  if (number == 11.0) return "walking";
  if (number == 17.0) return "hiking";
  return std::isfinite(number) && number != 0.0 ? "another sport" : "";
}

std::string_view maker_word(double number) {
  struct Maker {
    double number;
    std::string_view word;
  };
  constexpr std::array<Maker, 8> makers = {{{1, "Garmin"},
                                            {23, "Suunto"},
                                            {32, "Wahoo Fitness"},
                                            {95, "Stryd"},
                                            {123, "Polar"},
                                            {260, "Zwift"},
                                            {265, "Strava"},
                                            {294, "Coros"}}};
  for (const Maker& m : makers)
    if (m.number == number) return m.word;
  return "";
}

}  // namespace

void FitCollector::begin_file() {
  developer_ = {};
  time_.reset();
  sixteenths_.reset();
  stopped_ = false;
  paused_ = !out_.points.empty();
}

void FitCollector::take(std::uint16_t message, const FitMessage& m, std::optional<unsigned> time_offset) {
  take_time(m, time_offset);
  if (message == record) take_record(m);
  if (message == event) take_event(m);
  if (message == field_description) developer_.describe(m);
  if (message == file_id) take_device(m, 1, 2, 8);
  // Index 0 is the device that writes; the others are its sensors.
  if (message == device_info && m.number(0) == 0.0) take_device(m, 2, 4, 27);
  const double start_s = fit_epoch_s + m.number(2);
  if (message == session) take_session(m, 5, 6, std::isfinite(start_s) ? start_s : first_of_all);
  if (message == sport) take_session(m, 0, 1, first_of_all);
  if (message == lap) {
    ++out_.laps;
    if (std::isfinite(start_s)) lap_starts_s_.push_back(start_s);
  }
}

void FitCollector::take_time(const FitMessage& m, std::optional<unsigned> time_offset) {
  const double time = m.number(timestamp_field);
  if (time >= 0.0 && time < 4294967295.0)
    time_ = static_cast<std::uint32_t>(time);
  else if (time_offset && time_)
    // Five bits of the time; they roll over every 32 s.
    *time_ += (*time_offset - *time_) & 0x1fU;
}

void FitCollector::take_record(const FitMessage& m) {
  TrackPoint p;
  if (time_) p.time_s = fit_epoch_s + *time_;
  p.latitude_deg = m.number(0) * degrees_per_semicircle;
  p.longitude_deg = m.number(1) * degrees_per_semicircle;
  p.altitude_m = m.number_of(78, 2, 5.0, 500.0);
  p.distance_m = m.number(5, 100.0);
  p.speed_m_s = m.number_of(73, 6, 1000.0);
  take_speed_and_distance(m, p);
  p.heart_rate_bpm = m.number(3);
  p.power_w = m.number(7);
  const double part = m.number(53, 128.0), fine = m.number(52, 256.0);
  p.cadence_per_min = std::isfinite(fine) ? fine : m.number(4) + (std::isfinite(part) ? part : 0.0);
  p.vertical_oscillation_mm = m.number(39, 10.0);
  p.contact_time_ms = m.number(41, 10.0);
  p.balance_percent = m.number(84, 100.0);
  p.step_length_m = m.number(85, 10000.0);
  developer_.take(m, p);
  p.after_pause = paused_;
  paused_ = false;
  out_.points.push_back(p);
}

/// Field 8 of old devices: twelve bits of speed in cm/s, twelve of distance in sixteenths of a metre.
void FitCollector::take_speed_and_distance(const FitMessage& m, TrackPoint& p) {
  const auto b = m.bytes(8);
  if (b.size() < 3 || (b[0] == 0xff && b[1] == 0xff && b[2] == 0xff)) return;
  const unsigned speed = b[0] | (b[1] & 0xfU) << 8U, distance = b[1] >> 4U | static_cast<unsigned>(b[2]) << 4U;
  if (sixteenths_) rolled_m_ += ((distance - *sixteenths_) & 0xfffU) / 16.0;
  sixteenths_ = distance;
  if (!std::isfinite(p.speed_m_s)) p.speed_m_s = 0.01 * speed;
  if (!std::isfinite(p.distance_m)) p.distance_m = rolled_m_;
}

/// The timer: stopped (1, 4, 8, 9), by hand or by itself, and started again (0).
void FitCollector::take_event(const FitMessage& m) {
  if (m.number(0) != 0.0) return;
  const double type = m.number(1);
  const bool stop = type == 1.0 || type == 4.0 || type == 8.0 || type == 9.0;
  // A record may be written between both: the clock stands before it and after it.
  if (stop || (type == 0.0 && stopped_)) paused_ = true;
  if (stop || type == 0.0) stopped_ = stop;
}

void FitCollector::take_session(const FitMessage& m, std::uint8_t sport_field, std::uint8_t sub_sport_field,
                                double from_s) {
  const double sub_sport = m.number(sub_sport_field);
  const std::string word = sport_word(m.number(sport_field), sub_sport);
  const auto known = std::find(out_.sports.begin(), out_.sports.end(), word);
  const auto index = static_cast<int>(known - out_.sports.begin());
  if (known == out_.sports.end()) out_.sports.push_back(word);
  out_.treadmill = out_.treadmill || sub_sport == 1.0 || sub_sport == 45.0;
  (sport_field == 0 ? sports_ : sessions_).push_back({from_s, index});
}

void FitCollector::take_device(const FitMessage& m, std::uint8_t maker, std::uint8_t product, std::uint8_t name) {
  std::string word(maker_word(m.number(maker)));
  std::string model = m.text(name);
  if (const double number = m.number(product); model.empty() && !word.empty() && std::isfinite(number))
    model = fmt::format("product {:.0f}", number);
  // "Garmin Forerunner", and no "COROS COROS PACE".
  if (!model.empty()) word += (word.empty() ? "" : " ") + model;
  if (out_.device.empty() || (!m.text(name).empty())) out_.device = word.empty() ? out_.device : word;
}

void FitCollector::finish() {
  if (out_.sports.empty()) out_.sports.emplace_back();
  std::vector<Session>& sessions = sessions_.empty() ? sports_ : sessions_;
  std::stable_sort(sessions.begin(), sessions.end(),
                   [](const Session& a, const Session& b) { return a.from_s < b.from_s; });
  std::sort(lap_starts_s_.begin(), lap_starts_s_.end());
  for (TrackPoint& p : out_.points) {
    if (!sessions.empty()) {
      const auto next = std::upper_bound(sessions.begin(), sessions.end(), p.time_s,
                                         [](double t, const Session& s) { return t < s.from_s; });
      p.sport = (next == sessions.begin() ? next : next - 1)->sport;
    }
    const auto started = std::upper_bound(lap_starts_s_.begin(), lap_starts_s_.end(), p.time_s);
    p.lap = std::max(0, static_cast<int>(started - lap_starts_s_.begin()) - 1);
  }
}

}  // namespace stridelab
