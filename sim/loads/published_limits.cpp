#include "loads/published_limits.h"

namespace stridelab {

PublishedLimits read_published_limits(NumberReader in) {
  PublishedLimits out;
  out.reserve_nm = in.number("reserve.moment_nm");
  out.reserve_share = in.number("reserve.share_of_largest_joint_moment");
  for (std::size_t i = 0; i < in.count("limit"); ++i) {
    const auto path = [i](std::string_view key) { return fmt::format("limit[{}].{}", i, key); };
    PublishedLimit limit{in.text(path("metric")), std::nullopt, std::nullopt, in.text(path("basis")),
                         in.text(path("source"))};
    if (in.has(path("lowest")) || !in.has(path("highest"))) limit.lowest = in.number(path("lowest"));
    if (in.has(path("highest"))) limit.highest = in.number(path("highest"));
    out.limits.push_back(std::move(limit));
  }
  return out;
}

}  // namespace stridelab
