#include <mpi.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>
#include <span>
#include <streambuf>
#include <string>
#include <vector>

#include "cli/cli.h"
#include "cli/exit_code.h"
#include "core/invalid_model_files.h"
#include "core/kept_memory.h"
#include "mpi/mpi_team.h"

namespace stridelab {
namespace {

/// Takes everything and keeps nothing: what ranks but the first say, they say in chorus.
class Nowhere : public std::streambuf {
 protected:
  int_type overflow(int_type c) override { return traits_type::not_eof(c); }
};

int run_rank(std::span<const std::string> arguments, int rank, int size) {
  Nowhere nowhere;
  std::ostream nobody(&nowhere);
  const Console console{rank == 0 ? std::cout : nobody, rank == 0 ? std::cerr : nobody, console_style(STDOUT_FILENO),
                        console_style(STDERR_FILENO), rank == 0 && isatty(STDERR_FILENO) == 1};
  if (size == 1) return run_cli(arguments, console);
  if (arguments.empty() || arguments.front() != "sweep") {
    console.err << "error: many ranks answer 'sweep' alone; use stridelab for everything else\n";
    return to_int(ExitCode::usage);
  }
  MpiTeam team(rank, size);
  return run_cli(arguments, console, {}, &team);
}

/// Any rank's fault ends all of them: a rank that is waited for and never comes would hang the rest.
int run_or_abort(std::span<const std::string> arguments, int rank, int size) {
  ExitCode code = ExitCode::internal_error;
  try {
    return run_rank(arguments, rank, size);
  } catch (const InvalidModelFiles& invalid) {
    std::cerr << "rank " << rank << ": " << invalid.what();
    code = ExitCode::invalid_input;
  } catch (const std::exception& error) {
    std::cerr << "rank " << rank << ": internal error: " << error.what() << "\n";
  }
  MPI_Abort(MPI_COMM_WORLD, to_int(code));
  return to_int(code);
}

}  // namespace
}  // namespace stridelab

int main(int argc, char** argv) {
  stridelab::keep_freed_memory();
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  MPI_Init(&argc, &argv);
  int rank = 0, size = 1;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const int code = stridelab::run_or_abort(arguments, rank, size);
  MPI_Finalize();
  return code;
}
