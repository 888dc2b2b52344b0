#!/usr/bin/python3
"""Sensitivity indices of Ishigami's function through the row pipe, Dakota's files, SALib's files and OpenTURNS.

    ishigami.py PROGRAM pipe|dakota|salib|openturns

Exit code 77: the package is not here. The closed form (a = 7, b = 0.1; Ishigami & Homma 1990): first-order indices
0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437."""
import itertools
import math
import os
import random
import subprocess
import sys
import tempfile

from row_pipe import answer, one_at_a_time

names = ["x1", "x2", "x3"]
first = [0.3139, 0.4424, 0.0]
total = [0.5576, 0.4424, 0.2437]
function = ("--test-function", "ishigami")


def saltelli(n, seed=1):
    """n (3 + 2) rows: two independent samples A and B, and A with one column of B."""
    draw = random.Random(seed)
    a, b = ([[draw.uniform(-math.pi, math.pi) for _ in names] for _ in range(n)] for _ in range(2))
    mixed = [[[*row[:j], other[j], *row[j + 1:]] for row, other in zip(a, b)] for j in range(3)]
    return a + b + list(itertools.chain(*mixed))


def indices(y, n):
    """First-order by Saltelli 2010, total by Jansen 1999: Comput Phys Commun 181:259, table 2 b and f."""
    a, b = y[:n], y[n:2 * n]
    mean = sum(a + b) / (2 * n)
    variance = sum((v - mean) ** 2 for v in a + b) / (2 * n - 1)
    out = []
    for j in range(3):
        c = y[(2 + j) * n:(3 + j) * n]
        out.append((sum(vb * (vc - va) for va, vb, vc in zip(a, b, c)) / n / variance,
                    sum((va - vc) ** 2 for va, vc in zip(a, c)) / (2 * n) / variance))
    return out


def expect(found, tolerance, what):
    worst = max(max(abs(s - e), abs(t - f)) for (s, t), e, f in zip(found, first, total))
    print(f"{what}: " + "; ".join(f"{x} S {s:.4f}, T {t:.4f}" for x, (s, t) in zip(names, found))
          + f"; worst error {worst:.4f}, allowed {tolerance}")
    assert worst < tolerance


def pipe(program):
    n = 8192
    y = [v[0] for v in answer(program, names, saltelli(n), ["y"], function)]
    # The estimators of 8192 have standard deviations of at most 0.017 here (ten seeds): three of them.
    expect(indices(y, n), 0.05, "row pipe")
    rows = saltelli(8)
    assert one_at_a_time(program, names, rows, ["y"], function) == [v[0] for v in answer(program, names, rows, ["y"], function)]
    print("row pipe, one row at a time: the same numbers")


def dakota_parameters(row, style):
    if style == "standard":
        text = "".join(f"{v:45.15e} {x}\n" for x, v in zip(names, row))
        return f"{3:45d} variables\n{text}{1:45d} functions\n{1:45d} ASV_1:y\n{0:45d} derivative_variables\n" \
               f"{0:45d} analysis_components\n{1:45d} eval_id\n"
    text = "".join(f"{{ {x} = {v:.15e} }}\n" for x, v in zip(names, row))
    return f"{{ DAKOTA_VARS = 3 }}\n{text}{{ DAKOTA_FNS = 1 }}\n{{ ASV_1:y = 1 }}\n{{ DAKOTA_DER_VARS = 0 }}\n" \
           f"{{ DAKOTA_AN_COMPS = 0 }}\n{{ DAKOTA_EVAL_ID = 1 }}\n"


def dakota(program):
    n, y = 64, []
    rows = saltelli(n)
    with tempfile.TemporaryDirectory() as folder:
        parameters, results = os.path.join(folder, "params.in"), os.path.join(folder, "results.out")
        for i, row in enumerate(rows):
            with open(parameters, "w") as file:
                file.write(dakota_parameters(row, "standard" if i % 2 else "aprepro"))
            subprocess.run([program, "dakota", *function, parameters, results], check=True)
            with open(results) as file:
                value, descriptor = file.read().split()
            assert descriptor == "y"
            y.append(float(value))
    written = [[float(f"{v:.15e}") for v in row] for row in rows]
    assert y == [v[0] for v in answer(program, names, written, ["y"], function)]
    # 64 rows a sample: standard deviations of at most 0.2, as n^-1/2 says of those above.
    expect(indices(y, n), 0.6, "Dakota's files, the numbers of the row pipe")


def salib(program):
    """What SALib's command line writes and reads: numbers alone, a row a line, then a result a line."""
    n = 1024
    with tempfile.TemporaryDirectory() as folder:
        samples, results = os.path.join(folder, "samples.txt"), os.path.join(folder, "results.txt")
        with open(samples, "w") as file:
            file.writelines(" ".join(f"{v:.18e}" for v in row) + "\n" for row in saltelli(n))
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "salib_rows.py")
        subprocess.run([sys.executable, script, program, samples, results, "x1,x2,x3", "y", *function], check=True)
        with open(results) as file:
            y = [float(line) for line in file]
    expect(indices(y, n), 0.15, "SALib's files")  # three of 0.05


def openturns(program):
    try:
        import openturns as ot
    except ImportError:
        print("python3-openturns is not installed")
        sys.exit(77)
    ot.RandomGenerator.SetSeed(1)
    model = ot.PythonFunction(3, 1, func_sample=lambda x: answer(program, names, x, ["y"], function))
    inputs = ot.ComposedDistribution([ot.Uniform(-math.pi, math.pi)] * 3)
    n = 8192
    design = ot.SobolIndicesExperiment(inputs, n).generate()
    found = ot.SaltelliSensitivityAlgorithm(design, model(design), n)
    expect(list(zip(found.getFirstOrderIndices(), found.getTotalOrderIndices())), 0.05, "OpenTURNS")


{"pipe": pipe, "dakota": dakota, "salib": salib, "openturns": openturns}[sys.argv[2]](sys.argv[1])
