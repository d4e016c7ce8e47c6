"""Builds the demo: two boards, a panel that serves both, and cases at every stage."""

import datetime as dt
from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from uplift.config.demo.cast import Cast, make_board, make_shared_panel
from uplift.config.demo.keeping import tell_keeping
from uplift.config.demo.making import tell_making
from uplift.config.demo.story import Teller, moment, read
from uplift.config.demo.thread import tell_thread
from uplift.ground.frameworks import operations as frameworks
from uplift.loop.assurance import operations as assurance
from uplift.loop.cases import operations as cases

PACK = "warrington-2013"


def build_boards(today: dt.date) -> list[Cast]:
    """The two boards with their people, agencies and framework, without any case."""
    now = moment(today, 8)
    edition = frameworks.load(
        folder=settings.PACKS_DIR / PACK, by=None, now=now - dt.timedelta(days=551)
    )
    northmere = make_board(
        name="Northmere", slug="northmere", prefix="NM", colour="#12436d", edition=edition, now=now
    )
    southvale = make_board(
        name="Southvale", slug="southvale", prefix="SV", colour="#4c2c92", edition=edition, now=now
    )
    make_shared_panel([northmere, southvale], now)
    return [northmere, southvale]


@transaction.atomic
def build(today: dt.date, say: Callable[[str], None]) -> list[Cast]:
    """Everything, with dates relative to `today`; all or nothing."""
    say("Making two boards, their agencies and people")
    casts = build_boards(today)
    teller = Teller(casts[0], today)
    told = {}
    for story in read("cases"):
        say(f"Telling the story of {story['pseudonym']}")
        told[story["pseudonym"]] = teller.tell(story)
    say("Following the learning through to its impact")
    tell_thread(casts[0], told["Child Alder"])
    tell_keeping(casts[0], today)
    tell_making(casts[0], today)
    cases.rebuild_all_tasks(today)
    assurance.count_all(now=moment(today, 8))
    return casts
