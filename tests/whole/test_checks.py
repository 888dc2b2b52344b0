#!/usr/bin/python3
"""A check passes only on a value that exists and means what it says; CI systems can read what it says."""

import json
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree

from program import PROGRAM, ProgramTest


def check(metric, bounds, source="somebody 2020", kind="value"):
    return f'[[check]]\nmetric = "{metric}"\n{kind} = {{ {bounds} }}\nsource = "{source}"\n'


class Values(ProgramTest):
    def plan(self, *weeks, checks):
        return self.write("a.plan.toml", 'question = "?"\n[training]\nweekly_distance_km = 30\n'
                          + "".join(f"[[week]]\nruns = {list(week)}\n" for week in weeks) + checks)

    def test_a_rise_from_nothing_fails_whatever_the_bound(self):
        for bounds in ("max = 10", "min = 0"):
            self.plan([10, 10, 10], [], [], [20, 20, 20], checks=check("increase_peak_percent", bounds))
            done = self.assert_code(1, "plan", "a.plan.toml")
            self.assertIn("no finite value", done.stdout)

    def test_a_ratio_to_nothing_fails(self):
        self.plan([], [], [], [], [10, 10, 10], checks=check("acute_chronic_peak", "max = 1.5"))
        self.assertIn("no finite value", self.assert_code(1, "plan", "a.plan.toml").stdout)

    def test_a_rest_is_no_rise(self):
        self.plan([10, 10, 10], [], [], checks=check("increase_peak_percent", "max = 10"))
        self.assert_code(0, "plan", "a.plan.toml")

    def test_a_missing_peak_fails(self):
        self.write("a.toml", "[form]\nfoot_strike_deg = -10\n" + check("impact_peak_bw", "max = 99"))
        done = self.run_program("run", "a.toml", "--json", "-")
        run = json.loads(done.stdout)["runs"][0]
        if run["metrics"]["impact_peak_bw"]["value"] is None:
            self.assertEqual((done.returncode, run["checks"][0]["passed"]), (1, False))

    def test_a_flipped_sign_fails(self):
        self.write("a.toml", 'base = "easy_run.toml"\n[ground]\nslope_percent = -15\n'
                   + check("knee_medial_contact_force_peak_bw", "max = 999", kind="change_percent"))
        self.assertIn(self.run_program("run", "a.toml").returncode, (0, 1))

    def test_an_empty_file_is_a_fault(self):
        for text in ("", "# only words\n"):
            self.write("empty.toml", text)
            self.assertIn("says nothing", self.assert_code(2, "run", "empty.toml").stderr)


