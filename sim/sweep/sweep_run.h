#pragma once

#include <functional>

#include "sweep/row_store.h"
#include "sweep/row_stream.h"
#include "sweep/team.h"

namespace stridelab {

/// How far a sweep is.
struct SweepState {
  RowCounts answered_now;   ///< by this process, since it began
  std::uint64_t found = 0;  ///< in the store when it began
  std::uint64_t asked = 0;  ///< in all, of this shard
  [[nodiscard]] std::uint64_t left() const { return asked - found - answered_now.all(); }
};

/// What a sweep is given beside its design.
struct SweepRequest {
  const Design& design;
  Shard shard;
  int jobs = 0;                                     ///< threads of each rank, as the team has it; 0: one
  RowStore* store = nullptr;                        ///< rows it has are not answered again; null: none
  std::function<void(const RowResult&)> use;        ///< each row as it comes; may be empty
  std::function<void(const SweepState&)> progress;  ///< after each chain; may be empty
};

/// Answers the rows of a shard that are not kept yet, and keeps them.
/// errors  StoreError, once the store takes no more; what was committed stays
SweepState run_sweep(const SweepRequest& request, Team& team);

}  // namespace stridelab
