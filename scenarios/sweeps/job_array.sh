#!/bin/sh
# A sweep as a job array of Slurm, without MPI: each task answers its shard into a store of its own.
#   sbatch --array=1-16 scenarios/sweeps/job_array.sh scenarios/sweeps/cadence_and_lean.design.toml results
# A task that was killed or lost is started again with its number (--array=7): --resume repeats nothing. At the end:
#   stridelab sweep DESIGN --store all.sqlite --merge results/1.sqlite --merge results/2.sqlite ... --csv all.csv
#SBATCH --cpus-per-task=1
#SBATCH --job-name=stridelab-sweep
set -eu
design=$1
folder=$2
mkdir -p "$folder"
exec "${STRIDELAB:-stridelab}" sweep "$design" --jobs "${SLURM_CPUS_PER_TASK:-1}" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --store "$folder/$SLURM_ARRAY_TASK_ID.sqlite" --resume
