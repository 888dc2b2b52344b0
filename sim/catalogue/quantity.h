#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gait/stride.h"
#include "loads/joint_moments.h"
#include "loads/leg_loads.h"
#include "loads/load_models.h"
#include "loads/side.h"

namespace stridelab {

/// One leg at one instant: all that a quantity may be read from. Moments and loads are worked out once for all of them.
struct LegInstant {
  const StrideSample& sample;
  const LegSample& leg;
  Side side;
  const Body& body;
  const Form& form;
  const LoadModels& models;
  JointMoments moments;
  LegLoads loads;

  /// Of the leg, given the right leg's name for it; rad, anatomical signs.
  [[nodiscard]] double angle_rad(Coordinate right_coordinate) const {
    return sample.q_rad[leg_coordinate(right_coordinate, side)];
  }
};

/// What a value is divided by where people read it.
enum class Normalisation { none, body_weight, body_mass };

/// How people read a quantity: its SI value x scale / what it is normalised by.
struct Presentation {
  std::string_view unit = {};
  double scale = 1.0;
  Normalisation per = Normalisation::none;
  int decimals = 2;  ///< that a person can use; files carry every bit
};

/// What of a figure can be trusted.
enum class Confidence {
  size,       ///< as far as the method goes, level and change
  direction,  ///< up or down is known, by how much rests on a judged number: "direction known, size uncertain"
};

/// What zero of a quantity means. A per cent of an angle whose zero is a convention (how a joint centre or a neutral pose was
/// chosen: data sets differ by 3 to 12 deg) says nothing, so none is given.
enum class Zero { physical, convention };

/// Something of one leg that has a value at every instant: the one place where it is declared. Peaks, integrals, curves,
/// columns of files and rows of panels are made of it (metric_rows.h, curve_table()).
struct Quantity {
  std::string_view key =
      {};  ///< SI unit or rad at its end (stress in MPa); frames of a forward run are written under it
  double (*read)(const LegInstant&) = nullptr;
  Presentation shown = {};
  std::string_view curve = {};       ///< name of its curve, unit at the end; "" for a quantity without one
  std::string_view label = {};       ///< a few words above a plot
  std::string_view definition = {};  ///< goes on after "maximum over stance of"
  std::string_view sign = {};        ///< which direction counts as positive, "" for magnitudes
  std::string_view source = {};
  Confidence confidence = Confidence::size;
  Zero zero = Zero::physical;
  bool stance_only = false;  ///< means nothing while the leg is in the air
  bool in_frames = false;    ///< a column of the frames of a forward run
  /// Why there is no figure for this form, if there is none.
  std::optional<std::string> (*withheld)(const LoadModels&, const Form&) = nullptr;
};

/// A row of quantity_table(). Made by quantity() alone, so it is one.
struct QuantityIndex {
  int row = -1;
  constexpr bool operator==(const QuantityIndex&) const = default;
};

}  // namespace stridelab
