#include "loads/published_limits.h"

#include "model_files/model_file.h"

namespace stridelab {
namespace {

PublishedLimit read_limit(ModelSection in) {
  // Body weights, MPa, Nm or Nm/kg; braking is the only one below 0, and its limit is 0 itself.
  constexpr ModelRange peak{0.0, 1000.0, ""};
  PublishedLimit limit{in.text("metric"), std::nullopt, std::nullopt, in.text("basis"), in.text("source")};
  if (in.has("lowest") || !in.has("highest")) limit.lowest = in.number("lowest", peak);
  if (in.has("highest")) limit.highest = in.number("highest", peak);
  return limit;
}

}  // namespace

PublishedLimits read_published_limits(ModelSection in) {
  PublishedLimits out;
  ModelSection reserve = in.table("reserve");
  out.reserve_nm = reserve.number("moment_nm", {0.1, 200.0, "Nm"});
  out.reserve_share = reserve.number("share_of_largest_joint_moment", {0.001, 1.0, ""});
  reserve.text("source");
  for (ModelSection& limit : in.list("limit")) out.limits.push_back(read_limit(limit));
  return out;
}

}  // namespace stridelab
