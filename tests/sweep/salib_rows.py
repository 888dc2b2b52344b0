#!/usr/bin/python3
"""Between SALib and this program: `salib sample ... -o SAMPLES`, this, `salib analyze ... -Y RESULTS`.

    salib_rows.py PROGRAM SAMPLES RESULTS KEY,KEY,... METRIC [further options of `sweep --rows`]

A form that cannot be run is "nan": SALib wants every row, so keep the ranges where forms can be run."""
import sys

from row_pipe import answer

program, samples, results, keys, metric, *more = sys.argv[1:]
with open(samples) as file:
    rows = [[float(x) for x in line.replace(",", " ").split()] for line in file if line.strip()]
with open(results, "w") as file:
    for value in answer(program, keys.split(","), rows, [metric], more):
        file.write(f"{value[0] if value else float('nan')!r}\n")
