#!/usr/bin/python3
"""Texts, names and settings as people write them; ranges; models."""

import csv
import io
import json
import os
import pty
import re
import shutil
import subprocess
import unittest

from program import PROGRAM, SCENARIOS, ProgramTest


class Texts(ProgramTest):
    def test_lines_of_a_question(self):
        self.write("q.toml", 'question = """\nSame speed, more steps:\n\twhat happens at the kneecap"""\n'
                   "[form]\nspeed_m_s = 3.3\n")
        done = self.assert_code(0, "run", "q.toml", "--json", "j.json", "--csv", "c.csv")
        self.assertIn("Same speed, more steps: what happens at the kneecap\n", done.stdout)
        question = json.loads((self.folder / "j.json").read_text())["runs"][0]["question"]
        self.assertEqual(question, "Same speed, more steps:\n\twhat happens at the kneecap")
        rows = list(csv.DictReader(io.StringIO((self.folder / "c.csv").read_text())))
        self.assertEqual(rows[0]["question"], "Same speed, more steps: what happens at the kneecap")

    def test_a_formula_is_text_in_a_spreadsheet(self):
        for sign in "=+-@":
            self.write("q.toml", f'question = "{sign}1+2"\n[form]\nspeed_m_s = 3.3\n')
            out = self.assert_code(0, "run", "q.toml", "--csv", "-").stdout
            self.assertEqual(next(csv.DictReader(io.StringIO(out)))["question"], f"'{sign}1+2")

    def test_csv_carries_every_input(self):
        out = self.assert_code(0, "run", "easy_run.toml", "--set", "mass_kg=61", "--csv", "-").stdout
        row = next(csv.DictReader(io.StringIO(out)))
        keys = json.loads(self.assert_code(0, "parameters", "--json").stdout)
        self.assertEqual(row["input_mass_kg"], "61")
        self.assertEqual(row["input_shoe"], "cushioned")
        self.assertIn("foot_strike_deg", str(keys))
        self.assertIn("input_foot_strike_deg", row)

    def test_a_dumb_terminal_gets_no_codes(self):
        for terminal, has_codes in (("dumb", False), ("xterm", True)):
            leader, follower = pty.openpty()
            subprocess.run([PROGRAM, "explain", "speed_m_s"], stdout=follower, stderr=follower,
                           env={**os.environ, "TERM": terminal, "NO_COLOR": ""})
            os.close(follower)
            text = os.read(leader, 1 << 16)
            os.close(leader)
            self.assertEqual(b"\033" in text, has_codes, terminal)

    def test_settings_after_one_another(self):
        out = self.assert_code(0, "run", "--set", "mass_kg=60", "speed_m_s=3", "easy_run.toml", "--json", "-").stdout
        parameters = json.loads(out)["runs"][0]["parameters"]
        self.assertEqual((parameters["mass_kg"]["value"], parameters["speed_m_s"]["value"]), (60, 3))

    def test_every_command_says_the_way_out_that_was_tried(self):
        steep = ["speed_m_s=6", "cadence_spm=161", "slope_percent=-20"]
        said = self.assert_code(3, "run", "easy_run.toml", "--set", *steep, "--json", "r.json")
        error = json.loads((self.folder / "r.json").read_text())["runs"][0]["error"]
        self.assertRegex(error, r"way out: cadence_spm = \d+ instead of 161, or slope_percent = -\d+ instead of -20")
        way = re.search(r"way out: (.*)$", error)[1]
        self.assertIn(way, " ".join(said.stdout.split()))
        compared = self.assert_code(3, "compare", "easy_run.toml", "--set-b", *steep)
        self.assertIn(way, " ".join(compared.stdout.split()))
        for key, value in re.findall(r"(\w+) = (\S+) instead of", way):
            self.assert_code(0, "run", "easy_run.toml", "--set", *[s for s in steep if not s.startswith(key)],
                             f"{key}={value}", "--quiet")

    def test_a_whole_word_is_no_misspelling(self):
        self.assertIn("did you mean speed_m_s?", self.assert_code(2, "run", "easy_run.toml", "--set", "speed=3").stderr)
        self.assertIn("did you mean seed?", self.assert_code(2, "run", "easy_run.toml", "--set", "sede=3").stderr)

    def test_the_number_that_decides_is_not_rounded(self):
        out = json.loads(self.assert_code(0, "run", "easy_run.toml", "--json", "-").stdout)["runs"][0]
        value = out["metrics"]["vgrf_peak_bw"]["value"]
        self.write("q.toml", f'base = "easy_run.toml"\n[[check]]\nmetric = "vgrf_peak_bw"\nvalue = {{ max = '
                   f'{value - 1e-7!r} }}\nsource = "x"\n')
        said = self.assert_code(1, "run", "q.toml", "--quiet").stdout
        shown = float(re.search(r": ([\d.]+) BW", said).group(1))
        self.assertGreater(shown, value - 1e-7, said)

    def test_schemas(self):
        for name in ("report", "plan", "validation", "explain"):
            json.loads(self.assert_code(0, "schema", name).stdout)
        self.assertIn("report", self.assert_code(0, "schema").stdout)
        self.assertIn("did you mean report?", self.assert_code(2, "schema", "reprot").stderr)


