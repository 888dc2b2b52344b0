#pragma once

namespace stridelab {

/// Under mpirun or srun with several ranks, `stridelab sweep` becomes stridelab-mpi, which lies beside it: this program
/// links no MPI, and each rank of it would answer the whole design.
///
/// returns  only where there is nothing to do, or where it cannot be done: then after a message, false
bool become_rank_program(char** arguments);

}  // namespace stridelab
