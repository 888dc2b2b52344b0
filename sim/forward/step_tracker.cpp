#include "forward/step_tracker.h"

#include <algorithm>

#include "metrics/load_notes.h"

namespace stridelab {
namespace {

constexpr double longest_step_s = 2.0;  ///< 130 steps/min take 0.92 s

/// Values of one leg in the order of the table.
std::vector<MetricValue> of_leg(const MetricValues& values, Side side) {
  std::vector<MetricValue> out;
  const std::vector<MetricRow>& table = metric_table();
  for (std::size_t i = 0; i < table.size(); ++i)
    out.push_back(values.of(MetricName{&table[i], static_cast<int>(i), side}));
  return out;
}

double largest(std::span<const StepSample> samples, double StepSample::*value) {
  double most = 0.0;
  for (const StepSample& s : samples) most = std::max(most, s.*value);
  return most;
}

}  // namespace

StepTracker::StepTracker(const StepRunner& runner, const LoadModels& models)
    : runner_(runner),
      models_(models),
      legs_{Leg{ContactDetector(runner.body.mass_kg * gravity_m_s2)},
            Leg{ContactDetector(runner.body.mass_kg * gravity_m_s2)}} {}

std::vector<MeasuredStep> StepTracker::add(const Frame& frame) {
  samples_.push_back(step_sample(frame));
  std::vector<MeasuredStep> done;
  for (const Side side : {Side::right, Side::left}) follow(side, done);
  forget();
  return done;
}

void StepTracker::follow(Side side, std::vector<MeasuredStep>& done) {
  Leg& leg = legs_[static_cast<std::size_t>(index(side))];
  const StepSample& now = samples_.back();
  const double force_n = now.leg[static_cast<std::size_t>(index(side))][quantity("vertical_force_n")];
  const ContactDetector::Event event = leg.contact.add(now.time_s, force_n);
  if (event == ContactDetector::Event::toe_off) leg.times.toe_off_s = leg.contact.toe_off_s();
  if (event == ContactDetector::Event::contact) {
    leg.times.next_contact_s = leg.contact.contact_s();
    if (leg.open) done.push_back(measure(side));
    leg.open = true;
    leg.index = contacts_++;
    leg.times = {leg.contact.contact_s(), 0.0, 0.0};
  } else if (leg.open && now.time_s - leg.times.contact_s > longest_step_s) {
    done.push_back(unfinished(side));
    leg.open = false;
  }
}

MeasuredStep StepTracker::measure(Side side) const {
  const Leg& leg = legs_[static_cast<std::size_t>(index(side))];
  const StepWindow window(samples_);
  StepRecord read = record_step(window, leg.times, side, runner_);
  const StrideRecord& record = read.record;
  MetricValues values = compute_leg_metrics(record, models_, side);
  const auto frames = window.between(leg.times.contact_s, leg.times.next_contact_s);
  const double percent_bw = 100.0 / record.body_weight_n();
  values.set(metric("residual_force_peak_percent_bw", side),
             percent_bw * largest(frames, &StepSample::residual_force_n));
  values.set(metric("residual_moment_peak_percent_bw_height", side),
             percent_bw / runner_.body.height_m * largest(frames, &StepSample::residual_moment_nm));
  values.set(metric("solve_time_ms", side),
             {std::nullopt, "forward run: the time the stride took is its own run's", false});
  const bool settling = std::ranges::any_of(frames, &StepSample::settling);
  MeasuredStep step;
  step.result = {leg.index, side, leg.times.contact_s, settling ? "settling" : "", of_leg(values, side)};
  if (settling) return step;
  step.cycle = std::move(read.cycle);
  step.notes = load_notes(record.of(side), models_);
  return step;
}

MeasuredStep StepTracker::unfinished(Side side) const {
  const Leg& leg = legs_[static_cast<std::size_t>(index(side))];
  const MetricValue none{std::nullopt, "the foot did not come down again within 2 s"};
  return {{leg.index, side, leg.times.contact_s, none.missing_reason, {metric_table().size(), none}}, {}, {}};
}

/// Drops what no unfinished step needs. Moving the rest to the front waits until half is waste, which makes it one
/// copy per frame.
void StepTracker::forget() {
  double needed_s = samples_.back().time_s;
  for (const Leg& leg : legs_) {
    if (leg.contact.landing()) needed_s = std::min(needed_s, leg.contact.contact_s());
    if (leg.open) needed_s = std::min(needed_s, leg.times.contact_s);
  }
  needed_s -= step_lead_s;
  const StepSample& middle = samples_[samples_.size() / 2];
  if (samples_.size() < 64 || middle.time_s >= needed_s) return;
  const auto keep = std::ranges::lower_bound(samples_, needed_s, {}, &StepSample::time_s);
  if (keep - samples_.begin() > 2) samples_.erase(samples_.begin(), keep - 2);
}

}  // namespace stridelab
