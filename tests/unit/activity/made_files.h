#pragma once

#include <fmt/format.h>
#include <zlib.h>

#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "activity/fit_reader.h"

/// Files of watches, made here: no run of a real person is in the tree.
namespace stridelab::test {

using Bytes = std::vector<std::uint8_t>;

/// What every format can say of one second of a run.
struct MadePoint {
  double second = 0.0, distance_m = 0.0, altitude_m = 100.0, speed_m_s = 3.0, steps_per_min = 170.0;
};

/// A point a second; speed, altitude and cadence by the distance.
inline std::vector<MadePoint> made_run(int seconds, const std::function<double(double)>& speed_m_s,
                                       const std::function<double(double)>& altitude_m, double steps_per_min = 170.0) {
  std::vector<MadePoint> points;
  double distance_m = 0.0;
  for (int i = 0; i <= seconds; ++i) {
    points.push_back(
        {static_cast<double>(i), distance_m, altitude_m(distance_m), speed_m_s(distance_m), steps_per_min});
    distance_m += speed_m_s(distance_m);
  }
  return points;
}

inline std::vector<MadePoint> level_run(int seconds, double speed_m_s = 3.0, double steps_per_min = 170.0) {
  return made_run(
      seconds, [=](double) { return speed_m_s; }, [](double) { return 100.0; }, steps_per_min);
}

inline constexpr double made_start_s = 1767225600.0;  ///< 2026-01-01T00:00:00Z

/// The layout of a FIT file: the byte order, the cadence of one foot as watches write it, developer fields, and times in the
/// headers of compressed messages.
struct FitStyle {
  bool big_endian = false, one_foot = true, developer_field = false, compressed = false;
};

class FitWriter {
 public:
  explicit FitWriter(FitStyle style) : style_(style) {}

  void number(std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i)
      data_.push_back(static_cast<std::uint8_t>(value >> (8 * (style_.big_endian ? size - 1 - i : i))));
  }
  void byte(unsigned value) { data_.push_back(static_cast<std::uint8_t>(value)); }

  struct Field {
    unsigned number, size, type;
  };
  void definition(unsigned local, unsigned message, const std::vector<Field>& fields, bool developer = false) {
    byte(0x40U | (developer ? 0x20U : 0U) | local);
    byte(0);
    byte(style_.big_endian ? 1 : 0);
    number(message, 2);
    byte(static_cast<unsigned>(fields.size()));
    for (const Field& f : fields) byte(f.number), byte(f.size), byte(f.type);
    if (developer) byte(1), byte(0), byte(3), byte(0);  // one field of three bytes
  }

  /// Header, data, check sum.
  [[nodiscard]] Bytes file() const {
    Bytes out = {14, 0x20, 0x34, 0x08};
    for (int i = 0; i < 4; ++i) out.push_back(static_cast<std::uint8_t>(data_.size() >> (8 * i)));
    for (const char c : {'.', 'F', 'I', 'T'}) out.push_back(static_cast<std::uint8_t>(c));
    append(out, fit_check_sum(out));
    out.insert(out.end(), data_.begin(), data_.end());
    append(out, fit_check_sum(out));
    return out;
  }

 private:
  static void append(Bytes& out, unsigned sum) {
    out.push_back(static_cast<std::uint8_t>(sum));
    out.push_back(static_cast<std::uint8_t>(sum >> 8U));
  }
  FitStyle style_;
  Bytes data_;
};

