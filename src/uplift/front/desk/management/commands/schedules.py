"""`uplift schedules`: puts the daily jobs into the queue's schedule; safe to run again."""

from typing import Any

from django.core.management.base import BaseCommand

from uplift.front.desk.jobs import schedule


class Command(BaseCommand):
    """Run it after every installation; `uplift qcluster` then does the jobs."""

    help = "Schedules the daily jobs."

    def handle(self, *args: Any, **options: Any) -> None:
        names = schedule()
        if options["verbosity"]:
            self.stdout.write("\n".join(names))
