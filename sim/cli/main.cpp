#include <poll.h>
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
#include "core/kept_memory.h"

namespace {

bool stdout_reader_left() {
  pollfd out{STDOUT_FILENO, POLLOUT, 0};
  return poll(&out, 1, 0) == 1 && (out.revents & (POLLERR | POLLHUP)) != 0;
}

}  // namespace

int main(int argc, char** argv) {
  stridelab::keep_freed_memory();
  // A reader that goes away (`| head`) must not lose the files of a run: it ends by itself, quietly.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is one that cannot be written
  if (!stridelab::become_rank_program(argv)) return stridelab::to_int(stridelab::ExitCode::usage);
  const stridelab::Console console{std::cout,
                                   std::cerr,
                                   stridelab::console_style(STDOUT_FILENO),
                                   stridelab::console_style(STDERR_FILENO),
                                   stridelab::takes_codes(STDERR_FILENO),
                                   stdout_reader_left};
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
