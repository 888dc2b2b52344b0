#include "render/gl/colours.h"
#include "render/gl/look.h"
#include "render/scene/camera_presets.h"
#include "render/scene/palette.h"
#include "render/web/web_engine.h"

namespace stridelab::web {
namespace {

template <typename Vector>
Json numbers(const Vector& vector) {
  Json all = Json::array();
  for (int i = 0; i < static_cast<int>(vector.length()); ++i) all.push_back(vector[i]);
  return all;
}

/// By the names that the shaders know them by.
Json look_json(const view::Look& look) {
  return {{"sky_top", numbers(look.sky_top)},           {"horizon", numbers(look.horizon)},
          {"ground_colour", numbers(look.ground)},      {"grid_colour", numbers(look.grid)},
          {"belt_colour", numbers(look.belt)},          {"outline", numbers(look.ghost_outline)},
          {"light_colour", numbers(look.light_colour)}, {"sky_light", numbers(look.sky_light)},
          {"ground_light", numbers(look.ground_light)}, {"towards_light", numbers(look.towards_light)},
          {"grid_strength", look.grid_strength}};
}

Json camera_json(view::CameraPreset preset) {
  const view::CameraPlace place = view::place_of(preset);
  return {{"name", to_text(preset)},
          {"yaw_rad", place.yaw_rad},
          {"pitch_rad", place.pitch_rad},
          {"radius", place.radius},
          {"knee", place.knee}};
}

}  // namespace

Json drawing_json() {
  Json materials = Json::array(), cameras = Json::array();
  for (const glm::vec4& look : view::material_looks()) materials.push_back(numbers(look));
  for (const auto preset :
       {view::CameraPreset::side, view::CameraPreset::front, view::CameraPreset::back, view::CameraPreset::knee})
    cameras.push_back(camera_json(preset));
  return {{"n_bones", view::n_bones},
          {"materials", materials},
          {"light", look_json(view::light_look())},
          {"dark", look_json(view::dark_look())},
          {"cameras", cameras},
          {"field_of_view_rad", view::field_of_view_rad},
          {"ghost_tint", numbers(view::linear(view::palette::ghost_tint))},
          {"colour_a", numbers(view::palette::baseline)},
          {"colour_b", numbers(view::palette::shown)}};
}

}  // namespace stridelab::web
