#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "advise/advise.h"
#include "report/console_style.h"

namespace stridelab {

/// What is told of a front: which results, in the order of its forms.
struct Front {
  std::string goal, against;  ///< metrics
  std::vector<FrontForm> forms;
};

/// A row per form: both changes and what moves.
std::string front_text(const Front& front, const ConsoleStyle& style);

/// The member `front` of the advice: {goal, against, forms}.
nlohmann::ordered_json front_json(const Front& front);

/// One change against the other, a dot per form.
std::string front_svg(const Front& front);

}  // namespace stridelab