inline void write_records(FitWriter& w, const std::vector<MadePoint>& points, FitStyle style, unsigned fit_start_s) {
  std::vector<FitWriter::Field> fields = {{5, 4, 0x86}, {78, 4, 0x86}, {4, 1, 0x02}, {73, 4, 0x86}};
  const auto whole = [](double x) { return static_cast<std::uint64_t>(std::lround(x)); };
  const auto values = [&](const MadePoint& p) {
    w.number(whole(100.0 * p.distance_m), 4);
    w.number(whole(5.0 * (p.altitude_m + 500.0)), 4);
    w.byte(static_cast<unsigned>(std::lround(style.one_foot ? 0.5 * p.steps_per_min : p.steps_per_min)));
    w.number(whole(1000.0 * p.speed_m_s), 4);
    if (style.developer_field) w.byte(1), w.byte(2), w.byte(3);
  };
  auto timed = fields;
  timed.insert(timed.begin(), {253, 4, 0x86});
  w.definition(0, 20, timed, style.developer_field);
  w.definition(1, 20, fields, style.developer_field);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto time_s = fit_start_s + static_cast<unsigned>(std::lround(points[i].second));
    if (style.compressed && i > 0) {
      w.byte(0x80U | 1U << 5U | (time_s & 0x1fU));
    } else {
      w.byte(0);
      w.number(time_s, 4);
    }
    values(points[i]);
  }
}

inline constexpr unsigned made_fit_start_s = 1767225600U - 631065600U;

inline Bytes fit_file(const std::vector<MadePoint>& points, FitStyle style = {}) {
  FitWriter w(style);
  write_records(w, points, style, made_fit_start_s);
  return w.file();
}

inline std::string clock_of(double second) {
  const long s = std::lround(second);
  return fmt::format("2026-01-01T{:02}:{:02}:{:02}Z", s / 3600, s / 60 % 60, s % 60);
}

inline Bytes bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

inline Bytes tcx_file(const std::vector<MadePoint>& points, bool one_foot = true) {
  std::string text =
      R"(<?xml version="1.0"?><TrainingCenterDatabase xmlns="x" xmlns:ns3="y"><Activities><Activity Sport="Running"><Lap><Track>)";
  for (const MadePoint& p : points)
    text += fmt::format(
        "<Trackpoint><Time>{}</Time><AltitudeMeters>{:.3f}</AltitudeMeters><DistanceMeters>{:.3f}</DistanceMeters>"
        "<Extensions><ns3:TPX><ns3:Speed>{:.3f}</ns3:Speed><ns3:RunCadence>{:.0f}</ns3:RunCadence></ns3:TPX></"
        "Extensions></Trackpoint>",
        clock_of(p.second), p.altitude_m, p.distance_m, p.speed_m_s,
        one_foot ? 0.5 * p.steps_per_min : p.steps_per_min);
  return bytes_of(text + "</Track></Lap></Activity></Activities></TrainingCenterDatabase>");
}

/// Along the equator, so that a degree of longitude is as long as one of latitude.
inline std::string gpx_text(const std::vector<MadePoint>& points, const std::string& type = "running",
                            bool cadence = true) {
  std::string text =
      R"(<?xml version="1.0"?><gpx creator="made" xmlns:gpxtpx="x"><trk><type>)" + type + "</type><trkseg>";
  for (const MadePoint& p : points) {
    text += fmt::format(R"(<trkpt lat="0.0" lon="{:.9f}"><ele>{:.3f}</ele><time>{}</time>)",
                        p.distance_m / 6371000.0 * 180.0 / 3.14159265358979, p.altitude_m, clock_of(p.second));
    if (cadence)
      text += fmt::format(
          "<extensions><gpxtpx:TrackPointExtension><gpxtpx:cad>{:.0f}</gpxtpx:cad></gpxtpx:TrackPointExtension></"
          "extensions>",
          0.5 * p.steps_per_min);
    text += "</trkpt>";
  }
  return text + "</trkseg></trk></gpx>";
}

inline Bytes gpx_file(const std::vector<MadePoint>& points) { return bytes_of(gpx_text(points)); }

inline Bytes packed(const Bytes& bytes) {
  z_stream s{};
  deflateInit2(&s, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  Bytes out(deflateBound(&s, bytes.size()) + 64);
  s.next_in = const_cast<std::uint8_t*>(bytes.data());  // NOLINT: zlib's interface
  s.avail_in = static_cast<uInt>(bytes.size());
  s.next_out = out.data();
  s.avail_out = static_cast<uInt>(out.size());
  deflate(&s, Z_FINISH);
  out.resize(s.total_out);
  deflateEnd(&s);
  return out;
}

}  // namespace stridelab::test
