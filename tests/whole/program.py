"""Runs the program in a folder of its own, with a copy of the shipped scenarios."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["STRIDELAB_PROGRAM"]
SCENARIOS = pathlib.Path(os.environ["STRIDELAB_SCENARIOS"])


class ProgramTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="stridelab_whole_"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.easy = self.copy("easy_run.toml")

    def copy(self, name):
        target = self.folder / name
        shutil.copy(SCENARIOS / name, target)
        return target

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run_program(self, *arguments, env=None, timeout=300, **options):
        return subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, text=True, capture_output=True,
                              env={**os.environ, **(env or {})}, timeout=timeout, **options)

    def assert_code(self, code, *arguments, **options):
        done = self.run_program(*arguments, **options)
        self.assertEqual(done.returncode, code, f"{arguments}\n{done.stdout}\n{done.stderr}")
        return done

    def names(self):
        return sorted(str(p.relative_to(self.folder)) for p in self.folder.rglob("*"))
