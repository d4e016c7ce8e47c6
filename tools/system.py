"""What comes from the machine: npm, Chromium, and the libraries that draw PDFs."""

import ctypes
import os
import shutil
import subprocess
from pathlib import Path

from tools.steps import BIN, ROOT, Failed, run, say

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PDF_LIBRARIES = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
)
PDF_PACKAGES = (
    "libpango-1.0-0",
    "libpangoft2-1.0-0",
    "libharfbuzz-subset0",
    "fontconfig",
    "fonts-liberation",
)


def chromium() -> Path | None:
    """The Chromium to test with: `UPLIFT_CHROMIUM`, or the first one on the path."""
    named = os.environ.get("UPLIFT_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    return Path(found) if found else None


def ensure_chromium() -> None:
    """Make sure that the browser tests have a browser."""
    if chromium():
        return
    _install(("chromium", "fonts-liberation"), "Chromium, for the tests in a browser")
    if not chromium():
        raise Failed("Chromium was installed but isn't on the path: set UPLIFT_CHROMIUM to it.")


def pdf_libraries() -> bool:
    """Can PDFs be written here? (WeasyPrint draws with Pango.)"""
    if os.uname().sysname != "Linux":
        return (
            subprocess.run([BIN / "python", "-c", "import weasyprint"], check=False).returncode == 0
        )
    return all(map(_loads, PDF_LIBRARIES))


def ensure_pdf_libraries() -> None:
    """Make sure that PDFs can be written."""
    if not pdf_libraries():
        _install(PDF_PACKAGES, "Pango, for writing PDFs")


def npm() -> list[str | Path]:
    """The npm to use: the machine's if it reads our lock file, else one put into .venv."""
    found = shutil.which("npm")
    if found and _npm_version(found) >= 7:
        return [found]
    if not (BIN / "npm").exists():
        say("npm is missing here: putting Node.js into .venv (about 60 MB).")
        run(
            [BIN / "pip", "install", "--require-hashes", "-r", ROOT / "requirements-node.txt"],
            "Node.js could not be installed from the Python package index.",
        )
    return [BIN / "npm"]


def _npm_version(program: str) -> int:
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    first = answer.stdout.split(".")[0]
    return int(first) if answer.returncode == 0 and first.isdigit() else 0


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install(packages: tuple[str, ...], what: str) -> None:
    """Install Debian packages, saying so; Failed with what to do where that isn't possible."""
    by_hand = f"apt-get install {' '.join(packages)}"
    prefix = _as_root()
    if prefix is None:
        raise Failed(f"{what}, is missing and can't be installed from here. Run: sudo {by_hand}")
    say(f"Installing {what}, from the distribution's packages: {by_hand}")
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    failure = f"{what}, could not be installed. Try: {by_hand}"
    run([*prefix, "apt-get", "update", "-q"], failure, env=env)
    options = ["-q", "-y", "--no-install-recommends"]
    run([*prefix, "apt-get", "install", *options, *packages], failure, env=env)


def _as_root() -> list[str] | None:
    """How to run apt-get: as we are, through sudo without a password, or (None) not at all."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None
