"""`uplift demo`: made-up boards on this machine, with one-click sign-in."""

import os
import socket
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from uplift.config.demo.build import build
from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User


class Command(BaseCommand):
    """Makes the demo once, then serves it."""

    help = "Make the demo's boards if they aren't there yet, and serve them on this machine."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-server", action="store_true", help="only make it")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "This isn't a demo machine: one-click sign-in is off. Run make demo in a fresh "
                "clone, or set UPLIFT_DEMO=1 and UPLIFT_ENV=development."
            )
        self._say("Preparing the database")
        call_command("migrate", verbosity=0)
        if Board.objects.exists():
            self._say("The demo is there already (delete the var folder to begin again)")
        else:
            build(timezone.localdate(), self._say)
            call_command("schedules", verbosity=0)
        if not options["no_server"]:
            self._serve(options["port"])

    def _say(self, line: str) -> None:
        self.stdout.write(f"  {line} …")
        self.stdout.flush()

    def _serve(self, port: int) -> None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                raise CommandError(f"Port {port} is taken. Try: .venv/bin/uplift demo --port 8010")
        self._introduce(port)
        program = [sys.executable, "-m"]
        settings_named = {**os.environ, "DJANGO_SETTINGS_MODULE": "uplift.config.settings"}
        jobs = subprocess.Popen(  # noqa: S603 - the same
            [*program, "django", "qcluster"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=settings_named,
        )
        web = [*program, "gunicorn", "uplift.config.wsgi", "--threads", "4"]
        web += ["--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
        try:
            subprocess.run(web, check=False)  # noqa: S603 - our own program, a number for a port
        except KeyboardInterrupt:
            self.stdout.write("\nStopped.")
        finally:
            jobs.terminate()  # to the main process alone: it ends its workers itself
            jobs.wait()

    def _introduce(self, port: int) -> None:
        self.stdout.write(f"\nUplift runs at http://localhost:{port}\n")
        self.stdout.write("\nSign in with one click as:\n")
        people = User.objects.filter(demo=True).order_by("pk")
        for user in people.filter(demo_board__in=people.values("demo_board")[:1]):
            self.stdout.write(f"  {user.name:16} {user.demo_says}")
        self.stdout.write("\nThe page lists those of the other boards too, each on its framework.")
        self.stdout.write("\nStop with Ctrl+C.")
        self.stdout.flush()
