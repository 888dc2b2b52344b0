#!/usr/bin/python3
"""No run loses or alters a file it was not asked to replace."""

import contextlib
import json
import os
import pathlib
import signal
import sqlite3
import stat
import subprocess
import threading
import unittest

from program import PROGRAM, SCENARIOS, ProgramTest


class Refusals(ProgramTest):
    """Exit 64, nothing computed, nothing touched."""

    def refused(self, *arguments, says):
        before = {name: (self.folder / name).read_bytes() for name in self.names() if (self.folder / name).is_file()}
        done = self.assert_code(64, *arguments)
        self.assertIn(says, done.stderr)
        self.assertEqual(done.stdout, "", "nothing is computed")
        after = {name: (self.folder / name).read_bytes() for name in self.names() if (self.folder / name).is_file()}
        self.assertEqual(before, after)

    def test_the_scenario_itself(self):
        self.refused("run", "easy_run.toml", "--json", "easy_run.toml", says="reads")

    def test_the_scenario_by_another_spelling(self):
        self.refused("run", "easy_run.toml", "--json", f"../{self.folder.name}/./easy_run.toml", says="reads")

    def test_the_scenario_by_a_link_of_a_fitting_name(self):
        (self.folder / "x.json").symlink_to("easy_run.toml")
        self.refused("run", "easy_run.toml", "--json", "x.json", says="reads")

    def test_the_scenario_by_a_hard_link(self):
        os.link(self.easy, self.folder / "x.json")
        self.refused("run", "easy_run.toml", "--json", "x.json", says="reads")

    def test_a_scenario_that_is_read_by_a_link(self):
        (self.folder / "s.toml").symlink_to("easy_run.toml")
        os.link(self.easy, self.folder / "x.csv")
        self.refused("run", "s.toml", "--csv", "x.csv", says="reads")

    def test_a_base(self):
        self.copy("quick_steps.toml")
        os.link(self.easy, self.folder / "x.json")
        self.refused("run", "quick_steps.toml", "--json", "x.json", says="reads")

    def test_a_side_of_a_comparison(self):
        os.link(self.easy, self.folder / "x.md")
        self.refused("compare", "easy_run.toml", "--set-b", "mass_kg=60", "--markdown", "x.md", says="reads")

    def test_a_plan_and_its_scenario(self):
        plan = self.write("a.plan.toml", 'question = "?"\nscenario = "easy_run.toml"\n[training]\n'
                          "weekly_distance_km = 30\n[[week]]\nruns = [10, 10, 10]\n")
        for read, name in ((plan, "x.csv"), (self.easy, "y.csv")):
            os.link(read, self.folder / name)
            self.refused("plan", "a.plan.toml", "--csv", name, says="reads")

    def test_a_model(self):
        models = self.folder / "models"
        subprocess.run(["cp", "-r", SCENARIOS.parent / "models", models], check=True)
        file = models / "gait" / "fukuchi_2017_foot.csv"
        before = file.read_bytes()
        done = self.assert_code(64, "run", "easy_run.toml", "--csv", file, env={"STRIDELAB_MODELS": str(models)})
        self.assertIn("reads", done.stderr)
        self.assertEqual(file.read_bytes(), before)

    def test_two_outputs_in_one_place(self):
        self.refused("run", "easy_run.toml", "--json", "x", "--csv", "x", says="one place")

    def test_two_outputs_in_one_place_by_links_to_nothing_yet(self):
        (self.folder / "a.json").symlink_to("x")
        self.refused("run", "easy_run.toml", "--json", "a.json", "--csv", "./x", says="one place")

    def test_a_file_of_the_out_folder_named_again(self):
        self.refused("run", "easy_run.toml", "--out", "d", "--json", "d/report.json", says="one place")
        self.assertFalse((self.folder / "d").exists())

    def test_stdout_twice(self):
        self.refused("run", "easy_run.toml", "--json", "-", "--csv", "-", says="one place")

    def test_an_empty_name(self):
        for option in ("--json", "--csv", "--junit", "--out"):
            self.refused("run", "easy_run.toml", option, "", says=option)
        self.refused("explain", "speed_m_s", "--json", "", says="--json")

    def test_an_ending_that_is_not_what_is_written(self):
        self.write("b.toml", "question = 'x'\n")
        self.refused("run", "easy_run.toml", "--json", "b.toml", says="call it b.json")
        self.refused("run", "easy_run.toml", "--csv", "b.json", says="call it b.csv")
        self.refused("explain", "speed_m_s", "--json", "b.txt", says="call it b.json")

    def test_a_link_to_another_kind_of_file(self):
        self.write("other.toml", "question = 'x'\n")
        (self.folder / "x.json").symlink_to("other.toml")
        self.refused("run", "easy_run.toml", "--json", "x.json", says="other.toml")

    def test_stdout_into_a_scenario_that_is_read(self):
        before = self.easy.read_text()
        with open(self.easy, "a") as out:
            done = subprocess.run([PROGRAM, "run", "easy_run.toml"], cwd=self.folder, stdout=out,
                                  stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 64, done.stderr)
        self.assertEqual(self.easy.read_text(), before)


