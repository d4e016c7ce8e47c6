"""What every tool uses: where things are, how to speak, how to run, what is up to date."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / "bin"
VAR = ROOT / "var"
BUILD = ROOT / "build"


class Failed(Exception):
    """A tool can't go on; the message is a sentence for whoever ran it."""


def say(sentence: str) -> None:
    """Print one plain line at once, also when the output is piped."""
    print(sentence, flush=True)


def run(
    command: Sequence[str | Path],
    failure: str,
    *,
    env: Mapping[str, str] | None = None,
    watch: Callable[[str], None] = lambda line: None,
) -> None:
    """Run a quiet command at the project's root, handing each line it prints to `watch`.

    Raises Failed with `failure` and the command's last lines if it doesn't succeed.
    """
    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except OSError as error:
        raise Failed(f"{failure}\n  {error}") from error
    lines = []
    with process:
        for line in process.stdout or ():
            lines.append(line.rstrip())
            watch(lines[-1])
    if process.returncode:
        raise Failed("\n  ".join([failure, *lines[-25:]]))


def digest(*inputs: str | Path) -> str:
    """A fingerprint of texts and of the contents of files; a missing file counts as empty."""
    sha = hashlib.sha256()
    for part in inputs:
        if isinstance(part, Path):
            data = part.read_bytes() if part.exists() else b""
        else:
            data = part.encode()
        sha.update(b"%d:" % len(data) + data)
    return sha.hexdigest()


def is_current(stamp: Path, fingerprint: str) -> bool:
    """Was this stamp written for the same inputs?"""
    return stamp.exists() and stamp.read_text(encoding="utf-8") == fingerprint


def committed(root: Path) -> list[Path]:
    """Every file in git or about to be: tracked, or new and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if listed.returncode:
        raise Failed(f"git could not list the files here: {listed.stderr.strip()}")
    return sorted(path for name in listed.stdout.split("\0") if (path := root / name).is_file())


def finish(main: Callable[[], None]) -> None:
    """Run a tool's `main`; a failure is its sentence and exit code 1, never a traceback."""
    try:
        main()
    except Failed as failure:
        sys.exit(f"\n{failure}")
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
