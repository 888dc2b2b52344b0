// The forward engine stands on Bullet, which did not come along.
#include "study/engines.h"

namespace stridelab {

ForwardRunner forward_engine() {
  return [](const ForwardJob&) -> tl::expected<ForwardResult, NoRun> {
    return tl::unexpected(NoRun{"the forward simulation is not part of the demo in a browser", std::nullopt});
  };
}

}  // namespace stridelab
