"""Runs the tests: python -m tools.suite [--screens | --bench] [what to hand to pytest].

Without an option: everything on SQLite with branch coverage, then on a real PostgreSQL.
"""

import argparse
import os
import shutil
import subprocess
import sys

from tools.postgres import postgres
from tools.steps import BIN, BUILD, ROOT, finish, say

# Two processes at least, four at most: each may have a browser of its own.
PROCESSES = str(min(max(os.cpu_count() or 2, 2), 4))
PARALLEL = ["--numprocesses", PROCESSES, "--dist", "worksteal"]
COVERAGE = ["--cov", "--cov-report=term", f"--cov-report=html:{BUILD / 'coverage'}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--screens", action="store_true", help="pictures into build/screens")
    parser.add_argument("--bench", action="store_true", help="figures into build/bench.json")
    options, others = parser.parse_known_args()
    BUILD.mkdir(exist_ok=True)
    if options.screens:
        shutil.rmtree(BUILD / "screens", ignore_errors=True)
        sys.exit(pytest("tests/screens", "-q", *others))
    if options.bench:
        sys.exit(pytest("tests/bench", "-q", "-s", *others))
    sys.exit(both_databases(others))


def both_databases(others: list[str]) -> int:
    """The whole suite on each database; PostgreSQL only if SQLite passed."""
    say("Tests on SQLite, with coverage.")
    if failed := pytest(*PARALLEL, *COVERAGE, "--durations=10", *others):
        return failed
    with postgres() as url:
        say("\nThe same tests on PostgreSQL.")
        return pytest(*PARALLEL, *others, UPLIFT_DATABASE_URL=url)


def pytest(*arguments: str, **environment: str) -> int:
    """Run pytest, its output straight to the terminal; its exit code."""
    return subprocess.run(
        [BIN / "python", "-m", "pytest", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        check=False,
    ).returncode


if __name__ == "__main__":
    finish(main)
