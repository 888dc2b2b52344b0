#include "fuzz/fuzz_file.h"
#include "training/plan.h"
#include "training/training_models.h"

/// Any bytes are a plan or a list of faults.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const auto models = stridelab::read_training_models();
  const auto read = stridelab::read_plan(stridelab::test::file_of(bytes, size, "a.plan.toml"), *models);
  if (!read && read.error().empty()) __builtin_trap();
  return 0;
}
