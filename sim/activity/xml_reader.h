#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "activity/activity.h"

namespace stridelab {

/// Reads a Training Center XML (TCX) or GPS Exchange (GPX) file. A file that is cut off gives what comes before, with a note.
///
/// errors  one sentence with the byte, where it is neither or nothing can be read
/// source  Garmin TrainingCenterDatabase v2 with ActivityExtension v2; GPX 1.1 with TrackPointExtension v1 and v2
tl::expected<Activity, std::string> read_xml_activity(std::vector<std::uint8_t> bytes);

/// Seconds since 1970-01-01 UTC of a time such as 2026-05-01T07:30:00.5Z or ...+02:00; a time without a zone is taken for
/// UTC. Empty for anything else.
std::optional<double> time_from_iso(std::string_view text);

}  // namespace stridelab
