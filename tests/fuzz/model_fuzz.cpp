#include "fuzz/fuzz_file.h"
#include "model_files/model_table.h"
#include "scenario/fatigue.h"

/// Any bytes are a model file, or its reader says what is wrong: the TOML reader by one of its files, then the CSV reader.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto fatigue = stridelab::read_fatigue_file(stridelab::test::file_of(bytes, size, "fatigue.toml"));
  if (!fatigue && fatigue.error().empty()) __builtin_trap();
  stridelab::ModelTable table(stridelab::test::file_of(bytes, size, "table.csv"));
  const auto values = table.column("value", {-1e6, 1e6, ""});
  if (values.empty() && table.faults().empty()) __builtin_trap();
  return 0;
}
