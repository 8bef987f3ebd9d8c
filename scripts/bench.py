# SPDX-License-Identifier: GPL-2.0-or-later
"""``bench.py [JOB ...]``: run the benchmarks, each in a process of its own; all of them when no job is named.

Each prints lines of ``job | size | ratio peer | ratio peer | memory``: medians of paired runs, in one run of one machine.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def main() -> int:
    """Run the jobs in turn; the first failure is the exit code."""
    jobs = {path.stem.removeprefix("bench_"): path for path in sorted(FOLDER.glob("bench_*.py"))}
    chosen = sys.argv[1:] or list(jobs)
    unknown = [job for job in chosen if job not in jobs]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; choose from {', '.join(jobs)}")
        return 2
    codes = [subprocess.run([sys.executable, str(jobs[job])], check=False).returncode for job in chosen]
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main())
