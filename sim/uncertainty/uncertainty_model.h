#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "loads/load_models.h"

namespace stridelab {

/// A constant of the load models that is known within a range.
struct UncertainConstant {
  std::string name;              ///< of uncertain_constant_names()
  std::string label;             ///< in words
  double low = 0.0, high = 0.0;  ///< 5th and 95th per cent, of a factor or of the value itself
  bool is_factor = true;
  std::string provenance, source;
};

/// An input that runners do their own way where nobody said: one standard deviation between them, in the unit of its key.
struct UncertainInput {
  std::string key, label;
  double sd = 0.0;
  std::string provenance, source;
};

/// models/uncertainty/ranges.toml.
struct UncertaintyModel {
  std::vector<UncertainConstant> constants;
  std::vector<UncertainInput> inputs;
  std::string method_label;  ///< of the three ways to work the kneecap's force out, each as likely
};

/// errors  every missing and wrong entry in one pass; an unknown constant or input with the nearest name
tl::expected<UncertaintyModel, Diagnostics> read_uncertainty_model();
tl::expected<UncertaintyModel, Diagnostics> read_uncertainty_model(const std::filesystem::path& file);

/// The constants that a range may be given for.
std::vector<std::string_view> uncertain_constant_names();

/// Puts a draw of a constant into a copy of the models. name: one of those above
void put_constant(LoadModels& models, const UncertainConstant& constant, double drawn);

}  // namespace stridelab
