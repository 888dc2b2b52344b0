#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>

#include "render/app/exit_code.h"
#include "render/app/options.h"

namespace stridelab::view {

/// An explained end of the program.
struct Fault {
  ViewExit code;
  std::string text;
};
using Done = tl::expected<void, Fault>;

/// The window with its panels: the figure of the form under the sliders, the baseline as a ghost. With a screenshot
/// asked for, one picture of all that once the answer is final.
///
/// errors  those of the scenario, of the display and of the file to write
Done show_with_panels(const std::filesystem::path& scenario, const Options& options);

}  // namespace stridelab::view
