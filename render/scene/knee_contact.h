#pragma once

#include <glm/glm.hpp>
#include <vector>

#include "render/scene/knee_patella.h"

namespace stridelab::view {

/// Where the kneecap presses: a band across both facets.
///
/// Metres of the reference size (knee_shape). The band's middle is at the height of the contact; it is as high as its area
/// needs. Rows run from its lower to its upper edge.
struct ContactBand {
  struct Row {
    float height_m;             ///< over the middle of the facets
    float lateral_m, medial_m;  ///< how far the band reaches to either side of the ridge
  };
  std::vector<Row> rows;  ///< empty: nothing touches
};

/// The band of an area at a height.
///
/// contact_band   height on the facets, 0 apex .. 1 base
/// area_m2        of the whole band, both facets, at the reference size; as much of it as the facets have
ContactBand contact_band_of(double contact_band, double area_m2);

/// Area of the band on the facets: what contact_band_of() was asked for, where there is room. Unit m2.
double area_m2(const ContactBand& band);

/// The part of the band on one facet, as a fan of thin convex quadrilaterals.
///
/// on_patella()  in the kneecap's frame, on its facets
/// on_groove()   in the femur's frame, where the kneecap of `pose` touches; of the size of the pose
using Strips = std::vector<std::vector<glm::vec3>>;
enum class Facet { lateral, medial };
Strips on_patella(const ContactBand& band, Facet facet);
Strips on_groove(const ContactBand& band, Facet facet, const PatellaPose& pose);

}  // namespace stridelab::view
