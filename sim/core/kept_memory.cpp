#include "core/kept_memory.h"

#include <cstdlib>  // says whether this is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace stridelab {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int largest_mmap_threshold = 32 * 1024 * 1024;  // glibc takes no larger one
  mallopt(M_MMAP_THRESHOLD, largest_mmap_threshold);
  mallopt(M_TRIM_THRESHOLD, 4 * largest_mmap_threshold);
  mallopt(M_TOP_PAD, 1024 * 1024);
#endif
}

}  // namespace stridelab
