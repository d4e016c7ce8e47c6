"""Compiles requirements*.txt from pyproject.toml: python -m tools.lock [--upgrade].

The files hold exact versions and hashes for every platform, and no index's address.
"""

import argparse

from tools.steps import BIN, ROOT, finish, run, say

OPTIONS = [
    "--quiet",
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take newer versions")
    upgrade = ["--upgrade"] if parser.parse_args().upgrade else []
    wanted, developer, node = (ROOT / f"requirements{end}.txt" for end in ("", "-dev", "-node"))
    project = ROOT / "pyproject.toml"
    for arguments, target in (
        ([project], wanted),
        ([project, "--extra", "dev", "--constraint", wanted], developer),
        (["--group", "node"], node),
    ):
        say(f"Compiling {target.name}.")
        run(
            [BIN / "uv", "pip", "compile", *OPTIONS, *upgrade, *arguments, "-o", target],
            f"{target.name} could not be compiled.",
        )


if __name__ == "__main__":
    finish(main)
