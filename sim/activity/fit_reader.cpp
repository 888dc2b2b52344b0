#include "activity/fit_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "activity/fit_messages.h"

namespace stridelab {
namespace {

constexpr double fit_epoch_s = 631065600.0;  ///< 1989-12-31 00:00:00 UTC
constexpr double degrees_per_semicircle = 180.0 / 2147483648.0;
constexpr std::uint8_t timestamp_field = 253;

enum Message : std::uint16_t { file_id = 0, session = 18, lap = 19, record = 20, event = 21 };

/// A sport of a multisport file, by the time it took.
struct Session {
  double from_s, until_s;
  int sport;
};

const char* sport_word(double number) {
  if (number == 1.0) return "running";
  if (number == 11.0) return "walking";
  if (number == 17.0) return "hiking";
  if (number == 2.0) return "cycling";
  if (number == 5.0) return "swimming";
  return std::isfinite(number) ? "another sport" : "";
}

/// One file of a chain.
class FitFile {
 public:
  FitFile(std::span<const std::uint8_t> data, std::size_t from, Activity& out) : data_(data), from_(from), out_(out) {}

  /// Reads all messages; false at damage, with a note.
  bool read() {
    while (at_ < data_.size())
      if (!read_message()) {
        out_.notes.push_back(fmt::format("damaged at byte {}: {}; what comes before it is used", from_ + at_, why_));
        return false;
      }
    return true;
  }

 private:
  bool fail(const char* why) {
    why_ = why;
    return false;
  }

  bool read_message() {
    const std::uint8_t header = data_[at_];
    if ((header & 0x80U) != 0) return read_data(header >> 5U & 0x3U, header & 0x1fU);
    if ((header & 0x40U) != 0) return read_definition(header & 0xfU, (header & 0x20U) != 0);
    return read_data(header & 0xfU, std::nullopt);
  }

  bool read_definition(std::size_t local, bool developer) {
    const auto rest = data_.subspan(at_ + 1);
    if (rest.size() < 5) return fail("a definition is cut off");
    FitDefinition layout;
    layout.known = true;
    layout.big_endian = rest[1] == 1;
    layout.message = static_cast<std::uint16_t>(layout.big_endian ? rest[2] << 8U | rest[3] : rest[3] << 8U | rest[2]);
    std::size_t next = 5 + 3 * std::size_t{rest[4]};
    if (rest.size() < next + (developer ? 1 : 0)) return fail("a definition is cut off");
    for (std::size_t i = 5; i < next; i += 3) layout.fields.push_back({rest[i], rest[i + 1], rest[i + 2]});
    if (developer) {
      const std::size_t count = rest[next];
      if (rest.size() < next + 1 + 3 * count) return fail("a definition is cut off");
      for (std::size_t i = 0; i < count; ++i) layout.developer_bytes += rest[next + 2 + 3 * i];
      next += 1 + 3 * count;
    }
    layouts_[local] = std::move(layout);
    at_ += 1 + next;
    return true;
  }

  bool read_data(std::size_t local, std::optional<unsigned> time_offset) {
    const FitDefinition& layout = layouts_[local];
    if (!layout.known) return fail("data without a definition");
    if (data_.size() - at_ - 1 < layout.size()) return fail("data are cut off");
    take(layout.message, FitMessage(layout, data_.subspan(at_ + 1, layout.size())), time_offset);
    at_ += 1 + layout.size();
    return true;
  }

  void take(std::uint16_t message, const FitMessage& m, std::optional<unsigned> time_offset) {
    if (const double time = m.number(timestamp_field); std::isfinite(time)) {
      time_ = static_cast<std::uint32_t>(time);
    } else if (time_offset && time_) {
      // Five bits of the time; they roll over every 32 s.
      *time_ += (*time_offset - *time_) & 0x1fU;
    }
    if (message == record) take_record(m);
    if (message == event) take_event(m);
    if (message == lap) ++out_.laps;
    if (message == session) take_session(m);
    if (message == file_id && out_.device.empty()) out_.device = m.text(8);
  }

