"""Checks everything that needs no running test: python -m tools.check [--fix]."""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from tools.steps import BIN, BUILD, ROOT, Failed, committed, finish, say

# A folder with this file is a whole pack; packs/common holds parts of packs.
PACKS = "src/uplift/packs/*/pack.yaml"
DJADE: list[str | Path] = [BIN / "djade", "--target-version", "5.2"]


class Check(NamedTuple):
    """What is checked, and the command that fails if it isn't so."""

    name: str
    command: list[str | Path]


class Result(NamedTuple):
    """How a check ended: its exit code, what it printed, and how long it took."""

    check: Check
    code: int
    output: str
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fix", action="store_true", help="mend what can be mended")
    if parser.parse_args().fix:
        fix()
        return
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = [report(result) for result in pool.map(run, checks())]
    failed = [result.check.name for result in results if result.code]
    if failed:
        raise Failed(f"make check: failed: {', '.join(failed)}")
    say("make check: all is well")


def checks() -> list[Check]:
    """All checks, the slowest first: two run at a time."""
    python, uplift = BIN / "python", BIN / "uplift"
    packs = sorted(path.parent.relative_to(ROOT) for path in ROOT.glob(PACKS))
    return [
        Check("types", [BIN / "mypy"]),
        Check("style", [BIN / "ruff", "check", "."]),
        Check("format", [BIN / "ruff", "format", "--check", "."]),
        *(Check("templates", [*DJADE, "--check", *found]) for found in django_templates()),
        Check("order of the house", [BIN / "lint-imports"]),
        Check("budgets", [python, "-m", "tools.budgets"]),
        Check("manners", [python, "-m", "tools.manners"]),
        *(Check(f"pack {pack.name}", [uplift, "pack", "check", pack]) for pack in packs),
        Check("generated documents", [python, "-m", "tools.generated"]),
        Check("migrations", [uplift, "makemigrations", "--check", "--dry-run"]),
        Check("settings", [uplift, "check", "--fail-level", "WARNING"]),
    ]


def run(check: Check) -> Result:
    """Run one check with the settings for tests, and never on the demo's database."""
    start = monotonic()
    done = subprocess.run(
        check.command,
        cwd=ROOT,
        env={**os.environ, "UPLIFT_ENV": "test", "UPLIFT_VAR": str(BUILD / "check")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Result(check, done.returncode, done.stdout, monotonic() - start)


def report(result: Result) -> Result:
    """One line for a check that passed; all that it said for one that failed."""
    state = "FAILED" if result.code else "ok"
    say(f"{result.check.name:<28} {state:<7} {result.seconds:5.1f} s")
    if result.code:
        say(result.output.rstrip())
    return result


def django_templates() -> list[list[str | Path]]:
    """Templates in Django's own syntax, if there are any: djade would break Jinja's."""
    found = [path for path in committed(ROOT) if "templates" in path.parts]
    pages: list[str | Path] = [path for path in found if path.suffix in {".html", ".txt"}]
    return [pages] if pages else []


def fix() -> None:
    """Let ruff and djade mend what they can."""
    commands: list[list[str | Path]] = [
        [BIN / "ruff", "check", "--fix", "."],
        [BIN / "ruff", "format", "."],
        *([*DJADE, *found] for found in django_templates()),
    ]
    codes = [subprocess.run(command, cwd=ROOT, check=False).returncode for command in commands]
    sys.exit(max(codes))


if __name__ == "__main__":
    finish(main)
