#include "cli/rank_program.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>

namespace stridelab {
namespace {

int number_of(const char* variable) {
  const char* text = std::getenv(variable);
  return text == nullptr ? 0 : std::atoi(text);
}

/// Whether somebody started several ranks of this. Slurm's own variables stand in batch scripts too, where there are no
/// ranks: they count where its process interface is there.
bool is_one_of_ranks() {
  for (const char* variable : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "MPI_LOCALNRANKS"})
    if (number_of(variable) > 1) return true;
  const bool interface = std::getenv("PMIX_RANK") != nullptr || std::getenv("PMI_RANK") != nullptr;
  return interface && number_of("SLURM_STEP_NUM_TASKS") > 1;
}

}  // namespace

bool become_rank_program(char** arguments) {
  if (arguments[1] == nullptr || std::string_view(arguments[1]) != "sweep" || !is_one_of_ranks()) return true;
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "stridelab-mpi";
  execv(program.c_str(), arguments);
  std::cerr << "error: started as one of several ranks, and " << program.string()
            << " is not there: build with libopenmpi-dev, or give each task --shard i/n without mpirun\n";
  return false;
}

}  // namespace stridelab
