"""The command line: `uplift pack …` and `uplift disclosure …` need no database; everything else is
Django's."""

import importlib
import os
import sys
from collections.abc import Sequence

from uplift.config import disclosure_command, pack_command

USAGE = """\
uplift pack …       check, show and try framework packs (uplift pack --help)
uplift disclosure … look through a document for what could tell who somebody is
uplift COMMAND …    everything else: uplift help lists the commands
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["pack"]:
        return pack_command.main(given[1:])
    if given[:1] == ["disclosure"]:
        return disclosure_command.main(given[1:])
    if given in ([], ["--help"], ["-h"]):
        sys.stdout.write(USAGE)
        return 0
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "uplift.config.settings")
    # Django is loaded only here, so that packs can be checked where it is not set up.
    management = importlib.import_module("django.core.management")
    management.execute_from_command_line(["uplift", *given])
    return 0
