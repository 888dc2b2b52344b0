#!/usr/bin/python3
"""Random forms over the full ranges: no derived value outside its range, and every way out that is printed works.

usage   test_refusals.py [--forms N]     2000 forms are the measurement, a sample of them runs with the tests
"""

import json
import random
import re
import sys
import unittest

from program import ProgramTest

FORMS = 250
REFUSALS = 40
OFFER = re.compile(r"([a-z_]+) = (\S+) instead of ([^\s,:]+)")
NONE = "no single one of the given values"
RELATIVE = ("speed_percent", "cadence_percent", "stride_length_percent")
DERIVED = ("speed_m_s", "cadence_spm", "stride_length_m")


class RandomForms(ProgramTest):
    def setUp(self):
        super().setUp()
        listing = json.loads(self.assert_code(0, "parameters", "--json").stdout)
        rows = listing["parameters"] if isinstance(listing, dict) else listing
        self.numbers = {r["key"]: r for r in rows if isinstance(r.get("min", r.get("lo")), (int, float))
                        and r.get("table") not in ("run", "training")}
        self.random = random.Random(20261130)

    def range_of(self, key):
        row = self.numbers[key]
        return row.get("min", row.get("lo")), row.get("max", row.get("hi"))

    def draw(self):
        keys = self.random.sample(sorted(self.numbers), self.random.randint(1, 5))
        if "speed_m_s" not in keys and self.random.random() < 0.7:
            keys.append("speed_m_s")
        if all(key in keys for key in DERIVED):
            keys.remove("stride_length_m")
        values = {key: round(self.random.uniform(*self.range_of(key)), 4) for key in keys}
        if not set(keys) & set(DERIVED):
            values[self.random.choice(RELATIVE)] = round(self.random.uniform(-30, 40), 1)
        return values

    def text(self, values):
        tables = {}
        for key, value in values.items():
            table = "form" if key in RELATIVE else self.numbers[key]["table"]
            tables.setdefault(table, []).append(f"{key} = {value}")
        return "".join(f"[{table}]\n" + "\n".join(lines) + "\n" for table, lines in tables.items())

    def run_all(self, forms, folder):
        for i, values in enumerate(forms):
            self.write(f"{folder}/{i:04}.toml", self.text(values))
        self.run_program("run", folder, "--quiet", "--json", f"{folder}.json", timeout=None)
        return json.loads((self.folder / f"{folder}.json").read_text())["runs"]

    def test_ranges_and_ways_out(self):
        forms = [self.draw() for _ in range(FORMS)]
        runs = self.run_all(forms, "forms")
        refused, out_of_range, answered = [], 0, 0
        for values, run in zip(forms, runs):
            for key in DERIVED:
                if run["parameters"]:
                    low, high = self.range_of(key)
                    self.assertTrue(low <= run["parameters"][key]["value"] <= high, (values, key))
            if not run["parameters"]:
                self.assertIn("outside", run["error"])
                out_of_range += 1
            elif run["status"] == "error":
                refused.append((values, run["error"]))
            else:
                answered += 1
        print(f"{FORMS} forms: {answered} run, {out_of_range} out of range, {len(refused)} without a stride")
        self.follow(refused[:REFUSALS])

    def follow(self, refused):
        tried, helped, none = [], 0, 0
        for values, error in refused:
            offers = OFFER.findall(error)
            self.assertTrue(offers or NONE in error, error)
            none += not offers
            tried += [({**values, key: value}, error) for key, value, _ in offers[:1]]
        for (values, error), run in zip(tried, self.run_all([t[0] for t in tried], "tried")):
            helped += run["status"] != "error"
            if run["status"] == "error":
                print("does not help:", values, error, run["error"], sep="\n  ")
        print(f"{len(refused)} refusals: {helped} ways out work, {len(tried) - helped} do not, "
              f"{none} say that no single value helps")
        self.assertEqual(helped, len(tried))


if __name__ == "__main__":
    if "--forms" in sys.argv:
        at = sys.argv.index("--forms")
        FORMS = int(sys.argv[at + 1])
        del sys.argv[at:at + 2]
    unittest.main()
