#pragma once

#include <string>
#include <tl/expected.hpp>

#include "gait/form.h"
#include "gait/left_side.h"
#include "gait/stride.h"
#include "runner/body.h"

namespace stridelab {

/// Why a form cannot be run: which requirement fails, where in the stride, by how much, and what to relax.
struct Infeasible {
  std::string requirement;  ///< for example "centre of pressure inside the sole"
  std::string where;        ///< for example "12 % of stance"
  double value = 0.0;
  double limit = 0.0;
  std::string unit;
  std::string relax;  ///< parameter keys to relax and in which direction, for example "raise cadence_spm"
  [[nodiscard]] std::string text() const;
};

/// The stride of this person with this form: canonical cold start, deterministic (same inputs, same bits).
///
/// left  the left side where it differs from the right one, which body and form then are; a left side that does not differ
///       gives the bits of none. METHODS (65)
tl::expected<Stride, Infeasible> synthesise(const Body& body, const Form& form,
                                            const std::optional<LeftSide>& left = std::nullopt);

/// The same, started from a neighbouring stride: the slider's preview. Agrees with the cold solve to 0.5 % in load.
tl::expected<Stride, Infeasible> synthesise_from(const Stride& neighbour, const Body& body, const Form& form,
                                                 const std::optional<LeftSide>& left = std::nullopt);

/// synthesise() of a symmetric runner without the mirror: both steps are solved. For tests of the one by the other.
tl::expected<Stride, Infeasible> synthesise_as_two_steps(const Body& body, const Form& form);

}  // namespace stridelab