  void take_record(const FitMessage& m) {
    TrackPoint p;
    if (time_) p.time_s = fit_epoch_s + *time_;
    p.latitude_deg = m.number(0) * degrees_per_semicircle;
    p.longitude_deg = m.number(1) * degrees_per_semicircle;
    p.altitude_m = m.number_of(78, 2, 5.0, 500.0);
    p.distance_m = m.number(5, 100.0);
    p.speed_m_s = m.number_of(73, 6, 1000.0);
    p.heart_rate_bpm = m.number(3);
    p.power_w = m.number(7);
    const double part = m.number(53, 128.0);
    p.cadence_per_min = m.number(4) + (std::isfinite(part) ? part : 0.0);
    p.vertical_oscillation_mm = m.number(39, 10.0);
    p.contact_time_ms = m.number(41, 10.0);
    p.balance_percent = m.number(84, 100.0);
    p.step_length_m = m.number(85, 10000.0);
    p.after_pause = paused_;
    paused_ = false;
    out_.points.push_back(p);
  }

  /// The timer: stopped (1, 4, 9), by hand or by itself.
  void take_event(const FitMessage& m) {
    const double type = m.number(1);
    if (m.number(0) == 0.0 && (type == 1.0 || type == 4.0 || type == 9.0)) paused_ = true;
  }

  void take_session(const FitMessage& m) {
    const std::string word = sport_word(m.number(5));
    const auto known = std::find(out_.sports.begin(), out_.sports.end(), word);
    const auto sport = static_cast<int>(known - out_.sports.begin());
    if (known == out_.sports.end()) out_.sports.push_back(word);
    const double sub_sport = m.number(6);
    out_.treadmill = out_.treadmill || sub_sport == 1.0 || sub_sport == 45.0;  // treadmill, indoor running
    const double start_s = fit_epoch_s + m.number(2), elapsed_s = m.number(7, 1000.0);
    for (TrackPoint& p : out_.points)
      if (p.time_s >= start_s && p.time_s <= start_s + elapsed_s) p.sport = sport;
  }

  std::span<const std::uint8_t> data_;
  std::size_t from_, at_ = 0;
  Activity& out_;
  std::array<FitDefinition, 16> layouts_;
  std::optional<std::uint32_t> time_;
  bool paused_ = false;
  const char* why_ = "";
};

std::size_t four_bytes(std::span<const std::uint8_t> b) {
  return std::size_t{b[0]} | std::size_t{b[1]} << 8U | std::size_t{b[2]} << 16U | std::size_t{b[3]} << 24U;
}

}  // namespace

bool looks_like_fit(std::span<const std::uint8_t> b) {
  return b.size() >= 12 && b[0] >= 12 && b[8] == '.' && b[9] == 'F' && b[10] == 'I' && b[11] == 'T';
}

std::uint16_t fit_check_sum(std::span<const std::uint8_t> bytes) {
  constexpr std::array<std::uint16_t, 16> table = {0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
                                                   0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400};
  unsigned sum = 0;
  for (const std::uint8_t byte : bytes)
    for (const unsigned nibble : {byte & 0xfU, byte >> 4U & 0xfU})
      sum = (sum >> 4U & 0x0fffU) ^ table[sum & 0xfU] ^ table[nibble];
  return static_cast<std::uint16_t>(sum);
}

tl::expected<Activity, std::string> read_fit(std::span<const std::uint8_t> bytes) {
  Activity out;
  out.format = "FIT";
  std::size_t at = 0;
  while (at < bytes.size() && looks_like_fit(bytes.subspan(at))) {
    const std::size_t header = bytes[at], promised = four_bytes(bytes.subspan(at + 4));
    if (header > bytes.size() - at) break;
    const std::size_t there = std::min(promised, bytes.size() - at - header);
    if (there < promised) out.notes.push_back(fmt::format("cut off: {} of {} bytes are there", there, promised));
    const bool whole = FitFile(bytes.subspan(at + header, there), at + header, out).read();
    const std::size_t end = at + header + there;
    if (there == promised && bytes.size() >= end + 2) {
      const unsigned stored = bytes[end] | static_cast<unsigned>(bytes[end + 1]) << 8U;
      if (stored != fit_check_sum(bytes.subspan(at, header + there)))
        out.notes.emplace_back("the check sum is wrong: the file was changed or damaged after it was written");
    }
    if (!whole) break;
    at = end + 2;
  }
  if (at == 0 && out.points.empty() && out.notes.empty()) return tl::unexpected(std::string("byte 0: no FIT header"));
  if (at < bytes.size() && out.notes.empty())
    out.notes.push_back(fmt::format("what follows byte {} is no FIT file and is left out", at));
  if (out.sports.empty()) out.sports.emplace_back();
  return out;
}

}  // namespace stridelab
