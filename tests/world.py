"""The world that tests share: the demo's two boards with their people, and cases as far as needed.

`world.northmere.people["priya"]` is its business manager; `PEOPLE` in `uplift.config.demo.cast`
names the others. Days are counted back from `world.today`, which is the real day.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from uplift.config.demo.build import build_boards
from uplift.config.demo.cast import Cast
from uplift.config.demo.story import Teller, read
from uplift.ground.access.reach import Reach, reach
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case


@dataclass
class World:
    """Two boards that know nothing of each other but a shared child death panel."""

    today: dt.date
    northmere: Cast
    southvale: Cast

    def reach(self, user: User, cast: Cast | None = None) -> Reach:
        """What this person reaches at Northmere, or at that other board."""
        return reach(user, (cast or self.northmere).board, self.today)

    def case(
        self, pseudonym: str = "Child Heron", cast: Cast | None = None, **changes: object
    ) -> Case:
        """One of the demo's stories as a case; `changes` replace parts of the story, such as
        `until="panel"` or `ago=40`."""
        story = next(s for s in read("cases") if s["pseudonym"] == pseudonym)
        case = Teller(cast or self.northmere, self.today).tell({**story, **changes})
        case.refresh_from_db()
        return case


def make_world() -> World:
    """Make the boards, their people and their framework; no case yet."""
    today = timezone.localdate()
    northmere, southvale = build_boards(today)
    return World(today, northmere, southvale)
