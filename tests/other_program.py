# SPDX-License-Identifier: GPL-2.0-or-later
"""Another program that has a plan file in use."""

import subprocess
import sys

_HOLDER = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], timeout=20, isolation_level=None)
cursor = database.execute(sys.argv[2])
row = cursor.fetchone()
print("held", flush=True)
sys.stdin.readline()
cursor.close()
database.close()
"""
KEEPS, WRITES, READS = "BEGIN EXCLUSIVE", "BEGIN IMMEDIATE", "SELECT * FROM plannen"


class OtherProgram:
    """It has begun to write or to read in the file, until it lets go."""

    def __init__(self, path, statement):
        command = [sys.executable, "-c", _HOLDER, str(path), statement]
        self._program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._program.stdout.readline() == "held\n"

    def let_go(self):
        self._program.communicate("\n", timeout=30)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self._program.poll() is None:
            self.let_go()
