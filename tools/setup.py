"""Sets up everything Uplift needs, inside this folder: python3 -m tools.setup [options].

Each step leaves a stamp with the fingerprint of what it was made from, so that a second
run does only what has changed.
"""

import argparse
import importlib.util
import sys
import venv

from tools import assets, system
from tools.steps import BIN, ROOT, VAR, VENV, Failed, digest, finish, is_current, run, say


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--demo", action="store_true", help="make this a demo machine")
    parser.add_argument("--dev", action="store_true", help="also what checks and tests need")
    parser.add_argument("--tests", action="store_true", help="also Chromium and PDF libraries")
    options = parser.parse_args()
    ensure_venv()
    ensure_packages(dev=options.dev)
    ensure_uplift()
    ensure_node_modules()
    assets.ensure_assets()
    if options.demo:
        choose_demo()
    if options.tests:
        system.ensure_chromium()
        system.ensure_pdf_libraries()
    say("Set up: .venv/bin/uplift is ready.")


def choose_demo() -> None:
    """Let every later `uplift` command here know that this is a demo; settings read the file."""
    choices = VAR / "env"
    if not choices.exists():
        choices.write_text("UPLIFT_ENV=development\nUPLIFT_DEMO=true\n", encoding="utf-8")


def ensure_venv() -> None:
    """Make .venv, or make it anew when its Python is gone or the folder was moved."""
    pip = BIN / "pip"
    if (BIN / "python").exists() and pip.exists() and str(VENV).encode() in pip.read_bytes()[:400]:
        return
    if not importlib.util.find_spec("ensurepip"):
        raise Failed(
            "This Python can't make virtual environments. "
            "On Debian or Ubuntu: sudo apt-get install python3-venv"
        )
    say(f"Making .venv with Python {sys.version.split()[0]}.")
    venv.create(VENV, with_pip=True, clear=True, symlinks=True)


def ensure_packages(*, dev: bool) -> None:
    """Install the Python packages, each by its hash; those for development hold the others."""
    stamp = VENV / "uplift-packages.stamp"
    wanted, developer = (ROOT / f"requirements{end}.txt" for end in ("", "-dev"))
    if is_current(stamp, digest(developer)) or (not dev and is_current(stamp, digest(wanted))):
        return
    requirements = developer if dev else wanted
    lines = requirements.read_text(encoding="utf-8").splitlines()
    total = sum("==" in line for line in lines)
    say(f"Installing {total} Python packages (half a minute; longer the first time).")
    # Python compiles what it imports when it first does; all of it now would take a third longer.
    options = ["--progress-bar=off", "--no-compile", "--require-hashes"]
    run(
        [BIN / "pip", "install", *options, "-r", requirements],
        "The Python packages could not be installed.",
        watch=Counter(total),
    )
    stamp.write_text(digest(requirements), encoding="utf-8")
    if not system.pdf_libraries():
        say(
            "Note: this machine has no Pango, so documents come as Word only, not PDF.\n"
            f"  On Debian or Ubuntu: sudo apt-get install {' '.join(system.PDF_PACKAGES)}"
        )


class Counter:
    """Says how far pip has come, every twenty packages."""

    def __init__(self, total: int) -> None:
        self.total, self.count = total, 0

    def __call__(self, line: str) -> None:
        if line.startswith("Installing collected"):
            say("  putting them in place")
        if line.startswith(("Collecting ", "Processing ", "Requirement already")):
            self.count += 1
            if self.count % 20 == 0:
                say(f"  {self.count} of {self.total}")


def ensure_uplift() -> None:
    """Install this folder itself, editable, so that .venv/bin/uplift is there."""
    stamp = VENV / "uplift-itself.stamp"
    fingerprint = digest(ROOT / "pyproject.toml")
    if is_current(stamp, fingerprint) and (BIN / "uplift").exists():
        return
    say("Installing Uplift itself as .venv/bin/uplift.")
    run(
        [BIN / "pip", "install", "--no-build-isolation", "--no-deps", "-e", "."],
        "Uplift could not be installed into .venv.",
    )
    stamp.write_text(fingerprint, encoding="utf-8")


def ensure_node_modules() -> None:
    """Fetch the style sheets' packages with npm, as the lock file has them."""
    fingerprint = digest(ROOT / "package.json", ROOT / "package-lock.json")
    stamp = ROOT / "node_modules" / ".uplift.stamp"
    if is_current(stamp, fingerprint):
        return
    npm = system.npm()
    say("Fetching the GOV.UK and MOJ style sheets with npm.")
    run(
        [*npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"],
        "The style sheets could not be fetched with npm.",
    )
    stamp.write_text(fingerprint, encoding="utf-8")


if __name__ == "__main__":
    finish(main)
