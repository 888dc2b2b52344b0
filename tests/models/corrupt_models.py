#!/usr/bin/python3
"""Breaks model files one at a time and sees that the program says so.

usage   corrupt_models.py STRIDELAB MODELS_FOLDER SCENARIOS_FOLDER [--all] [--verbose]
exit    0 every case ends as it should, 1 one does not

A case is one change of one file in a copy of the models, and the command that reads that file. It may end in two ways:

refused     exit code 2, and stderr names the file and the line (a file that is missing has no line; a key, row or column
            that is missing has the place where it is missed)
says so     it runs: the change makes a file that may be (a heavier thigh, a shorter list of advice). Then the output says
            that the models are not the shipped ones

Anything else is a failure: exit code 70, a signal, a change that nobody hears of. So is an end of the second kind where a
fault can always be told: a file that is missing or no TOML, a number that is none, a column or row that is gone.
Without --all a sample runs; cases are drawn from a fixed seed.
"""

import collections
import concurrent.futures
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

SAID = "differ from the shipped ones"
UNREAD = {"paths.toml", "denton_2023_moment_arms.csv", "denton_2023_stance_moments_3.5.csv"}  # by the view, by tests
NUMBER = re.compile(r"(?<![\w.\"'-])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.\"'])")
GAPS = {"fukuchi_2017_kneecap_force.csv"}  # its percents need not be all there, so a row less is no fault
ANY_FILES = {"guidance"}  # a folder whose files nobody lists, so that one less may be no fault
ALWAYS_REFUSED = {"file missing", "nan", "column missing", "row missing"}


def lines_of(text):
    return text.splitlines(keepends=True)


def body(text):
    """Numbers of the lines that hold something, comments left out."""
    return [i for i, line in enumerate(lines_of(text)) if line.strip() and not line.startswith("#")]


def cut_at_line_end(text, draw):
    keep = draw.choice(body(text)[:-1])
    return "".join(lines_of(text)[: keep + 1])


def cut_in_line(text, draw):
    lines = lines_of(text)
    at = draw.choice([i for i in body(text) if len(lines[i]) > 4])
    return "".join(lines[:at]) + lines[at][: draw.randrange(1, len(lines[at]) - 2)]


def numbers_of(text, csv):
    """Spans of the numbers that stand for themselves: not in texts, comments, names or the header of a CSV."""
    found, quoted = [], False
    for place, line in enumerate(lines_of(text)):
        start = sum(len(one) for one in lines_of(text)[:place])
        if '"""' in line:
            quoted = not quoted if line.count('"""') % 2 else quoted
            continue
        if quoted or line.startswith(("#", "[")) or not line.strip() or (csv and place == body(text)[0]):
            continue
        code = line if csv else re.sub(r'"[^"]*"', lambda m: "x" * len(m[0]), line.split("#")[0])
        found += [(start + m.start(), start + m.end()) for m in NUMBER.finditer(code)]
    return found


def changed_number(text, draw, csv, change):
    spans = [(a, b) for a, b in numbers_of(text, csv) if float(text[a:b]) != 0.0]
    if not spans:
        return None
    a, b = draw.choice(spans)
    return text[:a] + change(text[a:b]) + text[b:]


def flipped(number):
    return number[1:] if number.startswith("-") else "-" + number


def without_row(text, draw, csv):
    if not csv:
        return None
    lines, at = lines_of(text), draw.choice(body(text)[1:])
    return "".join(lines[:at] + lines[at + 1:])


def without_column(text, draw, csv):
    if not csv:
        return None
    rows = body(text)
    lines = lines_of(text)
    header = lines[rows[0]].rstrip("\n").split(",")
    gone = draw.randrange(len(header))
    for i in rows:
        cells = lines[i].rstrip("\n").split(",")
        lines[i] = ",".join(cells[:gone] + cells[gone + 1:]) + "\n"
    return "".join(lines)


def without_key(text, draw, csv):
    if csv:
        return None
    keys = [i for i in body(text) if re.match(r'[a-z_"][\w ",.+-]* *=', lines_of(text)[i])]
    if not keys:
        return None
    lines, at = lines_of(text), draw.choice(keys)
    end = at + 1
    if lines[at].count('"""') == 1:  # a text of several lines
        while '"""' not in lines[end]:
            end += 1
        end += 1
    elif lines[at].count("[") > lines[at].count("]"):
        while lines[end].strip() != "]":
            end += 1
        end += 1
    return "".join(lines[:at] + lines[end:])


CLASSES = {
    "file missing": lambda text, draw, csv: None,
    "cut at a line end": lambda text, draw, csv: cut_at_line_end(text, draw),
    "cut in a line": lambda text, draw, csv: cut_in_line(text, draw),
    "nan": lambda text, draw, csv: changed_number(text, draw, csv, lambda n: "nan"),
    "column missing": without_column,
    "row missing": without_row,
    "key missing": without_key,
    "sign": lambda text, draw, csv: changed_number(text, draw, csv, flipped),
    "x 1000": lambda text, draw, csv: changed_number(text, draw, csv, lambda n: repr(1000.0 * float(n))),
    "2 % more": lambda text, draw, csv: changed_number(text, draw, csv, lambda n: repr(1.02 * float(n))),
}


