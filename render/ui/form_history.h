#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "render/ui/form_edits.h"
#include "render/ui/runner.h"
#include "render/ui/shown_run.h"

namespace stridelab::view {

/// What a step back brings back: the form and what it is compared with.
struct FormState {
  std::string scenario;  ///< path of the file
  FormEdits edits;
  Hold hold = Hold::speed;
  std::shared_ptr<const ShownRun> baseline;                  ///< null before its first answer
  std::shared_ptr<const Runner> runner;                      ///< null: the usual one
  std::vector<std::shared_ptr<const ShownRun>> beside = {};  ///< forms that are shown, too
  FormEdits kept = {};                                       ///< what the file holds, or was opened with
};

/// Steps back and forward through what a person did.
class FormHistory {
 public:
  static constexpr std::size_t deepest = 100;  ///< steps back; older ones are forgotten

  /// Something is about to change: what was. Steps forward end here.
  void keep(FormState before);

  /// The state one step back; what is now becomes the step forward. Empty, and nothing changes, without one.
  std::optional<FormState> back(FormState now) { return pass(behind_, ahead_, std::move(now)); }
  std::optional<FormState> forward(FormState now) { return pass(ahead_, behind_, std::move(now)); }

  [[nodiscard]] bool can_go_back() const { return !behind_.empty(); }
  [[nodiscard]] bool can_go_forward() const { return !ahead_.empty(); }

 private:
  static std::optional<FormState> pass(std::deque<FormState>& from, std::deque<FormState>& to, FormState now);
  std::deque<FormState> behind_, ahead_;  ///< the nearest last
};

}  // namespace stridelab::view
