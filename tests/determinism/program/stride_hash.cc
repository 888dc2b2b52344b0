#include <cstdio>

#include "support/hashed_runs.h"

/// Prints the bits of some strides and of some forward runs; built at several levels of optimisation, which must not show.
int main() {
  std::fputs(stridelab::test::hash_lines().c_str(), stdout);
  std::fputs(stridelab::test::run_hash_lines().c_str(), stdout);
}