class Replacing(ProgramTest):
    def test_links_are_followed_and_kept(self):
        real = self.write("real.json", "old")
        (self.folder / "link.json").symlink_to("real.json")
        self.assert_code(0, "run", "easy_run.toml", "--json", "link.json")
        self.assertTrue((self.folder / "link.json").is_symlink())
        self.assertEqual(json.loads(real.read_text())["schema"], "stridelab.report/1")

    def test_the_mode_is_kept(self):
        secret = self.write("x.json", "old")
        secret.chmod(0o600)
        self.assert_code(0, "run", "easy_run.toml", "--json", "x.json")
        self.assertEqual(stat.S_IMODE(secret.stat().st_mode), 0o600)

    def test_what_cannot_be_written_is_4_one_message_each_and_touches_nothing(self):
        done = self.assert_code(4, "run", "easy_run.toml", "--json", "no/x.json", "--csv", "no/x.csv", "--junit", "j.xml")
        self.assertIn("no/x.json", done.stderr)
        self.assertIn("no/x.csv", done.stderr)
        self.assertEqual(self.names(), ["easy_run.toml"])

    def test_a_full_disk_is_4(self):
        for command in (["run", "easy_run.toml", "--json", "/dev/full"], ["explain", "--json", "/dev/full"],
                        ["compare", "easy_run.toml", "--set-b", "mass_kg=60", "--markdown", "/dev/full"]):
            self.assert_code(4, *command)
        for command in (["--help"], ["metrics"], ["schema", "report"], ["explain", "speed_m_s"], ["run", "easy_run.toml"]):
            with open("/dev/full", "w") as full:
                done = subprocess.run([PROGRAM, *command], cwd=self.folder, stdout=full, stderr=subprocess.DEVNULL)
            self.assertEqual(done.returncode, 4, command)

    def test_devices_and_fifos_are_written_straight(self):
        self.assert_code(0, "run", "easy_run.toml", "--json", "/dev/null", "--csv", "/dev/null")
        fifo = self.folder / "pipe"
        os.mkfifo(fifo)
        read = []
        reader = threading.Thread(target=lambda: read.append(fifo.read_text()))
        reader.start()
        self.assert_code(0, "run", "easy_run.toml", "--json", "pipe")
        reader.join()
        self.assertEqual(json.loads(read[0])["schema"], "stridelab.report/1")
        self.assertTrue(stat.S_ISFIFO(fifo.stat().st_mode))

    def test_a_reader_that_goes_away_is_quiet_and_loses_no_file(self):
        command = f"'{PROGRAM}' explain | head -3 >/dev/null; exit ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", command], cwd=self.folder, capture_output=True, text=True)
        self.assertIn(done.returncode, (0, 141))
        self.assertEqual(done.stderr, "")
        command = f"'{PROGRAM}' run easy_run.toml --all --json x.json | true; exit ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", command], cwd=self.folder, capture_output=True, text=True)
        self.assertEqual(done.stderr, "")
        self.assertEqual(json.loads((self.folder / "x.json").read_text())["runs"][0]["status"], "passed")

    def test_leftovers_of_a_killed_run_are_cleaned_and_those_of_a_living_one_are_not(self):
        import fcntl
        dead = self.write(".stridelab-1-0.tmp", "half")
        with open(self.folder / ".stridelab-2-0.tmp", "w") as living:
            fcntl.flock(living, fcntl.LOCK_EX)
            self.assert_code(0, "run", "easy_run.toml", "--json", "x.json")
            self.assertTrue((self.folder / ".stridelab-2-0.tmp").exists())
        self.assertFalse(dead.exists())


