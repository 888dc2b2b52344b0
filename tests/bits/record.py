#!/usr/bin/env python3
"""Every number that a build gives, as a line per run: for changes that are not to change one.

usage: tests/bits/record.py PROGRAM > before.txt      then, with the other build, > after.txt      and: diff before.txt after.txt

All shipped scenarios in both engines, and random forms within the ranges of `PROGRAM parameters --json`, drawn from a
fixed seed. A line holds the run, its exit code, the state hash, and a digest of parameters, metrics, steps, curves,
energy, regions and notes as the JSON report writes them: the shortest texts that read back as the same doubles.
Nothing of where or when the program was built is in it. Wants Python 3.9 and nothing else.
"""
import hashlib
import json
import pathlib
import random
import subprocess
import sys

SCENARIOS = pathlib.Path(__file__).resolve().parents[2] / "scenarios"
BASE = SCENARIOS / "easy_run.toml"
N_FORMS = 300
N_FORWARD_FORMS = 40
WIDE, NEAR = 0.12, 0.02  # standard deviation of a number, of its range; the forward runner falls in most wide ones
COMPARED = ("parameters", "metrics", "checks", "steps", "curves", "energy", "regions", "notes")
TRIANGLE = ("speed_m_s", "cadence_spm", "stride_length_m")  # any two of them give the third


def outcome(program, *arguments):
    """Exit code, state hash and digest of one run."""
    run = subprocess.run([program, "run", *arguments, "--quiet", "--json", "-"], capture_output=True, text=True)
    if not run.stdout.strip():
        return f"exit {run.returncode}  {run.stderr.strip().splitlines()[-1:]}"
    report = json.loads(run.stdout)["runs"][0]
    (report.get("metrics") or {}).pop("solve_time_ms", None)  # the one figure that differs between repeats
    text = json.dumps({part: report.get(part) for part in COMPARED}, sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return f"exit {run.returncode}  {report['status']}  {report['provenance'].get('state_hash')}  {digest}"


def random_forms(program, count, spread):
    """Settings of forms: half of the keys at random, the numbers drawn about their defaults."""
    rows = json.loads(subprocess.run([program, "parameters", "--json"], capture_output=True, text=True).stdout)
    rows = [row for row in rows["parameters"] if row["table"] != "run"]
    draw = random.Random(20261130)
    for _ in range(count):
        left_out = draw.choice(TRIANGLE)
        settings = []
        for row in rows:
            if row["key"] == left_out or draw.random() < 0.5:
                continue
            if "choices" in row:
                value = draw.choice(row["choices"])
            else:
                middle = {"cadence_spm": 170.0, "stride_length_m": 2.3}.get(row["key"], row["default"])
                if middle is None:
                    middle = 0.5 * (row["min"] + row["max"])
                value = min(max(draw.gauss(middle, spread * (row["max"] - row["min"])), row["min"]), row["max"])
                value = repr(round(value, 4))
            settings += ["--set", f"{row['key']}={value}"]
        yield settings


def main(program):
    for scenario in sorted(SCENARIOS.glob("*.toml")):
        for engine in ("stride", "forward"):
            print(scenario.stem, engine, outcome(program, str(scenario), "--engine", engine), sep="  ", flush=True)
    for i, settings in enumerate(random_forms(program, N_FORMS, WIDE)):
        print(f"form {i}", "stride", outcome(program, str(BASE), *settings), sep="  ", flush=True)
    for i, settings in enumerate(random_forms(program, N_FORWARD_FORMS, NEAR)):
        forward = outcome(program, str(BASE), *settings, "--engine", "forward", "--duration-s", "8")
        print(f"near form {i}", "forward", forward, sep="  ", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
