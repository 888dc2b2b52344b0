#include "forward/cached_models.h"

#include "core/invalid_model_files.h"
#include "forward/reflex_gains.h"
#include "gait/normative_data.h"
#include "gait/strength_tables.h"
#include "runner/anthropometry.h"

namespace stridelab {
namespace {

template <typename Read>
void collect(Diagnostics& faults, Read read) {
  try {
    read();
  } catch (const InvalidModelFiles& invalid) {
    faults.insert(faults.end(), invalid.faults().begin(), invalid.faults().end());
  }
}

}  // namespace

void read_cached_models() {
  Diagnostics faults;
  collect(faults, [] { anthropometry(Sex::male); });
  collect(faults, [] { strength_tables(); });
  collect(faults, [] { normative_data(); });
  collect(faults, [] { strike_effect(); });
  collect(faults, [] { shipped_gains(); });
  if (!faults.empty()) throw InvalidModelFiles(std::move(faults));
}

}  // namespace stridelab
