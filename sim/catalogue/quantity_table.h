#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "catalogue/quantity_rows_further.h"
#include "catalogue/quantity_rows_loads.h"
#include "catalogue/quantity_rows_motion.h"

namespace stridelab {

inline constexpr std::size_t n_quantities =
    quantity_rows::motion_rows.size() + quantity_rows::load_rows.size() + quantity_rows::further_rows.size();

/// Every quantity of a leg. SI units and rad, signs alike on both legs. Those with a curve stand in the order of the curves
/// in every report.
inline constexpr std::array<Quantity, n_quantities> quantity_table = [] {
  std::array<Quantity, n_quantities> all{};
  auto next = std::copy(quantity_rows::motion_rows.begin(), quantity_rows::motion_rows.end(), all.begin());
  next = std::copy(quantity_rows::load_rows.begin(), quantity_rows::load_rows.end(), next);
  std::copy(quantity_rows::further_rows.begin(), quantity_rows::further_rows.end(), next);
  return all;
}();

/// The quantity of that key; a key that is none does not compile. In code: constexpr auto force = quantity("pfj_force_n").
consteval QuantityIndex quantity(std::string_view key) {
  for (std::size_t i = 0; i < n_quantities; ++i)
    if (quantity_table[i].key == key) return {static_cast<int>(i)};
  throw "no such quantity";
}

constexpr const Quantity& info(QuantityIndex index) { return quantity_table[static_cast<std::size_t>(index.row)]; }

}  // namespace stridelab
