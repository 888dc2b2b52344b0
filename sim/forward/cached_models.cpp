#include "forward/cached_models.h"

#include <algorithm>

#include "core/invalid_model_files.h"
#include "forward/forward_limits.h"
#include "forward/reflex_constants.h"
#include "forward/reflex_gains.h"
#include "gait/acceptance_limits.h"
#include "gait/normative_data.h"
#include "gait/normative_laws.h"
#include "gait/reference_runners.h"
#include "gait/residual_scales.h"
#include "gait/schedule.h"
#include "gait/strength_tables.h"
#include "gait/strike_groups.h"
#include "runner/anthropometry.h"

namespace stridelab {
namespace {

/// One model may be read on the way to another: its faults are told once.
void add_once(Diagnostics& faults, const Diagnostic& fault) {
  const auto same = [&](const Diagnostic& known) {
    return known.file == fault.file && known.line == fault.line && known.message == fault.message;
  };
  if (std::ranges::none_of(faults, same)) faults.push_back(fault);
}

template <typename Read>
void collect(Diagnostics& faults, Read read) {
  try {
    read();
  } catch (const InvalidModelFiles& invalid) {
    for (const Diagnostic& fault : invalid.faults()) add_once(faults, fault);
  }
}

}  // namespace

void read_cached_models() {
  Diagnostics faults;
  collect(faults, [] { anthropometry(Sex::male); });
  collect(faults, [] { strength_tables(); });
  collect(faults, [] { reference_runners(); });
  collect(faults, [] { strike_groups(); });
  collect(faults, FootSchedule::read_models);
  collect(faults, [] { acceptance_limits(); });
  collect(faults, [] { normative_laws(); });
  collect(faults, [] { residual_scales(); });
  collect(faults, [] { normative_data(); });
  collect(faults, [] { strike_effect(); });
  collect(faults, [] { reflex_constants(); });
  collect(faults, [] { forward_limits(); });
  collect(faults, [] { shipped_gains(); });
  if (!faults.empty()) throw InvalidModelFiles(std::move(faults));
}

}  // namespace stridelab
