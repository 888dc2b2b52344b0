#pragma once

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace stridelab {

/// As many threads as this process may run on.
inline int all_jobs() { return tbb::info::default_concurrency(); }

/// Works items off on `jobs` threads and hands the results over in the order of the items. At most four items per thread
/// are on their way, so memory does not grow with their number; an item is finished before anybody waits for the next
/// one, so a caller who wants each answer before it writes the next line gets it.
///
/// next   the next item, or nothing at the end; one thread at a time, in order
/// work   Item -> Result; any thread, any time
/// sink   one thread at a time, in order
/// errors what any of them throws ends the rest and is thrown
template <class Next, class Work, class Sink>
void work_in_order(int jobs, const Next& next, const Work& work, const Sink& sink) {
  using Item = typename decltype(next())::value_type;
  using Result = decltype(work(std::declval<const Item&>()));
  const auto threads = static_cast<std::size_t>(std::max(jobs, 1));
  // Without it the pool has no more threads than cores, whatever it was asked for.
  const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism,
                                    std::max(threads, static_cast<std::size_t>(all_jobs())));
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] {
    tbb::parallel_pipeline(
        4 * threads,
        tbb::make_filter<void, std::shared_ptr<Item>>(tbb::filter_mode::serial_in_order,
                                                      [&](tbb::flow_control& flow) -> std::shared_ptr<Item> {
                                                        if (auto item = next())
                                                          return std::make_shared<Item>(*std::move(item));
                                                        flow.stop();
                                                        return nullptr;
                                                      }) &
            tbb::make_filter<std::shared_ptr<Item>, std::shared_ptr<Result>>(
                tbb::filter_mode::parallel,
                [&](const std::shared_ptr<Item>& item) { return std::make_shared<Result>(work(*item)); }) &
            tbb::make_filter<std::shared_ptr<Result>, void>(
                tbb::filter_mode::serial_in_order,
                [&](const std::shared_ptr<Result>& result) { sink(std::move(*result)); }));
  });
}

}  // namespace stridelab
