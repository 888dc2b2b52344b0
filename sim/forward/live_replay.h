#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "forward/command_log.h"
#include "loads/load_models.h"

namespace stridelab {

/// Where a replay ended.
struct ReplayEnd {
  std::int64_t step;     ///< of the session: the one asked for, or that of a fall
  double time_s;         ///< of the run since its last start
  std::uint64_t hash;    ///< Simulation::state_hash()
  std::int64_t strides;  ///< adopted
  std::optional<Fall> fall;
};

/// Does again what a session did, bit for bit, up to and with the entries of one step: solves every stride of its log
/// from what it was solved from, and applies each entry at its step. Deterministic.
///
/// errors  a stride that is infeasible, or an entry the run never reached because it fell: the log is of another version
///         of the program or was changed. Names the entry, counted from 1
tl::expected<ReplayEnd, std::string> replay(const CommandLog& log, const LoadModels& loads, std::int64_t until_step);

}  // namespace stridelab
