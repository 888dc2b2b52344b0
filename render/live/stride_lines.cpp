#include "render/live/stride_lines.h"

#include <algorithm>

#include "forward/step_record.h"
#include "metrics/curves.h"
#include "render/live/finite.h"

namespace stridelab::view {
namespace {

constexpr double longest_stride_s = 2.0;  ///< 130 steps/min take 0.92 s
constexpr double longest_gap_s = 0.005;   ///< between frames that a stride can be read from

std::vector<std::vector<double>> values_of(const std::vector<LegValues>& cycle, const Body& body) {
  std::vector<std::vector<double>> rows;
  for (const CurveRow& row : curve_table()) {
    std::vector<double>& values = rows.emplace_back();
    for (const LegValues& leg : cycle) values.push_back(curve_value(row, leg, body));
  }
  return rows;
}

/// The first frame after a time.
std::size_t first_after(const HistoryView& history, double time_s) {
  std::size_t first = 0, count = history.size();
  while (count > 0) {
    const std::size_t half = count / 2;
    if (history[first + half].time_s <= time_s) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

}  // namespace

void StrideLines::begin(const Body& body, double from_s) {
  if (body != body_) {
    body_ = body;
    restart();
  }
  from_s_ = from_s;
  strides_.clear();
}

void StrideLines::restart() {
  lose_track();
  strides_.clear();
  from_s_ = 0.0;
}

void StrideLines::lose_track() {
  contact_ = ContactDetector(body_.mass_kg * gravity_m_s2);
  samples_.clear();
  open_.reset();
}

void StrideLines::read(const HistoryView& history) {
  if (history.empty()) return;
  // A restart empties the history; it may be seen here before anything else tells of it.
  if (!samples_.empty() && history[history.size() - 1].time_s < samples_.back().time_s) restart();
  for (std::size_t i = samples_.empty() ? 0 : first_after(history, samples_.back().time_s); i < history.size(); ++i)
    if (is_finite(history[i])) add(history[i]);
}

void StrideLines::add(const Frame& frame) {
  if (!samples_.empty() && frame.time_s - samples_.back().time_s > longest_gap_s) lose_track();
  samples_.push_back(step_sample(frame));
  const StepSample& now = samples_.back();
  switch (contact_.add(now.time_s, now.leg[0][quantity("vertical_force_n")])) {
    case ContactDetector::Event::toe_off:
      if (open_) open_->toe_off_s = contact_.toe_off_s();
      break;
    case ContactDetector::Event::contact:
      finish(contact_.contact_s());
      open_ = StepTimes{contact_.contact_s(), 0.0, 0.0};
      forget_before(contact_.contact_s() - 2.0 * step_lead_s);
      break;
    case ContactDetector::Event::none:
      if (open_ && now.time_s - open_->contact_s > longest_stride_s) open_.reset();
      if (!open_ && !contact_.landing()) forget_before(now.time_s - longest_stride_s);
      break;
  }
}

void StrideLines::finish(double next_contact_s) {
  if (!open_ || open_->contact_s < from_s_ || open_->toe_off_s <= open_->contact_s) return;
  open_->next_contact_s = next_contact_s;
  const StepWindow window(samples_);
  const StepRecord read = record_step(window, *open_, Side::right, {body_, {}, 0.0});
  const auto frames = window.between(open_->contact_s, next_contact_s);
  strides_.push_back(
      {finished_++, values_of(read.cycle[0], body_), std::ranges::any_of(frames, &StepSample::settling)});
  if (strides_.size() > most) strides_.erase(strides_.begin());
}

void StrideLines::forget_before(double time_s) {
  const auto keep = std::ranges::lower_bound(samples_, time_s, {}, &StepSample::time_s);
  // Copying the rest to the front waits until it is worth it.
  if (keep - samples_.begin() > 200) samples_.erase(samples_.begin(), keep);
}

}  // namespace stridelab::view
