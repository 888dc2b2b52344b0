#pragma once

namespace stridelab {

/// Reads every model file that is read once per process and kept: body, strengths, measured gait, reflex gains. Who starts threads
/// calls it first, so that a broken file ends where somebody hears of it and not in a thread.
/// errors  throws InvalidModelFiles with the faults of all of them
void read_cached_models();

}  // namespace stridelab
