#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "core/diagnostics.h"
#include "forward/live_command.h"
#include "forward/simulation.h"

namespace stridelab {

/// A new stride came into force. Strides are numbered as they stand in the log, from 0, the one the session started
/// with.
struct StrideAdopted {
  LiveRunner runner;
  std::optional<std::int64_t> warm_from;  ///< the stride the preview was solved from; none: the canonical cold solve
  double blend_s = 0.0;
};

/// A stride that never came into force, but that previews were solved from. Has a number of its own.
struct StrideSolved {
  Body body;
  Form form;
  std::optional<std::int64_t> warm_from;  ///< as above
};

/// What took effect. Pause, Resume, SetSpeed and MakeSteps decide only when steps were made; a replay passes over them.
using LogEvent = std::variant<StrideAdopted, StrideSolved, PushRunner, Restart, Pause, Resume, SetSpeed, MakeSteps>;

struct LogEntry {
  std::int64_t step;  ///< integration steps of the whole session, restarts included, made before it took effect
  LogEvent event;
};

/// Everything that happened to a live session: with the same version of the program, the same bits again.
struct CommandLog {
  SimulationSettings settings;  ///< its contact is that of `start`
  LiveRunner start;
  std::vector<LogEntry> entries;  ///< in order of steps
};

/// The log as text, one line per entry; numbers read back as the same double.
///
/// ```
/// stridelab session log 4
/// settings dt_s=0.001 carrier=bullet assist_percent=0 ...
/// start mass_kg=70 height_m=1.75 sex=male speed_m_s=3.3 ...
/// 1712 stride from=cold blend_s=0.7 mass_kg=70 ...
/// 2430 solved from=1 mass_kg=70 ...
/// 2430 stride from=2 blend_s=0.7 mass_kg=70 ...
/// 2900 push force_x_n=0 force_y_n=0 force_z_n=200 duration_s=0.1
/// ```
std::string to_text(const CommandLog& log);

/// Reads what to_text() writes, and format 2, which had no `solved`; blank lines and lines that begin with # are passed over.
/// errors  every faulty line in one pass: unknown word, missing or unknown key, bad value, steps out of order, a stride
///         solved from one that did not exist yet
tl::expected<CommandLog, Diagnostics> parse_command_log(std::string_view text, const std::string& file);

/// The same of a file. errors: also a file that cannot be read
tl::expected<CommandLog, Diagnostics> read_command_log(const std::filesystem::path& file);

}  // namespace stridelab
