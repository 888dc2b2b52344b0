#pragma once

#include <string>
#include <vector>

#include "levers/levers.h"

namespace stridelab {

// What a study of levers says, the same on the console and in the view.

/// A study, parted by what a step does to the place's load.
struct LeverGroups {
  std::vector<const LeverResult*> lowers;  ///< by half a per cent or more, the most relieving first
  std::vector<const LeverResult*> raises;  ///< as much, the most loading first
  std::vector<const LeverResult*> leaves;  ///< neither
};

/// Points into the study.
LeverGroups lever_groups(const LeverStudy& study);

/// "pays: hamstrings as the leg swings +21 %" or "nothing else rises".
std::string pays_text(const LeverResult& result);

/// "how sure: contact area measured in walking"; empty where nothing is known.
std::string sure_text(const LeverResult& result);

/// "by three ways to work out the force: -12 % to -1.8 %", where the ways to work the kneecap's force out disagree: then
/// the size is not known. Else empty.
std::string methods_text(const LeverResult& result);

/// What stands under every such list.
inline constexpr std::string_view lever_disclaimer =
    "One change at a time, peak of a step, a model and not you; load is not injury; no medical advice.";

}  // namespace stridelab
