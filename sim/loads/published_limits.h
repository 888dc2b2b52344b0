#pragma once

#include <optional>
#include <string>
#include <vector>

namespace stridelab {

class ModelSection;

/// The range that published runs of people span for one metric, in its unit.
struct PublishedLimit {
  std::string metric;                     ///< key of metric_table()
  std::optional<double> lowest, highest;  ///< at least one
  std::string basis;                      ///< what the figure is, a phrase
  std::string source;
};

/// models/loads/published_limits.toml: beyond it a number is not the runner's.
struct PublishedLimits {
  double reserve_nm = 0.0;     ///< moment without a muscle that is worth a note ...
  double reserve_share = 0.0;  ///< ... or this share of the largest joint moment, whichever is smaller
  std::vector<PublishedLimit> limits;
};

PublishedLimits read_published_limits(ModelSection in);

}  // namespace stridelab
