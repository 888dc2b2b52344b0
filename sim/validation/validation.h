#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "loads/load_models.h"
#include "study/engines.h"
#include "validation/curve_agreement.h"
#include "validation/published_effects.h"

namespace stridelab {

/// Results of both engines stand in this order.
enum class EngineIndex : std::size_t { stride = 0, forward = 1 };
template <typename T>
using PerEngine = std::array<T, 2>;
constexpr PerEngine<const char*> engine_names = {"stride", "forward"};

/// What is judged by, all of it from models/reference.
struct ValidationReferences {
  ValidationConditions conditions;
  std::vector<CataloguedCurve> curves;
  std::vector<PublishedEffect> effects;
};

/// errors  every fault of every file
tl::expected<ValidationReferences, Diagnostics> read_validation_references();

/// The reference runner at one speed, by both engines.
struct ValidatedSpeed {
  double speed_m_s = 0.0;
  PerEngine<std::optional<SignalStride>> stride;
  PerEngine<std::string> missing;  ///< why an engine has no stride
};

/// One curve of the catalogue.
struct ValidatedCurve {
  CataloguedCurve curve;
  PerEngine<std::optional<CurveAgreement>> engine;
  std::optional<double> between_engines_rms;  ///< of forward - stride over the compared samples
};

/// One published effect.
struct ValidatedEffect {
  PublishedEffect effect;
  PerEngine<std::optional<double>> answer;  ///< in the unit of the effect's kind
  PerEngine<std::string> missing;           ///< why there is none; "not a change of form" where nobody asked

  /// A change, neither a null nor a plain value.
  [[nodiscard]] bool is_change() const { return !effect.null && effect.kind != "value"; }
  [[nodiscard]] bool right_sign(EngineIndex engine) const;
  [[nodiscard]] bool inside_band(EngineIndex engine) const;
};

/// How predicted changes agree with published ones over a group of rows.
struct EffectGroup {
  std::string name;
  EngineIndex engine = EngineIndex::stride;
  int rows = 0, inside = 0;             ///< inside the band; a row without an answer is not
  int directions = 0, right_signs = 0;  ///< of rows that are a change: neither a null nor a plain value
  int numbers = 0;                      ///< of changes with a published number: what follows is about them
  std::optional<double> slope, intercept, reduced_axis, concordance, median_ratio;
};

/// Everything `stridelab validate` knows.
struct Validation {
  ValidationConditions conditions;
  std::vector<ValidatedSpeed> speeds;
  std::vector<ValidatedCurve> curves;
  std::vector<ValidatedEffect> effects;
  std::vector<EffectGroup> groups;

  /// Whether a curve has its share of samples inside one SD; one that is not judged is asked nothing.
  [[nodiscard]] bool agrees(const ValidatedCurve& curve, EngineIndex engine) const;
};

/// Runs the reference runner and every effect with the stride engine, and the reference runner and the changes of form
/// with the forward engine, side by side on all cores. The result does not depend on how many there are: every run has
/// a cache of its own and its place in the list.
///
/// progress  called with the part that is done, 0 .. 1, one call at a time; may be empty
/// errors    faults of the settings in the reference files; a run that falls or has no stride is a row that says so
tl::expected<Validation, Diagnostics> validate(const ValidationReferences& references, const LoadModels& models,
                                               const Engines& engines,
                                               const std::function<void(double)>& progress = {});

}  // namespace stridelab
