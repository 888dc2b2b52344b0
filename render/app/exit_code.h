#pragma once

namespace stridelab::view {

/// Exit codes of stridelab-view; those of the command line program, and one of its own. Public, see sim/cli/README.md.
enum class ViewExit : int {
  done = 0,
  invalid_input = 2,
  no_feasible_gait = 3,
  unwritable_output = 4,
  usage = 64,
  no_graphics = 69,  ///< no display, OpenGL below 3.3, or an installation without its shaders
  internal_error = 70,
};

constexpr int to_int(ViewExit code) { return static_cast<int>(code); }

}  // namespace stridelab::view
