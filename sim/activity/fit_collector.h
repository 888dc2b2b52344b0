#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "activity/activity.h"
#include "activity/developer_fields.h"
#include "activity/fit_messages.h"

namespace stridelab {

/// Makes an activity of the messages of a FIT file, or of several that are chained.
class FitCollector {
 public:
  explicit FitCollector(Activity& out) : out_(out) {}

  /// A file of a chain begins: times and fields of developers are its own.
  void begin_file();

  /// A message; `time_offset`: the five bits of a compressed timestamp.
  void take(std::uint16_t message, const FitMessage& m, std::optional<unsigned> time_offset);

  /// After the last message: sports and laps by time.
  void finish();

 private:
  struct Session {
    double from_s;
    int sport;
  };
  void take_time(const FitMessage& m, std::optional<unsigned> time_offset);
  void take_record(const FitMessage& m);
  void take_speed_and_distance(const FitMessage& m, TrackPoint& p);
  void take_event(const FitMessage& m);
  void take_session(const FitMessage& m, std::uint8_t sport, std::uint8_t sub_sport, double from_s);
  void take_device(const FitMessage& m, std::uint8_t maker, std::uint8_t product, std::uint8_t name);

  Activity& out_;
  std::vector<Session> sessions_, sports_;  ///< of messages session; of messages sport, where there are none
  std::vector<double> lap_starts_s_;
  DeveloperFields developer_;
  std::optional<std::uint32_t> time_;
  std::optional<unsigned> sixteenths_;  ///< the distance of old devices, twelve bits that roll over
  double rolled_m_ = 0.0;
  bool paused_ = false, stopped_ = false;
};

}  // namespace stridelab
