#pragma once

#include <cmath>
#include <functional>

#include "catalogue/leg_values.h"
#include "forward/frame.h"
#include "metrics/stride_source.h"

namespace stridelab::test {

/// The frames of a run that carries out its plan perfectly, one stride like the other; with hooks that spoil it.
struct SyntheticRun {
  StrideSource source;
  LoadModels models;
  double dt_s = 0.001;
  double start_phase = 0.95;  ///< in flight before right foot contact
  double settling_s = 0.0;
  double belt_speed_m_s = 0.0;
  std::function<void(StrideSample& motion, double time_s)> spoil{};  ///< changes the motion, not the plan; may be empty

  [[nodiscard]] Frame frame(long i) const {
    Frame out;
    out.time_s = static_cast<double>(i) * dt_s;
    out.index = i;
    const double clock = start_phase + out.time_s / source.period_s;
    out.stride_index = static_cast<std::int64_t>(std::floor(clock));
    out.stride_phase = clock - std::floor(clock);
    out.motion = source.at(out.stride_phase);
    out.plan = {out.motion.q_rad, out.motion.pelvis_m.y(), out.motion.leg[0].grf_n.y() + out.motion.leg[1].grf_n.y()};
    travel(out.motion, (source.form.speed_m_s - belt_speed_m_s) * out.time_s);
    if (spoil) spoil(out.motion, out.time_s);
    for (const Side side : {Side::right, Side::left})
      out.leg[static_cast<std::size_t>(index(side))] = leg_values(out.motion, side, source.body, source.form, models);
    out.actuator_torque_nm = out.motion.generalised_force_nm;
    out.settling = out.time_s < settling_s;
    return out;
  }

  /// Feeds the frames of a time to whoever takes them.
  template <typename Take>
  void play(double duration_s, Take take) const {
    const long n = std::lround(duration_s / dt_s);
    for (long i = 0; i < n; ++i) take(frame(i));
  }

 private:
  static void travel(StrideSample& s, double distance_m) {
    for (Vec3* v : {&s.pelvis_m, &s.com_m, &s.cop_m}) v->x() += distance_m;
    for (LegSample& leg : s.leg)
      for (Vec3* v : {&leg.hip_m, &leg.knee_m, &leg.ankle_m, &leg.mtp_m, &leg.heel_m, &leg.ball_m, &leg.toe_m})
        v->x() += distance_m;
  }
};

}  // namespace stridelab::test
