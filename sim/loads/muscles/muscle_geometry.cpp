#include "loads/muscles/muscle_geometry.h"

namespace stridelab {
namespace {

/// x^0 .. x^max_power of each scaled angle, in columns.
using Powers = Eigen::Matrix<double, LengthMonomial::max_power + 1, n_leg_angles>;

Powers powers_of(const LengthPolynomials& lengths, const LegAngles& angle_rad) {
  Powers powers;
  powers.row(0).setOnes();
  const LegAngles x = (angle_rad - lengths.centre_rad).cwiseQuotient(lengths.scale_rad);
  for (int e = 1; e <= LengthMonomial::max_power; ++e) powers.row(e) = powers.row(e - 1).cwiseProduct(x.transpose());
  return powers;
}

double value_of(const LengthMonomial& monomial, const Powers& powers) {
  double product = 1.0;
  for (int i = 0; i < monomial.n_factors; ++i) {
    const auto& f = monomial.factor[static_cast<std::size_t>(i)];
    product *= powers(f.power, f.angle);
  }
  return product;
}

/// Derivative of a monomial with respect to the scaled angle of one of its factors.
double slope_of(const LengthMonomial& monomial, int factor, const Powers& powers) {
  double product = 1.0;
  for (int i = 0; i < monomial.n_factors; ++i) {
    const auto& f = monomial.factor[static_cast<std::size_t>(i)];
    product *= i == factor ? f.power * powers(f.power - 1, f.angle) : powers(f.power, f.angle);
  }
  return product;
}

}  // namespace

MuscleGeometry muscle_geometry(const MuscleModel& model, const Body& body, const LegAngles& angle_rad) {
  const LengthPolynomials& lengths = model.lengths;
  const double size = body.height_m / model.generic_height_m;
  const LegAngles arm_scale = -size * lengths.scale_rad.cwiseInverse();
  const Powers powers = powers_of(lengths, angle_rad);
  MuscleGeometry g;
  g.length_m.setZero();
  g.arm_m.setZero();
  // A product of matrices whose zeros are known: a monomial has a slope only along the angles it holds.
  for (std::size_t m = 0; m < lengths.monomials.size(); ++m) {
    const LengthMonomial& monomial = lengths.monomials[m];
    const auto coefficients = lengths.coefficients_m.col(static_cast<Eigen::Index>(m));
    g.length_m += size * value_of(monomial, powers) * coefficients;
    for (int i = 0; i < monomial.n_factors; ++i) {
      const int angle = monomial.factor[static_cast<std::size_t>(i)].angle;
      g.arm_m.col(angle) += arm_scale[angle] * slope_of(monomial, i, powers) * coefficients;
    }
  }
  return g;
}

bool inside_fit(const MuscleModel& model, const LegAngles& angle_rad) {
  constexpr double margin_rad = 0.1;
  const auto q = angle_rad.array();
  return (q >= model.lengths.fitted_from_rad.array() - margin_rad).all() &&
         (q <= model.lengths.fitted_to_rad.array() + margin_rad).all();
}

}  // namespace stridelab
