#pragma once

#include <optional>
#include <string>
#include <vector>

#include "study/solved_form.h"

namespace stridelab {

/// What loads are counted over: the peak of one step, or load times time added up over a kilometre, one leg.
enum class LoadPer { step, km };

/// One place of the leg, B against A.
struct TradeOffRow {
  std::string region, label;  ///< key and words of the region
  std::string place;          ///< of the region, for sentences: "side of the hip"
  std::string load;           ///< which load: "kneecap pressure"
  std::string unit;
  int decimals = 2;
  bool size_uncertain = false;  ///< only the direction of a change is known
  std::optional<double> a, b;
  std::optional<double> change_percent;
};

/// The main load of each region of the map, in its order.
/// errors  none (pure function); a and b must come from one map
std::vector<TradeOffRow> trade_off(const SolvedForm& a, const SolvedForm& b, LoadPer per);

/// Load times time of the main load of a region over a kilometre, one leg, unit of the load times s/km. Time counts
/// while the foot is on the ground; empty for a load that has no channel.
std::optional<double> load_per_km(const SolvedForm& solved, std::string_view metric);

}  // namespace stridelab
