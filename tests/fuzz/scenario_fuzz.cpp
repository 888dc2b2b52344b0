#include "fuzz/fuzz_file.h"
#include "scenario/scenario.h"

/// Any bytes are a scenario or a list of faults.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto path = stridelab::test::file_of(bytes, size, "a.toml");
  const auto read = stridelab::read_scenario(path);
  if (!read && (read.error().empty() || stridelab::to_text(read.error()).empty())) __builtin_trap();
  return 0;
}
