#include "forward/live_planner.h"

namespace stridelab {

tl::expected<Stride, Infeasible> solve_plan(const PlanRequest& request) {
  const auto& [runner, neighbour] = request;
  return neighbour ? synthesise_from(neighbour->stride, runner.body, runner.form)
                   : synthesise(runner.body, runner.form);
}

LivePlanner::LivePlanner(std::function<void(PlanResult)> done)
    : done_(std::move(done)), thread_([this](const std::stop_token& stop) { work(stop); }) {}

void LivePlanner::solve(PlanRequest request) {
  {
    const std::lock_guard lock(guard_);
    request_ = std::move(request);
  }
  changed_.notify_one();
}

void LivePlanner::work(const std::stop_token& stop) {
  while (true) {
    std::unique_lock lock(guard_);
    if (!changed_.wait(lock, stop, [&] { return request_.has_value(); }) || stop.stop_requested()) return;
    PlanRequest request = *std::move(request_);
    request_.reset();
    lock.unlock();
    auto stride = solve_plan(request);
    done_({std::move(request), std::move(stride)});
  }
}

}  // namespace stridelab
