#pragma once

#include <string>
#include <tl/expected.hpp>

#include "render/app/fault.h"
#include "render/app/options.h"
#include "render/ui/view_model.h"

namespace stridelab::view {

/// The clock of pictures and records: simulated time passes by equal steps, however long drawing takes, so that equal
/// options give equal pictures. With the forward run it is the run that is stepped, and waited for.
class StageClock {
 public:
  /// The model must have its answer; it is the stride unless options.live.
  StageClock(ViewModel& model, const Options& options) : model_(model), options_(options) {}

  /// Goes to options.at_s and stands there. errors: a forward run that cannot begin, or falls before
  Done go_to_start();

  /// From now on time passes, for a record. step() is to be called between pictures.
  void start_record();

  /// Lets a step of the record pass, of simulated time: options.rate / options.fps.
  Done step();

 private:
  Done run_for(double seconds);
  Done wait_for_run();

  ViewModel& model_;
  const Options& options_;
  double due_s_ = 0.0;  ///< asked of the run, not yet stepped
};

}  // namespace stridelab::view
