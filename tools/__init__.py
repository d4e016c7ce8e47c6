"""Set-up and checks: plain scripts that need Python 3.11 and nothing else."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - read by older Pythons too, to say just this
    sys.exit(
        f"Uplift needs Python 3.11 or later; this is {sys.version.split()[0]}.\n"
        "If a newer one is installed, name it: make PYTHON=python3.12 demo"
    )
