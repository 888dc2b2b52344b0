#include <cstdio>

#include "model_files/models_hash.h"

/// Writes the header shipped_models.h of a models folder: what the build compiles in as the hash of what ships.
int main(int argc, char** argv) {
  if (argc != 2) return 64;
  std::printf("#pragma once\n\ninline constexpr const char* shipped_models_hash = \"%s\";\n",
              stridelab::models_hash(argv[1]).c_str());
}