class Sweeps(ProgramTest):
    """The files of a sweep follow the same rules; its store, which another program writes, too."""

    def setUp(self):
        super().setUp()
        self.write("x.toml", 'sampler = "latin_hypercube"\nrows = 3\nmetrics = ["vgrf_peak_bw"]\n'
                   "[vary]\ncadence_spm = { min = 160, max = 180 }\n")
        self.write("rows.csv", "cadence_spm\n160\n")

    def refused(self, code, *command):
        before = {p.name: p.read_bytes() for p in self.folder.iterdir()}
        self.assert_code(code, *command)
        self.assertEqual({p.name: p.read_bytes() for p in self.folder.iterdir()}, before)

    def test_what_is_read_is_not_replaced(self):
        (self.folder / "link.csv").symlink_to("x.toml")
        os.link(self.folder / "rows.csv", self.folder / "hard.csv")
        for output in (["--csv", "x.toml"], ["--csv", "link.csv"], ["--store", "x.toml"]):
            self.refused(64, "sweep", "x.toml", *output)
        for output in ("rows.csv", "hard.csv", "./rows.csv"):
            self.refused(64, "sweep", "--rows", "rows.csv", "--csv", output)
        self.write("p.in", "1 variables\n160 cadence_spm\n1 functions\n1 ASV_1:vgrf_peak_bw\n")
        self.refused(64, "dakota", "p.in", "p.in")

    def test_places_and_kinds(self):
        self.refused(64, "sweep", "x.toml", "--store", "s", "--csv", "s")
        self.refused(64, "sweep", "x.toml", "--store", "s.csv")
        self.refused(64, "sweep", "x.toml", "--csv", "s.json")
        self.refused(64, "sweep", "x.toml", "--store", "-")
        self.refused(4, "sweep", "x.toml", "--csv", "no/s.csv")
        self.refused(4, "sweep", "x.toml", "--store", "no/s.sqlite")
        with contextlib.closing(sqlite3.connect(self.folder / "other.db")) as base:
            base.execute("CREATE TABLE mine (a)")
            base.commit()
        self.refused(2, "sweep", "x.toml", "--store", "other.db")

    def test_a_reader_that_goes_away_is_quiet(self):
        command = f"'{PROGRAM}' sweep x.toml | head -1 >/dev/null; exit ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", command], cwd=self.folder, capture_output=True, text=True)
        self.assertIn(done.returncode, (0, 141))
        self.assertNotIn("error", done.stderr)


class Threads(ProgramTest):
    def test_the_same_bytes_on_any_number_of_threads(self):
        """Also where one cannot be read, one cannot be run and two write frames."""
        for i in range(6):
            self.write(f"q/{i}.toml", f"[form]\nspeed_m_s = {2.5 + 0.3 * i}\ncadence_percent = {i - 2}\n")
        self.write("q/1a.toml", "[form]\nspeed_m_s = 99\n")
        self.write("q/2a.toml", "[form]\nspeed_m_s = 6\ncadence_spm = 161\n[ground]\nslope_percent = -20\n")
        for name in ("0a", "5a"):
            self.write(f"q/{name}.toml", '[run]\nengine = "forward"\nduration_s = 7\n[form]\nspeed_m_s = 3\n')
        seen = []
        for jobs in (1, 2, 5):
            done = self.assert_code(2, "run", "q", "--jobs", jobs, "--no-time", "--out", "o", "--csv", "o.csv")
            files = [*sorted((self.folder / "o").iterdir()), self.folder / "o.csv", self.folder / "o_frames.csv"]
            seen.append((done.stdout, done.stderr, [file.read_bytes() for file in files]))
        self.assertEqual(len(seen[0][2]), 6)
        self.assertTrue(seen[0] == seen[1] == seen[2])


class Kills(ProgramTest):
    def test_twenty_kills_leave_no_half_file(self):
        """At moments spread over a folder run: no input changed, every file under a final name whole."""
        folder = self.folder / "questions"
        folder.mkdir()
        for source in sorted(SCENARIOS.glob("*.toml"))[:12]:
            (folder / source.name).write_bytes(source.read_bytes())
        (folder / "easy_run.toml").write_bytes((SCENARIOS / "easy_run.toml").read_bytes())
        inputs = {p.name: p.read_bytes() for p in folder.iterdir()}
        command = [PROGRAM, "run", "questions", "--quiet", "--out", "results"]
        import time
        lasted_s = []
        for _ in range(3):  # the shortest: on a busy machine one may take twice as long
            start = time.monotonic()
            subprocess.run(command, cwd=self.folder, capture_output=True)
            lasted_s.append(time.monotonic() - start)
        whole_s = min(lasted_s)
        old = {p.name: p.read_bytes() for p in (self.folder / "results").iterdir()}
        self.assertEqual(sorted(old), ["curves.csv", "junit.xml", "report.csv", "report.json"])
        killed = 0
        for i in range(20):
            run = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(whole_s * (i + 0.5) / 20)
            run.send_signal(signal.SIGKILL)
            killed += run.wait() == -signal.SIGKILL
            self.assertEqual(inputs, {p.name: p.read_bytes() for p in folder.iterdir()})
            json.loads((self.folder / "results" / "report.json").read_text())
            for name in old:
                text = (self.folder / "results" / name).read_text()
                self.assertEqual(text.count("\n"), old[name].decode().count("\n"), name)
        self.assertGreaterEqual(killed, 10)
        self.assertEqual(subprocess.run(command, cwd=self.folder, capture_output=True).returncode, 0)
        self.assertEqual(sorted(p.name for p in (self.folder / "results").iterdir()), sorted(old), "leftovers are gone")
        print(f"{killed} of 20 runs were killed on their way")


if __name__ == "__main__":
    unittest.main()
