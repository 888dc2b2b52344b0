#include "ground/midsole_wear.h"

#include <cmath>

namespace stridelab {

ContactLayer worn(const ContactLayer& layer, const MidsoleWear& wear, double distance_km) {
  const double aged = -std::expm1(-distance_km / wear.distance_km);
  return {layer.stiffness_n_m / (1.0 - aged * wear.absorption_lost_at_most),
          layer.energy_return * (1.0 - aged * wear.return_lost_at_most)};
}

}  // namespace stridelab
