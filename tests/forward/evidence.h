#pragma once

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "forward/running_quality.h"
#include "forward/step_means.h"
#include "forward/step_tracker.h"
#include "support/forward_runs.h"

namespace stridelab::test {

/// Everything that a run showed, good or not: run_forward() keeps the numbers of bad running to itself.
struct Evidence {
  RunningQuality quality;
  std::optional<Fall> fall;
  MetricValues mean;
  std::vector<std::array<MetricSpread, 2>> spread;
  std::vector<StepResult> steps;
  std::vector<Curve> curves;
  double residual_peak_n = 0.0;  ///< largest component of the residual force and moment that frames report
  double duration_s = 0.0;

  /// Why this is no good running; empty when it is.
  [[nodiscard]] std::string fault() const { return fall ? fall->text() : quality.fault().value_or(""); }
  [[nodiscard]] bool good() const { return fault().empty(); }
  /// Mean of a metric, NaN where there is none: a comparison with it fails, as it should.
  [[nodiscard]] double of(std::string_view key) const { return mean.value(key).value_or(std::nan("")); }
  /// Step-to-step standard deviation, right leg.
  [[nodiscard]] double sd(std::string_view key) const {
    return spread.at(static_cast<std::size_t>(find_metric(key)->index))[0].sd;
  }
  [[nodiscard]] double worst_joint_deg() const { return quality.joint_rms_rad.maxCoeff() * deg_per_rad; }
  [[nodiscard]] std::string_view worst_joint() const {
    return coordinate_names[static_cast<std::size_t>(quality.worst_joint())];
  }
};

/// 250 frames a second judge quality; metrics need the frame of every step.
enum class Reading { quality, metrics };

/// Reads a run as it goes on.
class Reader {
 public:
  Reader(const Simulation& s, Reading reading)
      : reading_(reading),
        tracker_({s.stride().body(), s.stride().form(), s.settings().belt_speed_m_s}, load_models()),
        score_({s.stride().form().speed_m_s, s.stride().form().cadence_spm, s.stride().body().mass_kg,
                s.settings().belt_speed_m_s}) {}

  /// Goes on for a time; false when the runner fell.
  bool run(Simulation& simulation, double duration_s) {
    const double end_s = simulation.time_s() + duration_s - 0.5 * simulation.settings().dt_s;
    while (simulation.time_s() < end_s) {
      if (!simulation.step()) return false;
      if (reading_ == Reading::metrics || simulation.index() % 4 == 0) take(simulation.frame());
    }
    return true;
  }

  [[nodiscard]] Evidence result(const Simulation& simulation) const {
    Evidence out{score_.result(),  simulation.fall(),  means_.mean(), means_.spread(), steps_, {},
                 residual_peak_n_, simulation.time_s()};
    if (reading_ == Reading::metrics) out.curves = means_.curves(simulation.stride().body());
    return out;
  }

 private:
  void take(const Frame& frame) {
    score_.add(frame);
    residual_peak_n_ = std::max({residual_peak_n_, frame.motion.residual_force_n.cwiseAbs().maxCoeff(),
                                 frame.motion.residual_moment_nm.cwiseAbs().maxCoeff()});
    if (reading_ == Reading::quality) return;
    for (MeasuredStep& step : tracker_.add(frame)) {
      means_.add(step);
      steps_.push_back(std::move(step.result));
    }
  }

  Reading reading_;
  StepTracker tracker_;
  QualityScore score_;
  StepMeans means_;
  std::vector<StepResult> steps_;
  double residual_peak_n_ = 0.0;
};

inline Evidence evidence(const Stride& stride, const SimulationSettings& settings, double duration_s, Reading reading) {
  Simulation simulation(stride, load_models(), settings);
  Reader reader(simulation, reading);
  reader.run(simulation, duration_s);
  return reader.result(simulation);
}

/// Nothing holds the runner, Bullet carries the state, the usual shoe on asphalt: what is published.
inline SimulationSettings published_run(double mass_kg = Body{}.mass_kg) {
  SimulationSettings settings;
  settings.contact = read_contact_model("cushioned", "asphalt", mass_kg).value();
  return settings;
}

/// The same for each of many; two at a time on two cores.
template <class In, class Run>
auto all_of(const std::vector<In>& in, Run&& run) {
  std::vector<decltype(run(in.front()))> out(in.size());
  tbb::parallel_for(std::size_t{0}, in.size(), [&](std::size_t i) { out[i] = run(in[i]); });
  return out;
}

template <class... T>
void print(fmt::format_string<T...> format, T&&... values) {
  std::cout << fmt::format(format, std::forward<T>(values)...);
}

}  // namespace stridelab::test
