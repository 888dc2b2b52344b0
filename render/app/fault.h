#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "core/diagnostics.h"
#include "render/app/exit_code.h"

namespace stridelab::view {

/// An explained end of the program. The text is complete: "error: ..." with its newline.
struct Fault {
  ViewExit code;
  std::string text;
};
using Done = tl::expected<void, Fault>;

inline tl::unexpected<Fault> fault(ViewExit code, const std::string& sentence) {
  return tl::unexpected(Fault{code, "error: " + sentence + "\n"});
}
inline tl::unexpected<Fault> fault(ViewExit code, const Diagnostics& faults) {
  return tl::unexpected(Fault{code, to_text(faults)});
}
inline tl::unexpected<Fault> fault(ViewExit code, const Diagnostic& one) {
  return tl::unexpected(Fault{code, to_text(one)});
}

/// The answer to --ghost where there is none to show.
inline std::string no_base(const std::filesystem::path& scenario) {
  return scenario.string() + " has no base to compare with; leave --ghost out, or name a scenario with a base";
}

}  // namespace stridelab::view
