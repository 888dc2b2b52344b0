#include <cstdint>
#include <string_view>

#include "forward/command_log.h"

/// Any bytes are the log of a session or a list of faults; what can be read is written and read again to the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto read = stridelab::parse_command_log({reinterpret_cast<const char*>(bytes), size}, "a.log");
  if (!read && read.error().empty()) __builtin_trap();
  if (!read) return 0;
  const std::string text = stridelab::to_text(*read);
  const auto again = stridelab::parse_command_log(text, "a.log");
  if (!again || stridelab::to_text(*again) != text) __builtin_trap();
  return 0;
}
