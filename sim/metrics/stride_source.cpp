#include "metrics/stride_source.h"

namespace stridelab {

StrideSource stride_source(const Stride& stride) {
  return {stride.body(),
          stride.form(),
          stride.period_s(),
          stride.quality(),
          [stride](double phase) { return stride.at(phase); },
          !stride.left(),
          stride.left()};
}

}  // namespace stridelab
