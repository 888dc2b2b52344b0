#include "forward/live_command.h"

#include <fmt/format.h>

#include <cmath>

#include "forward/live_log_fields.h"

namespace stridelab {
namespace {

using Checked = tl::expected<void, std::string>;

Checked outside(std::string_view name, double value, std::string_view range) {
  return tl::unexpected(fmt::format("{} = {:g} is outside {}", name, value, range));
}

struct Check {
  Checked operator()(const SetRunner& command) const {
    Checked result = check_runner(command.runner);
    if (!result) return result;
    if (!command.solved) return tl::unexpected(std::string("the runner has no stride"));
    const Stride& stride = command.solved->stride;
    if (stride.body() != command.runner.body || stride.form() != command.runner.form)
      return tl::unexpected(std::string("the stride is of another runner"));
    return {};
  }
  Checked operator()(const PushRunner& push) const {
    if (!push.force_n.allFinite()) return outside("force_n", push.force_n.norm(), "the numbers");
    if (!(push.duration_s >= 0.0 && push.duration_s <= 10.0))
      return outside("duration_s", push.duration_s, "0 .. 10 s");
    return {};
  }
  Checked operator()(const SetSpeed& speed) const {
    if (!(speed.factor >= 1e-3 && speed.factor <= 100.0)) return outside("factor", speed.factor, "0.001 .. 100");
    return {};
  }
  Checked operator()(const MakeSteps& steps) const {
    if (steps.count < 1) return outside("count", static_cast<double>(steps.count), "1 or more");
    return {};
  }
  Checked operator()(const Restart&) const { return {}; }
  Checked operator()(const Pause&) const { return {}; }
  Checked operator()(const Resume&) const { return {}; }
};

}  // namespace

tl::expected<void, std::string> check_runner(const LiveRunner& runner) {
  Checked result;
  each_field(runner, [&](std::string_view key, const auto& value) {
    if constexpr (std::is_same_v<decltype(value), const double&>) {
      if (result && !std::isfinite(value)) result = outside(key, value, "the numbers");
    }
  });
  for (const auto& [key, value] : {std::pair{"mass_kg", runner.body.mass_kg},
                                   {"height_m", runner.body.height_m},
                                   {"speed_m_s", runner.form.speed_m_s},
                                   {"cadence_spm", runner.form.cadence_spm}})
    if (result && value <= 0.0) result = outside(key, value, "the positive numbers");
  return result;
}

tl::expected<void, std::string> check_command(const LiveCommand& command) { return std::visit(Check{}, command); }

}  // namespace stridelab
