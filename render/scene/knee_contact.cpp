#include "render/scene/knee_contact.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/scene/knee_bones.h"

namespace stridelab::view {
namespace {

using namespace knee_shape;

constexpr int n_rows = 13, n_across = 6;
constexpr float above_surface_m = 0.0004F;  // so that the patch is not hidden by what it lies on

/// Rows of a band of a height, its corners rounded like those of a print; near an end of the facets it stays on them.
ContactBand band_of_height(float middle_m, float height_m) {
  ContactBand band;
  const float room = std::max(0.5F * (facets_height_m - height_m), 0.0F);
  middle_m = std::clamp(middle_m, -room, room);
  for (int i = 0; i < n_rows; ++i) {
    const float t = 2.0F * static_cast<float>(i) / (n_rows - 1) - 1.0F;
    const float height = middle_m + 0.5F * height_m * t;
    const FacetWidth width = facet_width_at(height);
    const float rounded = 0.6F + 0.4F * std::sqrt(1.0F - t * t);
    band.rows.push_back({height, rounded * width.lateral_m, rounded * width.medial_m});
  }
  return band;
}

/// A facet's slope makes it longer than it is wide.
float on_slope(float width_m, float way) { return std::hypot(width_m, facet_depth_at(way * width_m)); }

float reach(const ContactBand::Row& row, Facet facet) {
  return facet == Facet::lateral ? row.lateral_m : -row.medial_m;
}

glm::vec3 on_facet(float height_m, float lateral_m) {
  return {facet_depth_at(lateral_m) - above_surface_m, height_m, lateral_m};
}

/// The quadrilaterals between the rows, every corner placed by a function of height and distance from the ridge.
template <class Place>
Strips strips(const ContactBand& band, Facet facet, Place&& place) {
  Strips list;
  for (std::size_t i = 0; i + 1 < band.rows.size(); ++i)
    for (int k = 0; k < n_across; ++k) {
      const ContactBand::Row &a = band.rows[i], &b = band.rows[i + 1];
      const float t0 = static_cast<float>(k) / n_across, t1 = static_cast<float>(k + 1) / n_across;
      list.push_back({place(a.height_m, t0 * reach(a, facet)), place(a.height_m, t1 * reach(a, facet)),
                      place(b.height_m, t1 * reach(b, facet)), place(b.height_m, t0 * reach(b, facet))});
    }
  return list;
}

}  // namespace

double area_m2(const ContactBand& band) {
  double area = 0.0;
  for (std::size_t i = 0; i + 1 < band.rows.size(); ++i) {
    const ContactBand::Row &a = band.rows[i], &b = band.rows[i + 1];
    const auto width = [](const ContactBand::Row& r) {
      return on_slope(r.lateral_m, 1.0F) + on_slope(r.medial_m, -1.0F);
    };
    area += 0.5 * double(width(a) + width(b)) * double(b.height_m - a.height_m);
  }
  return area;
}

ContactBand contact_band_of(double contact_band, double area) {
  if (area <= 0.0) return {};
  const float middle = (static_cast<float>(contact_band) - 0.5F) * facets_height_m;
  float low = 0.0F, high = facets_height_m;
  for (int i = 0; i < 20; ++i) {
    const float height = 0.5F * (low + high);
    (area_m2(band_of_height(middle, height)) < area ? low : high) = height;
  }
  return band_of_height(middle, low);
}

Strips on_patella(const ContactBand& band, Facet facet) {
  return strips(band, facet, [](float height, float lateral) { return on_facet(height, lateral); });
}

Strips on_groove(const ContactBand& band, Facet facet, const PatellaPose& pose) {
  const float size = glm::length(glm::vec3(pose.in_femur[2]));
  const glm::vec3 up = glm::vec3(pose.in_femur[1]) / size;
  const glm::vec3 middle = pose.contact_m - size * groove_radius_m * pose.contact_normal;
  const float contact_height = glm::dot(pose.contact_m - glm::vec3(pose.in_femur[3]), up) / size;  // on the kneecap
  return strips(band, facet, [&](float height, float lateral) {
    // The band rolls onto the groove: as far along its arc as along the kneecap.
    const float turn = (height - contact_height) / groove_radius_m;
    const glm::vec3 out = std::cos(turn) * pose.contact_normal + std::sin(turn) * up;
    return middle + size * ((groove_radius_at(lateral) + above_surface_m) * out + glm::vec3(0.0F, 0.0F, lateral));
  });
}

}  // namespace stridelab::view
