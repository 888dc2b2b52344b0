#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/cli.h"
#include "cli/exit_code.h"
#include "cli/rank_program.h"
#include "core/invalid_model_files.h"

int main(int argc, char** argv) {
  // A reader that goes away (`| head`) is an unwritable output, not a reason to die without an exit code.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is one that cannot be written
  if (!stridelab::become_rank_program(argv)) return stridelab::to_int(stridelab::ExitCode::usage);
  const stridelab::Console console{std::cout, std::cerr, stridelab::console_style(STDOUT_FILENO),
                                   stridelab::console_style(STDERR_FILENO), isatty(STDERR_FILENO) == 1};
  try {
    return stridelab::run_cli(std::vector<std::string>(argv + 1, argv + argc), console);
  } catch (const stridelab::InvalidModelFiles& invalid) {
    std::cerr << invalid.what();
    return stridelab::to_int(stridelab::ExitCode::invalid_input);
  } catch (const std::exception& error) {
    std::cerr << "internal error: " << error.what() << "\n";
  } catch (...) {
    std::cerr << "internal error\n";
  }
  return stridelab::to_int(stridelab::ExitCode::internal_error);
}
