"""Documents written from packs, in docs/processes: python -m tools.generated [--write].

Without `--write` it only says which of them no longer tell what the packs say.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from tools.steps import BIN, ROOT, Failed, finish, run, say

DOCUMENTS = ROOT / "docs" / "processes"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write them again")
    write = parser.parse_args().write
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for pack in sorted(ROOT.glob("src/uplift/packs/*/pack.yaml")):
            command: list[str | Path] = [
                BIN / "uplift",
                "pack",
                "docs",
                pack.parent,
                "--into",
                folder,
            ]
            run(command, f"The documents of {pack.parent.name} could not be written.")
        if write:
            shutil.rmtree(DOCUMENTS, ignore_errors=True)
            shutil.copytree(folder, DOCUMENTS)
            say(f"Wrote {DOCUMENTS.relative_to(ROOT)}.")
        elif stale := differences(DOCUMENTS, folder):
            raise Failed(
                "\n".join([*stale, "Run .venv/bin/python -m tools.generated --write and look."])
            )


def differences(kept: Path, made: Path) -> list[str]:
    """How the kept folder differs from the one just made, one line for each file."""
    old, new = contents(kept), contents(made)
    return [
        *(f"{name} is missing." for name in sorted(new.keys() - old.keys())),
        *(f"{name} is left over." for name in sorted(old.keys() - new.keys())),
        *(f"{name} is out of date." for name in sorted(new.keys() & old) if new[name] != old[name]),
    ]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its name there."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


if __name__ == "__main__":
    finish(main)