class Ranges(ProgramTest):
    def refused(self, *settings, says):
        arguments = [word for setting in settings for word in ("--set", setting)]
        said = self.assert_code(2, "run", "easy_run.toml", *arguments).stderr
        for words in says:
            self.assertIn(words, said)

    def test_relative_changes(self):
        self.refused("cadence_percent=40", says=["cadence_percent = 40: cadence_spm = ", "x (1 + 40 / 100)", "at most"])
        self.refused("speed_percent=100", says=["speed_m_s = 3.3 x (1 + 100 / 100) = 6.6 is outside", "at most 81.8"])
        self.refused("stride_length_percent=-30", says=["/ (1 - 30 / 100)", "cadence_spm"])

    def test_the_way_out_of_a_range_is_one(self):
        self.assertNotEqual(self.run_program("run", "easy_run.toml", "--set", "speed_percent=81.8").returncode, 2)
        self.assertEqual(self.run_program("run", "easy_run.toml", "--set", "speed_percent=81.9").returncode, 2)

    def test_closure(self):
        self.refused("speed_m_s=5", "stride_length_m=2", says=["120 x 5 m/s / 2 m = 300 is outside 130 .. 220"])
        self.refused("cadence_spm=215", "stride_length_m=4", says=["speed_m_s = 4 m x 215 steps/min / 120", "outside"])

    def test_in_a_file_at_its_line(self):
        self.write("q.toml", 'base = "easy_run.toml"\n[form]\ncadence_percent = 40\n')
        self.assertIn("q.toml:3:1: error: cadence_percent = 40", self.assert_code(2, "run", "q.toml").stderr)

    def test_of_a_base(self):
        self.write("b.toml", "[form]\nspeed_m_s = 5\nstride_length_m = 2\n")
        self.write("q.toml", 'base = "b.toml"\n[form]\ncadence_spm = 180\n')
        self.assertIn("b.toml", self.assert_code(2, "run", "q.toml").stderr)

    def test_rounding_at_a_bound(self):
        for setting in ("trunk_lean_deg=25.000000000000004", "foot_placement_m=-0.10000000000000002",
                        "speed_m_s=1.7999999999999998"):
            self.assertNotEqual(self.run_program("run", "easy_run.toml", "--set", setting).returncode, 2, setting)
        self.assert_code(2, "run", "easy_run.toml", "--set", "trunk_lean_deg=25.00001")


class Models(ProgramTest):
    def test_another_folder_is_never_used_in_silence(self):
        said = self.assert_code(2, "run", "easy_run.toml", env={"STRIDELAB_MODELS": "/typo"}).stderr
        self.assertIn("/typo", said)

    def test_a_table_that_ends_early(self):
        models = self.folder / "models"
        shutil.copytree(SCENARIOS.parent / "models", models)
        file = models / "gait" / "fukuchi_2017_angles_3.5.csv"
        file.write_text("".join(file.read_text().splitlines(keepends=True)[:60]))
        said = self.assert_code(2, "run", "easy_run.toml", env={"STRIDELAB_MODELS": str(models)}).stderr
        self.assertIn("fukuchi_2017_angles_3.5.csv", said)


class Forward(ProgramTest):
    def test_too_short_says_how_long_is_enough_and_that_is(self):
        said = self.assert_code(3, "run", "easy_run.toml", "--engine", "forward", "--duration-s", "5")
        enough = said.stdout.split("duration_s = ")[-1].split()[0]
        self.assert_code(0, "run", "easy_run.toml", "--engine", "forward", "--duration-s", enough)

    def test_noise_is_blamed_for_a_fall_by_noise(self):
        said = self.assert_code(3, "run", "easy_run.toml", "--engine", "forward", "--set", "torque_noise_percent=100")
        self.assertIn("that is the noise", " ".join(said.stdout.split()))


if __name__ == "__main__":
    unittest.main()
