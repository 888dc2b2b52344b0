#pragma once

#include <string>

#include "study/solved_form.h"

namespace stridelab {

/// One or two sentences: what changed at the kneecap from A to B, which force or lever arm made most of it, and what
/// that costs or saves elsewhere; with numbers. Where the kneecap hardly changes: which place does, and which motion.
std::string why(const SolvedForm& a, const SolvedForm& b, const LoadModels& models);

/// The cause alone, in one sentence: for a text that has said already how much changed.
std::string why_in_short(const SolvedForm& a, const SolvedForm& b, const LoadModels& models);

}  // namespace stridelab
