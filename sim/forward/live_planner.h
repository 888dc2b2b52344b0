#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <tl/expected.hpp>

#include "forward/live_command.h"
#include "gait/synthesise.h"

namespace stridelab {

/// A solved stride and its place in the session: 0 is the one it started with, then in the order of adoption.
struct NumberedStride {
  Stride stride;
  std::int64_t number;
};

/// A stride to solve.
struct PlanRequest {
  LiveRunner runner;
  std::optional<NumberedStride> neighbour;  ///< start of a preview's warm solve; none: the canonical cold solve
};

struct PlanResult {
  PlanRequest request;
  tl::expected<Stride, Infeasible> stride;
};

/// What live session and replay both solve strides with. Deterministic: same request, same bits.
tl::expected<Stride, Infeasible> solve_plan(const PlanRequest& request);

/// Solves strides on a thread of its own, one at a time.
///
/// thread  solve() belongs to one thread; `done` is called on the planner's
/// errors  an infeasible form is a result
class LivePlanner {
 public:
  explicit LivePlanner(std::function<void(PlanResult)> done);
  /// Waits for the solve that is under way (tens of milliseconds); its result is still delivered.
  ~LivePlanner() = default;

  /// Call it again only after the result of the last one: an earlier request that has not begun is replaced.
  void solve(PlanRequest request);

 private:
  void work(const std::stop_token& stop);

  std::function<void(PlanResult)> done_;
  std::mutex guard_;
  std::condition_variable_any changed_;
  std::optional<PlanRequest> request_;
  std::jthread thread_;  ///< last: it ends before what it uses
};

}  // namespace stridelab
