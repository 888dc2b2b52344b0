#include "forward/live_replay.h"

#include <fmt/format.h>

#include <vector>

#include "forward/live_run.h"
#include "gait/synthesise.h"

namespace stridelab {
namespace {

using Done = tl::expected<void, std::string>;

/// Applies events to a run and keeps its strides, for the previews that were solved from them.
class Applier {
 public:
  Applier(LiveRun& run, std::vector<Stride>& strides) : run_(run), strides_(strides) {}

  Done operator()(const StrideAdopted& event) {
    const Done solved = solve(event.runner.body, event.runner.form, event.warm_from);
    if (solved) run_.adopt(event.runner, strides_.back(), event.blend_s);
    return solved;
  }
  Done operator()(const StrideSolved& event) { return solve(event.body, event.form, event.warm_from); }
  Done operator()(const PushRunner& push) {
    run_.push(push);
    return {};
  }
  Done operator()(const Restart&) {
    run_.restart();
    return {};
  }
  template <class WhenOnly>
  Done operator()(const WhenOnly&) {
    return {};
  }

 private:
  Done solve(const Body& body, const Form& form, const std::optional<std::int64_t>& from) {
    if (from && (*from < 0 || *from >= static_cast<std::int64_t>(strides_.size())))
      return tl::unexpected(fmt::format("there is no stride {} to solve from", *from));
    const auto stride =
        from ? synthesise_from(strides_[static_cast<std::size_t>(*from)], body, form) : synthesise(body, form);
    if (!stride) return tl::unexpected(stride.error().text());
    strides_.push_back(*stride);
    return {};
  }

  LiveRun& run_;
  std::vector<Stride>& strides_;
};

bool run_to(LiveRun& run, std::int64_t step) {
  while (run.steps() < step)
    if (!run.step()) return false;
  return true;
}

ReplayEnd end_of(const LiveRun& run) {
  const Simulation& s = run.simulation();
  return {run.steps(), s.time_s(), s.state_hash(), run.stride().number, s.fall()};
}

}  // namespace

tl::expected<ReplayEnd, std::string> replay(const CommandLog& log, const LoadModels& loads, std::int64_t until_step) {
  const auto start = synthesise(log.start.body, log.start.form);
  if (!start) return tl::unexpected(fmt::format("the start: {}", start.error().text()));
  std::vector<Stride> strides{*start};
  LiveRun run(log.start, *start, loads, log.settings);
  Applier apply(run, strides);
  for (std::size_t i = 0; i < log.entries.size() && log.entries[i].step <= until_step; ++i) {
    const auto& [step, event] = log.entries[i];
    if (!run_to(run, step))
      return tl::unexpected(fmt::format("entry {}: the run ended at step {} and never reached step {}: {}", i + 1,
                                        run.steps(), step, run.simulation().fall()->text()));
    if (const Done done = std::visit(apply, event); !done)
      return tl::unexpected(fmt::format("entry {}: {}", i + 1, done.error()));
  }
  run_to(run, until_step);
  return end_of(run);
}

}  // namespace stridelab
