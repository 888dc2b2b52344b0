#include <cstdint>
#include <string>

#include "render/app/settings.h"

/// Any bytes are settings of the window, less what is not known, or broken.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  stridelab::Diagnostics left_out;
  const auto read =
      stridelab::view::parse_settings({reinterpret_cast<const char*>(bytes), size}, "view.toml", left_out);
  if (!read && read.error().empty()) __builtin_trap();
  if (read && stridelab::view::parse_settings(stridelab::view::settings_text(*read), "view.toml", left_out) != *read)
    __builtin_trap();
  return 0;
}
