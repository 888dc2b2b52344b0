#include "render/ui/load_look.h"

#include <fmt/format.h>

#include "render/ui/panel_parts.h"

namespace stridelab::view {

// Okabe & Ito 2008 on dark ground; light enough for a dark sign on them.
ImU32 level_colour(LoadLevel level) {
  switch (level) {
    case LoadLevel::low:
      return IM_COL32(110, 190, 235, 255);
    case LoadLevel::usual:
      return IM_COL32(158, 166, 174, 255);
    case LoadLevel::high:
      return IM_COL32(238, 160, 60, 255);
    case LoadLevel::unknown:
      return IM_COL32(90, 97, 105, 255);
  }
  return IM_COL32(90, 97, 105, 255);
}

const char* level_sign(LoadLevel level) {
  switch (level) {
    case LoadLevel::low:
      return "\u25bc";
    case LoadLevel::usual:
      return "\u25cf";
    case LoadLevel::high:
      return "\u25b2";
    case LoadLevel::unknown:
      return "?";
  }
  return "?";
}

std::string load_text(const MetricLoad& load, const std::string& heading) {
  const int decimals = load.row->decimals;
  const std::string_view place = load.level == LoadLevel::high      ? "above it"
                                 : load.level == LoadLevel::low     ? "below it"
                                 : load.level == LoadLevel::unknown ? "no value"
                                                                    : "inside";
  return fmt::format("{}{}{} {} {}, usual {:.{}f}-{:.{}f}: {}", heading, heading.empty() ? "" : "\n", load.metric.name,
                     value_text(load.value, decimals), load.row->unit, load.usual.low, decimals, load.usual.high,
                     decimals, place);
}

}  // namespace stridelab::view
