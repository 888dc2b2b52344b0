#!/usr/bin/python3
"""What the documents say: links that lead somewhere, commands that run, and a README of one sitting."""

import pathlib
import json
import pathlib
import re
import shlex
import shutil
import unittest

from program import SCENARIOS, ProgramTest

TREE = SCENARIOS.parent
LONGEST_README = 150  # lines: what somebody reads before trying it

# Commands that need what a test has not got: another program, a file of a watch, of the reader, or of yesterday.
NEEDS_MORE = {
    "--pdf": "Chromium",
    "run.fit": "a recorded run",
    "runs": "recorded runs",
    "my": "a file of the reader",
    "old.json": "a report of yesterday",
    "params.in": "Dakota",
    "--resume": "a store that was killed",
    "rows.sqlite": "half an hour",
}


def documents():
    kept = [p for p in TREE.rglob("*.md") if not any(part.startswith(("build", ".")) for part in
                                                     p.relative_to(TREE).parts)]
    assert len(kept) > 10, kept
    return kept


def slug(heading):
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(document):
    return [slug(heading) for heading in re.findall(r"^#+ (.*)$", document.read_text(), flags=re.M)]


def without_code(text):
    return re.sub(r"`[^`]*`", "", re.sub(r"```.*?```", "", text, flags=re.S))


def is_example(words):
    """A line that can be run as it stands: no place holders in capitals, no pipes."""
    return len(words) > 1 and not any(re.fullmatch(r"[A-Z]{2,}(\.\.\.)?|\||\[.*|\.\.\.|N", word) for word in words)


def commands(document):
    text = document.read_text()
    fenced = re.findall(r"```\n(.*?)```", text, flags=re.S)
    lines = [line for block in fenced for line in block.splitlines()]
    lines += re.findall(r"`(stridelab [^`]*)`", re.sub(r"```.*?```", "", text, flags=re.S))
    found = [shlex.split(line, comments=True) for line in lines if line.startswith("stridelab ")]
    return [words for words in found if is_example(words)]


def needs_more(words):
    return next((why for mark, why in NEEDS_MORE.items()
                 if any(word == mark or word.startswith(f"{mark}_") or word.startswith(f"{mark}.") for word in words)), None)


def verdict_rows():
    """Scenario, its base and its verdict, of the table in scenarios/README.md."""
    for line in (SCENARIOS / "README.md").read_text().splitlines():
        if found := re.match(r"\| \[(\w+)\]", line):
            cells = [cell.strip() for cell in line.strip("| ").split("|")]
            yield found.group(1), cells[2], re.sub(r"\(measured:[^)]*\)", "", cells[-1])


def numbers(run):
    values = {key: metric["value"] for key, metric in run["metrics"].items()}
    return {key: value for key, value in values.items() if isinstance(value, (int, float))}


class Documents(ProgramTest):
    def test_every_link_leads_somewhere(self):
        broken = []
        for document in documents():
            for target in re.findall(r"\]\(([^)\s]+)\)", without_code(document.read_text())):
                if re.match(r"[a-z]+:", target):
                    continue
                path, _, anchor = target.partition("#")
                file = (document.parent / path).resolve() if path else document
                if not file.exists() or (anchor and anchor not in anchors(file)):
                    broken.append(f"{document.relative_to(TREE)}: {target}")
        self.assertEqual(broken, [])

    def test_the_readme_is_read_in_one_sitting(self):
        self.assertLessEqual(len((TREE / "README.md").read_text().splitlines()), LONGEST_README)

    def test_the_verdicts_of_scenarios_are_what_runs_say(self):
        """Each number of a verdict is, to its digits, a value, a change or a per cent of some metric: no verdict of last month."""
        shutil.copytree(SCENARIOS, self.folder / "scenarios")
        runs = json.loads(self.assert_code(0, "run", "scenarios", "--json", "-", "--quiet").stdout)["runs"]
        metrics = {pathlib.Path(run["scenario"]).stem: numbers(run) for run in runs}
        for name, base, verdict in verdict_rows():
            now, before = metrics[name], metrics.get(base, {})
            said = [*now.values(), *before.values()]
            for key in now.keys() & before.keys():
                said.append(now[key] - before[key])
                said.append(100 * (now[key] / before[key] - 1) if before[key] else 0.0)
            for number in re.findall(r"(?<![\w.])([+-]?\d+(?:\.\d+)?)(?=\s*(?:%|deg|BW))", verdict):
                half_digit = 0.5 * 10 ** -len(number.partition(".")[2]) + 1e-9
                self.assertTrue(any(abs(abs(value) - abs(float(number))) <= half_digit for value in said),
                                f"{name}: {number} in: {verdict}")

    def test_every_command_runs_as_it_stands(self):
        shutil.copytree(SCENARIOS, self.folder / "scenarios")
        ran, seen = 0, set()
        for document in (TREE / "README.md", TREE / "sim" / "cli" / "README.md"):
            for words in commands(document):
                if tuple(words) in seen or needs_more(words):
                    continue
                seen.add(tuple(words))
                with self.subTest(command=shlex.join(words), document=document.name):
                    self.assert_code(0, *words[1:], *(["--help"] if len(words) == 2 else []))  # named, not shown
                    ran += 1
        self.assertGreater(ran, 25)  # the documents name some forty


if __name__ == "__main__":
    unittest.main()
