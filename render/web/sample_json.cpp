#include <algorithm>
#include <glm/gtc/type_ptr.hpp>

#include "render/scene/overlays.h"
#include "render/scene/runner_mesh.h"
#include "render/web/web_engine.h"

namespace stridelab::web {
namespace {

using view::DrawList;

/// Coarser than in the window: phones draw it, and the first picture waits for it.
constexpr float cell_m = 0.015F;

template <typename Number>
Json array_json(const std::vector<Number>& numbers) {
  return {{"at", reinterpret_cast<std::uintptr_t>(numbers.data())}, {"length", numbers.size()}};
}

/// Strokes as numbers: how many, then of each count of points, colour, width, arrow, on top, and its points.
void append_strokes(const DrawList& list, std::vector<float>& out) {
  out.push_back(static_cast<float>(list.strokes.size()));
  for (const view::Stroke& stroke : list.strokes) {
    out.push_back(static_cast<float>(stroke.points_m.size()));
    for (int i = 0; i < 4; ++i) out.push_back(stroke.colour[i]);
    out.insert(out.end(), {stroke.width_px, stroke.arrow ? 1.0F : 0.0F, stroke.on_top ? 1.0F : 0.0F});
    for (const glm::vec3& point : stroke.points_m) out.insert(out.end(), {point.x, point.y, point.z});
  }
}

Json labels_json(const DrawList& list) {
  Json all = Json::array();
  for (const view::Label& label : list.labels)
    all.push_back({{"at_m", {label.at_m.x, label.at_m.y, label.at_m.z}}, {"text", label.text}});
  return all;
}

/// Of each vertex position, normal, four weights (10 numbers), and four bones with the material (5 numbers).
Json mesh_json(const view::Mesh& mesh, std::deque<std::vector<float>>& arrays) {
  std::vector<float>& vertices = arrays.emplace_back();
  for (const view::Vertex& v : mesh.vertices) {
    vertices.insert(vertices.end(), {v.position.x, v.position.y, v.position.z, v.normal.x, v.normal.y, v.normal.z,
                                     v.weight.x, v.weight.y, v.weight.z, v.weight.w});
    for (const std::uint8_t bone : v.bone) vertices.push_back(static_cast<float>(bone));
    vertices.push_back(static_cast<float>(v.material));
  }
  return {
      {"vertices", array_json(vertices)},
      {"indices", {{"at", reinterpret_cast<std::uintptr_t>(mesh.indices.data())}, {"length", mesh.indices.size()}}}};
}

/// What is drawn beside the figure at one instant.
struct Marks {
  DrawList arrow, line, lever;
  Marks(const StrideSample& sample, const Body& body) {
    view::add_force_arrow(arrow, sample, body.mass_kg);
    view::add_frontal_line(line, sample, Side::right);
    view::add_knee_lever(lever, sample, Side::right);
  }
};

}  // namespace

bool WebEngine::has_drawn(const Body& body) const {
  return std::any_of(drawn_.begin(), drawn_.end(), [&](const Drawn& d) { return d.body == body; });
}

/// It goes to the front: what A and B need is never dropped while an answer names it.
const WebEngine::Drawn& WebEngine::drawn(const Body& body) {
  const auto known = std::find_if(drawn_.begin(), drawn_.end(), [&](const Drawn& d) { return d.body == body; });
  if (known != drawn_.end()) {
    std::rotate(drawn_.begin(), known, known + 1);
    return drawn_.front();
  }
  view::DrawnRunner runner{std::make_shared<const view::Mesh>(view::runner_mesh(body, cell_m)), build_skeleton(body)};
  drawn_.push_front({++surfaces_, body, std::move(runner)});
  if (drawn_.size() > 2) drawn_.pop_back();
  return drawn_.front();
}

Json WebEngine::figure_json(const view::ShownRun& run, int instants, int known) {
  const auto& [surface, body, runner] = drawn(run.question.inputs.body);
  std::vector<float>& bones = floats_.emplace_back();
  std::vector<float>& places = floats_.emplace_back();
  for (int i = 0; i < instants; ++i) {
    const StrideSample sample = run.stride().at(static_cast<double>(i) / instants);
    for (const glm::mat4& bone : view::pose_of(runner.skeleton, sample).bone)
      bones.insert(bones.end(), glm::value_ptr(bone), glm::value_ptr(bone) + 16);
    for (const Vec3& place : {sample.pelvis_m, sample.leg[0].knee_m})
      for (int axis = 0; axis < 3; ++axis) places.push_back(static_cast<float>(place[axis]));
  }
  Json figure = {{"bones", array_json(bones)}, {"places", array_json(places)}, {"surface", surface}};
  if (surface != known) figure["mesh"] = mesh_json(*runner.mesh, floats_);
  return figure;
}

Json WebEngine::sample(const Json& request) {
  if (!a_ || !b_) return {{"refusal", "nothing is solved yet"}};
  const int instants = std::clamp(request.value("instants", 100), 1, 1000);
  const Json known = request.value("known", Json::object());
  floats_.clear();
  const Body& body = b_->question.inputs.body;
  std::vector<float>& strokes = floats_.emplace_back();
  Json labels = Json::array();
  for (int i = 0; i < instants; ++i) {
    const Marks marks(b_->stride().at(static_cast<double>(i) / instants), body);
    Json row = Json::array();
    for (const DrawList* list : {&marks.arrow, &marks.line, &marks.lever}) {
      append_strokes(*list, strokes);
      row.push_back(labels_json(*list));
    }
    labels.push_back(std::move(row));
  }
  return {{"instants", instants},
          {"height_m", body.height_m},
          {"slope_rad", b_->question.inputs.form.slope_rad},
          {"speed_m_s", b_->question.inputs.form.speed_m_s},
          {"strokes", array_json(strokes)},
          {"labels", std::move(labels)},
          {"b", figure_json(*b_, instants, known.value("b", 0))},
          {"a", figure_json(*a_, instants, known.value("a", 0))}};
}

}  // namespace stridelab::web
