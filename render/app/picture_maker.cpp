#include "render/app/picture_maker.h"

#include <cmath>

#include "render/scene/footprints.h"

namespace stridelab::view {
namespace {

bool on_belt(const ShownRun& run) { return run.question.inputs.surface == "treadmill"; }

/// The frontal line belongs to the cameras that see the frontal plane.
bool wants_frontal_line(const PictureChoices& shown, CameraPreset from) {
  return shown.frontal_line || from == CameraPreset::front || from == CameraPreset::back;
}

}  // namespace

const DrawnRunner& FittedRunner::of(const Body& body) {
  if (!drawn_ || drawn_->skeleton.body != body) drawn_ = drawn_runner(body);
  return *drawn_;
}

CameraSubject camera_subject(const ShownRun& run, const Moment& now) {
  const Stride& stride = run.stride();
  return camera_subject(stride.body().height_m, now.sample, stride.form().slope_rad, now.travelled_m, on_belt(run));
}

Side loaded_side(const StrideSample& sample) {
  return sample.leg[1].grf_n.norm() > sample.leg[0].grf_n.norm() ? Side::left : Side::right;
}

LoadScale PictureMaker::footprint_scale() { return {2.0, 8.0, "kneecap force", "BW"}; }

DrawList PictureMaker::main(const ViewModel& model, const Moment& now, const PictureChoices& shown, CameraPreset from) {
  const ShownRun& run = *model.b();
  const Stride& stride = run.stride();
  DrawList list;
  list.ground.slope_rad = static_cast<float>(stride.form().slope_rad);
  list.ground.travelled_m = static_cast<float>(now.travelled_m);
  list.ground.belt = on_belt(run);
  const PictureOptions options{.force = shown.force,
                               .frontal_line = wants_frontal_line(shown, from),
                               .knee_lever = now.still,
                               .side = loaded_side(now.sample)};
  add_runner(list, runner_.of(stride.body()), now.sample, options);
  if (shown.ghost) add_baseline(list, model, now);
  if (shown.footprints) add_prints(list, run, now);
  return list;
}

void PictureMaker::add_baseline(DrawList& list, const ViewModel& model, const Moment& now) {
  const ShownRun* a = model.a();
  if (a == nullptr || a->question.inputs == model.b()->question.inputs) return;
  add_ghost(list, ghost_.of(a->stride().body()), a->stride().at(now.phase));
}

void PictureMaker::add_prints(DrawList& list, const ShownRun& run, const Moment& now) {
  const auto load = run.metrics().value("pfj_force_peak_bw");
  if (!load) return;
  const Stride& stride = run.stride();
  // Whole strides by the way that was run, the part of one by the phase, which a hand may have moved; some strides are
  // behind every runner.
  const double run_so_far = now.travelled_m / (stride.form().speed_m_s * stride.period_s());
  constexpr double before = 4.0;
  const double strides = before + std::round(run_so_far - now.phase) + now.phase;
  add_footprints(list, stride, runner_.of(stride.body()).skeleton, strides, *load, footprint_scale());
}

}  // namespace stridelab::view