def command_for(file, scenarios):
    """What reads that file."""
    easy = scenarios / "easy_run.toml"
    folder, stem = file.parts[0], file.stem
    run = ["run", easy, "--set", "fatigue_percent=50", "--set", "shoe_distance_km=300"]
    if file.name in ("reflexes.toml", "reflex_constants.toml", "forward_limits.toml", "engine_agreement.toml"):
        return ["run", easy, "--engine", "forward", "--duration-s", "6.2"]  # less is refused before anything is read
    if folder == "shoes":
        return run + ["--set", f"shoe={stem}"]
    if folder == "surfaces":
        return run + ["--set", f"surface={stem}"]
    if file.name == "studies.toml":
        return ["validate", "--calibration"]
    if file.name == "runners.toml":
        return ["sensitivity", easy, "--over", "body", "--n", "2"]
    if folder == "uncertainty":
        return ["compare", easy, "--set-b", "cadence_percent=10", "--uncertainty", "8"]
    if folder == "advise":
        return ["advise", easy, "--goal", "pfj_force_peak_bw=-5%", "--vary", "cadence_spm"]
    if folder == "lessons":
        return ["lesson", "cadence", "--answer", "--scenarios", scenarios]
    if folder == "claims":
        return ["claims", scenarios]
    if folder == "training":
        return ["plan", scenarios / "plans" / "stronger_hips.plan.toml"]
    if folder == "guidance":
        return ["explain", "front"]
    if folder == "reference" and file.name not in UNREAD:
        return ["validate"]
    return run


def outcome(program, models, scenarios, file, text):
    """How one case ends: refused, says so, or what is wrong with it."""
    with tempfile.TemporaryDirectory() as place:
        copy = pathlib.Path(place) / "models"
        shutil.copytree(models, copy)
        if text is None:
            (copy / file).unlink()
        else:
            (copy / file).write_text(text)
        done = subprocess.run([program, *command_for(file, scenarios)], capture_output=True, text=True,
                              env={**os.environ, "STRIDELAB_MODELS": str(copy), "COLUMNS": "1000"})
    said = " ".join((done.stdout + done.stderr).split())
    if done.returncode == 2:
        # A shoe or surface whose file is gone is none of those that there are.
        where = rf"{file}|models/{file.parts[0]}" if text is None else rf"{file}(:\d+:|: )"
        return "refused" if re.search(where, said) else f"exit 2 without the place: {said[:300]}"
    if done.returncode in (0, 1, 3):
        return "says so" if SAID in said else f"exit {done.returncode} and nothing said: {said[:300]}"
    return f"exit {done.returncode}: {said[:300]}"


def cases(models, every):
    """(class, file, new text), the same for every run of this script. None: the file is gone."""
    files = sorted(f.relative_to(models) for f in models.rglob("*") if f.suffix in (".toml", ".csv"))
    seen = set()
    for turn in range(2 if every else 1):
        for file in files if turn == 0 else [f for f in files if f.parts[0] != "reference"]:
            text = (models / file).read_text()
            for name, change in CLASSES.items():
                draw = random.Random(f"{turn} {file} {name}")
                new = change(text, draw, file.suffix == ".csv")
                gone = name == "file missing"
                if (new is None and not gone) or new == text or (name, file, new) in seen:
                    continue
                seen.add((name, file, new))
                yield name, file, new


def main():
    program, models, scenarios = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    every, verbose = "--all" in sys.argv, "--verbose" in sys.argv
    chosen = list(cases(models, every))
    if not every:
        # `validate` takes its time where it has nothing to refuse.
        quick = [c for c in chosen if c[1].parts[0] != "reference" or (c[0] in ALWAYS_REFUSED and c[1].name not in GAPS)]
        chosen = random.Random(13).sample(quick, 40)
    counts, wrong = collections.defaultdict(collections.Counter), []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        ends = pool.map(lambda c: outcome(program, models, scenarios, c[1], c[2]), chosen)
        for (name, file, text), end in zip(chosen, ends):
            unread = file.name in UNREAD
            always = name in ALWAYS_REFUSED and not (name == "row missing" and file.name in GAPS)
            always = always and not (name == "file missing" and file.parts[0] in ANY_FILES)
            good = end == "says so" if unread else end == "refused" or (end == "says so" and not always)
            counts[name][("not read, " if unread else "") + (end if end in ("refused", "says so") else "WRONG")] += 1
            if not good:
                wrong.append(f"{name} in {file}: {end}")
            elif verbose:
                print(f"{end}: {name} in {file}")
    for name, ends in counts.items():
        print(f"{name:18} " + ", ".join(f"{count} {end}" for end, count in sorted(ends.items())))
    print(f"{len(chosen)} cases, {len(wrong)} of them wrong")
    for line in wrong:
        print("WRONG " + line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
