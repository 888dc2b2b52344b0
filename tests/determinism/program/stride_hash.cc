#include <cstdio>

#include "support/hashed_forms.h"

/// Prints the bits of some strides; built at several levels of optimisation, which must not show.
int main() { std::fputs(stridelab::test::hash_lines().c_str(), stdout); }
