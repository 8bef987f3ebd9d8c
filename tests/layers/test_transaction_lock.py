# SPDX-License-Identifier: GPL-2.0-or-later
"""While the plans of a file are changed nobody else writes in it, whatever this process looks at meanwhile."""

import sqlite3
import subprocess
import sys
from contextlib import closing

from lmvw_plugin.layers.moment import is_database
from lmvw_plugin.layers.planfile.recognising import is_plan_file
from lmvw_plugin.layers.planfile.transaction import changing, state_of

_WRITER = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], timeout=0)
database.execute("UPDATE lmvw_planbestand SET akkoord_klein = 'van een collega'")
database.commit()
"""


def test_to_look_at_a_file_does_not_let_go_of_its_lock(own_file):
    with changing(own_file, state_of(own_file)):
        assert is_database(own_file) and is_plan_file(own_file)
        colleague = subprocess.run([sys.executable, "-c", _WRITER, str(own_file)], capture_output=True, text=True, check=False)
    assert "database is locked" in colleague.stderr
    with sqlite3.connect(own_file) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


def test_nobody_writes_beside_a_transaction_in_a_file_with_a_log_either(own_file):
    """There who only reads keeps nobody from writing: the lock is taken before the plans are looked at."""
    with closing(sqlite3.connect(own_file)) as here:
        here.execute("PRAGMA journal_mode = WAL")
        with changing(own_file, state_of(own_file)):
            colleague = subprocess.run([sys.executable, "-c", _WRITER, str(own_file)], capture_output=True, text=True, check=False)
    assert "database is locked" in colleague.stderr
