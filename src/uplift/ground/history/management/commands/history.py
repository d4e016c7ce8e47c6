"""`uplift history verify`: has anybody tampered with the record of what was done and read?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from uplift.ground.history.models import Entry, Reading
from uplift.ground.history.verify import verify
from uplift.ground.ui.filters.text import plural


class Command(BaseCommand):
    """Exit 0 and the counts when all is well; else each finding as a sentence, exit 1."""

    help = "Verifies that nobody has tampered with the history."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("operation", choices=["verify"])

    def handle(self, *args: Any, **options: Any) -> None:
        found = verify()
        if found:
            raise CommandError("\n".join(found))
        entries = plural(Entry.objects.count(), "entry", "entries")
        readings = plural(Reading.objects.count(), "reading")
        self.stdout.write(f"{entries}, {readings}: nothing has been tampered with")
