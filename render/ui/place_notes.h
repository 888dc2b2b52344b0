#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/ui/shown_run.h"

namespace stridelab::view {

/// Whether the muscles whose load a place shows are at the end of their strength: then their load does not fall because
/// the form is kinder, and may not look so.
///
/// region  key of the region map
bool at_limit(const ShownRun& run, std::string_view region);

/// Of the notes of an answer, those on the load of a place: beyond the fits, beyond anything published, at the end of
/// strength. What concerns no single place stands at none.
///
/// load  words of the load: "kneecap pressure"
std::vector<std::string> notes_on(const ShownRun& run, std::string_view region, std::string_view load);

}  // namespace stridelab::view