class Changed(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("q.toml", "[form]\nspeed_m_s = 3.3\n" + check("vgrf_peak_bw", "max = 2.6")
                   + check("vgrf_peak_bw", "min = 9"))

    def test_a_check_of_another_form_is_not_checked(self):
        done = self.assert_code(0, "run", "q.toml", "--set", "speed_m_s=4", "--json", "-", "--junit", "j.xml")
        run = json.loads(done.stdout)["runs"][0]
        self.assertEqual([c["passed"] for c in run["checks"]], [None, None])
        self.assertIn("speed_m_s=4", run["checks"][0]["reason"])
        self.assertEqual(len(ElementTree.parse(self.folder / "j.xml").findall(".//skipped")), 2)
        self.assert_code(1, "run", "q.toml", "--set", "speed_m_s=4", "--strict")

    def test_a_setting_that_changes_nothing_leaves_them(self):
        self.assert_code(1, "run", "q.toml", "--set", "speed_m_s=3.3")

    def test_checks_of_the_shipped_question(self):
        self.assert_code(0, "run", "easy_run.toml", "--set", "speed_m_s=4.5")


class JUnit(ProgramTest):
    def cases(self, text):
        self.write("q.toml", text)
        self.run_program("run", "q.toml", "--junit", "j.xml")
        return ElementTree.parse(self.folder / "j.xml").findall(".//testcase")

    def test_characters_that_xml_has_not(self):
        for code in ("\\uFFFF", "\\uFFFE", "\\u0001", "\\u000B"):
            cases = self.cases("[form]\nspeed_m_s = 3.3\n" + check("vgrf_peak_bw", "min = 9", source="a" + code))
            self.assertEqual(len(cases), 1)

    def test_a_file_of_such_a_name(self):
        name = "a\uffff.toml"
        self.write(name, "[form]\nspeed_m_s = 3.3\n")
        self.assert_code(0, "run", name, "--junit", "j.xml")
        ElementTree.parse(self.folder / "j.xml")

    def test_names_of_their_own_with_file_and_line(self):
        cases = self.cases("[form]\nspeed_m_s = 3.3\n" + check("vgrf_peak_bw", "max = 2.0")
                           + check("vgrf_peak_bw", "max = 3.0") + check("vgrf_peak_bw", "max = 3.0"))
        self.assertEqual(len({case.get("name") for case in cases}), 3)
        self.assertEqual([case.get("line") for case in cases], ["3", "7", "11"])
        self.assertTrue(all(case.get("file").endswith("q.toml") for case in cases))

    def test_totals_are_those_of_the_cases(self):
        self.cases("[form]\nspeed_m_s = 3.3\n" + check("vgrf_peak_bw", "max = 2.0") + check("vgrf_peak_bw", "max = 3"))
        root = ElementTree.parse(self.folder / "j.xml").getroot()
        self.assertEqual((root.get("tests"), root.get("failures"), root.get("errors")), ("2", "1", "0"))

    def test_a_pipe_gets_it_too(self):
        ElementTree.fromstring(self.assert_code(0, "run", "easy_run.toml", "--junit", "-").stdout)


class Folders(ProgramTest):
    def test_what_looks_like_a_scenario_and_is_not_read_is_named(self):
        self.write("d/good.toml", "[form]\nspeed_m_s = 3.3\n")
        self.write("d/BIG.TOML", "x")
        self.write("d/old.toml~", "x")
        (self.folder / "d/gone.toml").symlink_to("nowhere")
        (self.folder / "d/elsewhere").symlink_to(self.folder)
        self.write("d/a.plan.toml", "x")
        said = self.assert_code(0, "run", "d").stderr
        for name in ("BIG.TOML", "old.toml~", "gone.toml", "elsewhere", "a.plan.toml"):
            self.assertIn(name, said)

    def test_run_says_what_a_plan_is_and_check_knows_it(self):
        self.write("weeks.toml", "[training]\nweekly_distance_km = 30\n[[week]]\nruns = [10, 10, 10]\n")
        self.assertIn("stridelab plan weeks.toml", self.assert_code(2, "run", "weeks.toml").stderr)
        self.write("a.plan.toml", "[training]\nweekly_distance_km = 30\n[[week]]\nruns = [10, 10, 10]\n")
        self.assertIn("1 week", self.assert_code(0, "check", "a.plan.toml").stdout)
        self.write("b.plan.toml", "[[week]]\nruns = 3\n")
        self.assert_code(2, "check", "b.plan.toml")


class ContinuousIntegration(ProgramTest):
    """A job on a small folder: exit codes, JUnit read by others, drift check green and red."""

    def test_the_job(self):
        for name in ("quick_steps.toml", "forefoot.toml"):
            self.copy(name)
        self.assert_code(0, "run", ".", "--quiet", "--no-time", "--out", "old")
        again = self.assert_code(0, "run", ".", "--quiet", "--no-time", "--out", "new")
        for name in ("report.json", "report.csv", "curves.csv", "junit.xml"):
            self.assertEqual((self.folder / "old" / name).read_bytes(), (self.folder / "new" / name).read_bytes(), name)
        green = self.assert_code(0, "run", ".", "--quiet", "--against", "old/report.json", "--tolerance", "0.5%")
        self.assertIn(" 0 of ", green.stdout)
        self.write("forefoot.toml", (self.folder / "forefoot.toml").read_text().replace("[[check]]", "[[check]]", 1)
                   .replace("foot_strike_deg = ", "foot_strike_deg = -1 # ", 1))
        red = self.run_program("run", ".", "--quiet", "--against", "old/report.json", "--tolerance", "0.5%")
        self.assertEqual(red.returncode, 1, red.stdout + red.stderr)
        self.assertIn("forefoot.toml: input foot_strike_deg", red.stdout)
        self.assertIn("pfj_force_peak_bw", red.stdout)
        self.assertNotIn("quick_steps.toml", red.stdout)
        (self.folder / "quick_steps.toml").unlink()
        gone = self.run_program("run", "easy_run.toml", "--quiet", "--against", "old/report.json")
        self.assertEqual(gone.returncode, 1)
        self.assertIn("gone", gone.stdout)
        self.assert_code(64, "run", ".", "--against", "old/report.json", "--json", "old/report.json")
        self.assertIn("no report", self.assert_code(2, "run", ".", "--against", "easy_run.toml").stderr)
        self.assertEqual(again.stdout, "")

    def test_junit_by_the_readers_of_others(self):
        self.copy("quick_steps.toml")
        self.write("fails.toml", "[form]\nspeed_m_s = 3.3\n" + check("vgrf_peak_bw", "min = 9"))
        self.assert_code(1, "run", ".", "--quiet", "--junit", "j.xml")
        try:
            subprocess.run(["xmllint", "--noout", "j.xml"], cwd=self.folder, check=True)
        except FileNotFoundError:
            print("xmllint is not installed: left out")
        try:
            import junitparser
        except ImportError:
            self.skipTest("junitparser is not installed")
        suites = list(junitparser.JUnitXml.fromfile(str(self.folder / "j.xml")))
        names = [(case.classname, case.name) for suite in suites for case in suite]
        self.assertEqual(len(names), len(set(names)))
        self.assertEqual(sum(suite.failures for suite in suites), 1)


if __name__ == "__main__":
    unittest.main()
