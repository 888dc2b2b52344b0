#include "render/app/picture_maker.h"

#include <array>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

#include "loads/leg_muscles.h"
#include "render/scene/footprints.h"
#include "render/scene/overlays.h"
#include "render/scene/palette.h"

namespace stridelab::view {
namespace {

bool on_belt(const ShownRun& run) { return run.question.inputs.surface == "treadmill"; }

constexpr double least_stance_n = 20.0;

/// The frontal line belongs to the cameras that see the frontal plane, and to a leg that carries: in the air the knee's
/// way inward is nobody's load.
bool wants_frontal_line(const PictureChoices& shown, CameraPreset from, const StrideSample& sample, Side side) {
  return shown.frontal_line && (from == CameraPreset::front || from == CameraPreset::back) &&
         sample.leg[static_cast<std::size_t>(index(side))].grf_n.norm() > least_stance_n;
}

/// The lever arm lies in the plane that the cameras ahead and behind see from its edge.
bool wants_lever(const Moment& now, CameraPreset from) {
  return now.still && from != CameraPreset::front && from != CameraPreset::back;
}

}  // namespace

CameraSubject camera_subject(const ShownRun& run, const Moment& now) {
  const Stride& stride = run.stride();
  return camera_subject(stride.body().height_m, now.sample, stride.form().slope_rad, now.travelled_m, on_belt(run));
}

Side loaded_side(const StrideSample& sample) {
  return sample.leg[1].grf_n.norm() > sample.leg[0].grf_n.norm() ? Side::left : Side::right;
}

PictureMaker::PictureMaker(Patience patience)
    : patience_(patience),
      runner_(&drawn_runner),
      ghost_(&drawn_runner),
      anatomy_(&anatomy_of),
      knee_(&knee_close_up) {}

LoadScale PictureMaker::footprint_scale() { return {2.0, 8.0, "kneecap force", "BW"}; }

std::optional<double> PictureMaker::footprint_load(const ShownRun& run) {
  return run.metrics().value("pfj_force_peak_bw");
}

DrawList PictureMaker::main(const ViewModel& model, const Moment& now, const PictureChoices& shown, CameraPreset from) {
  const ShownRun& run = *model.b();
  const Stride& stride = run.stride();
  DrawList list;
  list.ground.slope_rad = static_cast<float>(stride.form().slope_rad);
  list.ground.travelled_m = static_cast<float>(now.travelled_m);
  list.ground.belt = on_belt(run);
  add_figure(list, model, now, shown);
  const Side side = from == CameraPreset::knee ? Side::right : loaded_side(now.sample);
  if (shown.force) add_force_arrow(list, now.sample, stride.body().mass_kg);
  if (wants_frontal_line(shown, from, now.sample, side)) {
    if (shown.ghost) add_baseline_line(list, model, now, side);
    add_frontal_line(list, now.sample, side);
  }
  if (wants_lever(now, from)) add_knee_lever(list, now.sample, side);
  if (shown.ghost) add_baseline(list, model, now);
  if (shown.ghost) add_beside(list, model, now);
  if (shown.footprints) add_prints(list, run, now);
  return list;
}

void PictureMaker::add_figure(DrawList& list, const ViewModel& model, const Moment& now, const PictureChoices& shown) {
  if (shown.anatomy && add_bones(list, model, now)) return;
  if (const DrawnRunner* drawn = runner_.of(model.b()->stride().body(), patience_))
    add_runner(list, *drawn, now.sample);
}

/// False while there are no bones to show: the skin stands in for them.
bool PictureMaker::add_bones(DrawList& list, const ViewModel& model, const Moment& now) {
  const Stride& stride = model.b()->stride();
  const auto* anatomy = anatomy_.of(stride.body(), patience_);
  if (anatomy == nullptr) return false;
  if (!*anatomy) {
    faults_ = anatomy->error();
    return false;
  }
  std::array<UnitVector, 2> activation;
  for (const Side side : {Side::right, Side::left})
    activation[static_cast<std::size_t>(index(side))] =
        unit_activation(now.sample, side, stride.body(), stride.form(), model.models());
  add_anatomy(list, **anatomy, now.sample, activation);
  // Skin and shoes as glass around them: bones alone would float above the ground.
  if (const DrawnRunner* drawn = runner_.of(stride.body(), patience_)) add_glass_runner(list, *drawn, now.sample);
  return true;
}

void PictureMaker::add_baseline(DrawList& list, const ViewModel& model, const Moment& now) {
  const ShownRun* a = model.a();
  if (a == nullptr || a->question.inputs == model.b()->question.inputs) return;
  const DrawnRunner* drawn = ghost_.of(a->stride().body(), patience_);
  if (drawn == nullptr) return;
  add_ghost(list, *drawn, a->stride().at(now.phase));
  // The scene is tilted by the slope of B; the baseline stands in gravity as it did on its own, its trunk beside B's.
  const auto middle = now.sample.com_m.cast<float>();
  const glm::mat4 there = glm::translate(glm::mat4(1.0F), glm::vec3(middle.x(), middle.y(), middle.z()));
  const double turn = a->stride().form().slope_rad - model.b()->stride().form().slope_rad;
  const glm::mat4 upright =
      glm::rotate(there, static_cast<float>(turn), glm::vec3(0.0F, 0.0F, 1.0F)) * glm::inverse(there);
  for (glm::mat4& bone : list.figures.back().pose.bone) bone = upright * bone;
}

/// Outlines of the forms that are kept, where they have the body and the slope of the form.
void PictureMaker::add_beside(DrawList& list, const ViewModel& model, const Moment& now) {
  constexpr std::array<glm::vec4, ViewModel::most_beside> tints{glm::vec4{0.35F, 0.85F, 0.65F, 0.30F},
                                                                glm::vec4{0.95F, 0.65F, 0.85F, 0.30F}};
  const Stride& b = model.b()->stride();
  for (std::size_t i = 0; i < model.beside().size(); ++i) {
    const Stride& stride = model.beside()[i]->stride();
    const bool same = model.beside()[i]->question.inputs == model.b()->question.inputs;
    if (same || stride.form().slope_rad != b.form().slope_rad || !(stride.body() == b.body())) continue;
    const DrawnRunner* drawn = runner_.of(b.body(), patience_);
    if (drawn == nullptr) return;
    add_ghost(list, *drawn, stride.at(now.phase));
    list.figures.back().tint = tints[i];
  }
}

/// The baseline's line beside that of the form, where both stand on one slope.
void PictureMaker::add_baseline_line(DrawList& list, const ViewModel& model, const Moment& now, Side side) {
  const ShownRun* a = model.a();
  if (a == nullptr || a->question.inputs == model.b()->question.inputs ||
      a->stride().form().slope_rad != model.b()->stride().form().slope_rad)
    return;
  const StrideSample sample = a->stride().at(now.phase);
  if (sample.leg[static_cast<std::size_t>(index(side))].grf_n.norm() > least_stance_n)
    add_frontal_line(list, sample, side, {"A ", palette::baseline});
}

void PictureMaker::add_prints(DrawList& list, const ShownRun& run, const Moment& now) {
  const Stride& stride = run.stride();
  const auto load = footprint_load(run);
  const DrawnRunner* drawn = runner_.of(stride.body(), patience_);
  if (!load || drawn == nullptr) return;
  // Whole strides by the way that was run, the part of one by the phase, which a hand may have moved; some strides are
  // behind every runner.
  const double run_so_far = now.travelled_m / (stride.form().speed_m_s * stride.period_s());
  constexpr double before = 4.0;
  const double strides = before + std::round(run_so_far - now.phase) + now.phase;
  add_footprints(list, stride, drawn->skeleton, strides, *load, footprint_scale());
}

std::optional<DrawList> PictureMaker::close_up(const ViewModel& model, const Moment& now, float aspect) {
  const KneeCloseUp* knee = knee_.of(model.b()->stride().body(), patience_);
  if (knee == nullptr) return std::nullopt;
  return close_up_picture(*knee, now.sample, now.leg[0], Side::right, aspect);
}

}  // namespace stridelab::view
