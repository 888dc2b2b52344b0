#pragma once

#include <toml++/toml.h>

#include <cmath>
#include <string>
#include <vector>

#include "regions/usual_ranges.h"

namespace stridelab::test {

/// The runs behind models/regions/usual_ranges.csv, as `--set` texts: run i takes its place in every range from
/// Roberts' sequence, frac(1/2 + i / phi^(j+1)) with phi^(n+1) = phi + 1, which fills the box evenly without chance.
/// Source: Roberts 2018, The unreasonable effectiveness of quasirandom sequences (a generalised golden ratio).
class OrdinaryRuns {
 public:
  explicit OrdinaryRuns(const toml::table& reference) : reference_(reference) {}

  [[nodiscard]] int count(bool is_forward) const {
    return static_cast<int>(reference_[is_forward ? "forward_runs" : "runs"].value<int64_t>().value());
  }

  /// The speeds or slopes of the table, in the unit of the parameter.
  [[nodiscard]] std::vector<double> knots(std::string_view parameter, bool is_forward) const {
    std::vector<double> all;
    for (const auto& value : *reference_[(is_forward ? "forward_" : "") + std::string(parameter)].as_array())
      all.push_back(value.value<double>().value());
    return all;
  }

  [[nodiscard]] std::vector<std::string> overrides(int run, const RunConditions& conditions) const {
    const char* sex = conditions.sex == Sex::female ? "female" : "male";
    const std::vector<Range> all = ranges(sex);
    const double phi = root(static_cast<int>(all.size()));
    std::vector<std::string> out{std::string("sex=") + sex, "speed_m_s=" + std::to_string(conditions.speed_m_s),
                                 "slope_percent=" + std::to_string(conditions.slope_percent)};
    double height_m = 0.0;
    for (std::size_t j = 0; j < all.size(); ++j) {
      const double place = 0.5 + (run + 1) / std::pow(phi, static_cast<double>(j + 1));
      double value = all[j].low + (place - std::floor(place)) * (all[j].high - all[j].low);
      std::string key = all[j].key;
      if (key == "height_m") height_m = value;
      if (key == "mass_index_kg_m2") {
        value *= height_m * height_m;
        key = "mass_kg";
      }
      out.push_back(key + "=" + std::to_string(value));
    }
    return out;
  }

 private:
  struct Range {
    std::string key;
    double low, high;
  };

  [[nodiscard]] std::vector<Range> ranges(const char* sex) const {
    std::vector<Range> all;
    for (const char* table : {"ranges", sex})
      for (const auto& [key, node] : *reference_[table].as_table())
        all.push_back({std::string(key.str()), node.as_array()->get(0)->value<double>().value(),
                       node.as_array()->get(1)->value<double>().value()});
    return all;
  }

  /// x^(n+1) = x + 1 by the contraction x -> (1 + x)^(1 / (n + 1)).
  static double root(int dimensions) {
    double x = 1.5;
    for (int i = 0; i < 60; ++i) x = std::pow(1.0 + x, 1.0 / (dimensions + 1));
    return x;
  }

  const toml::table& reference_;
};

}  // namespace stridelab::test
