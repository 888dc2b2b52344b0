#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <variant>

#include "core/frames.h"
#include "forward/traced_stride.h"
#include "gait/form.h"
#include "ground/contact_model.h"
#include "runner/body.h"

namespace stridelab {

/// Who runs, how, and what foot and ground do to each other. The contact belongs to the body: soft tissue scales with
/// mass (contact_materials.h).
struct LiveRunner {
  Body body;
  Form form;
  ContactModel contact;
  bool operator==(const LiveRunner&) const = default;
  /// The same person on the same ground: a new form can be blended in while running.
  [[nodiscard]] bool same_person(const LiveRunner& other) const {
    return body == other.body && contact == other.contact;
  }
};

/// Run like this from now on. The stride comes with it: whoever asks has solved it already, and the session solves
/// nothing. Another body or contact starts the run anew.
struct SetRunner {
  LiveRunner runner;
  std::shared_ptr<const TracedStride> solved;  ///< of this runner
  bool preview = false;  ///< the slider still moves. Of another body or contact: not taken, the final one is waited for
};
/// A constant force on the pelvis for a time.
struct PushRunner {
  Vec3 force_n = Vec3::Zero();  ///< world frame
  double duration_s = 0.1;      ///< 0 .. 10
};
/// From the start again, with the newest stride; the way on after a fall.
struct Restart {};
struct Pause {};
struct Resume {};
/// Slow motion.
struct SetSpeed {
  double factor = 1.0;  ///< simulated over wall time that is aimed at: 0.001 .. 100
};
/// Pauses, makes so many integration steps at once, and stays paused.
struct MakeSteps {
  std::int64_t count = 1;  ///< 1 or more
};

using LiveCommand = std::variant<SetRunner, PushRunner, Restart, Pause, Resume, SetSpeed, MakeSteps>;

/// Whether every number of a runner can be one of a person; the error says which cannot. That a form is feasible only
/// its solve can tell.
tl::expected<void, std::string> check_runner(const LiveRunner& runner);

/// Whether a command can be taken at all; the error says what is wrong with it.
tl::expected<void, std::string> check_command(const LiveCommand& command);

}  // namespace stridelab
