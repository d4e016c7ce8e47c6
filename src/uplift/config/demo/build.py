"""Builds the demo: boards on every framework, a panel that serves four, cases at every stage."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction

from uplift.config.demo.cast import Cast, Player, make_board, make_shared_panel, widen_shared_panel
from uplift.config.demo.chronology import tell_chronology
from uplift.config.demo.joint import learn_together, review_together
from uplift.config.demo.keeping import tell_keeping
from uplift.config.demo.making import tell_making
from uplift.config.demo.story import Teller, moment, read
from uplift.config.demo.thread import tell_thread
from uplift.ground.frameworks import operations as frameworks
from uplift.ground.frameworks.models import Edition
from uplift.loop.assurance import operations as assurance
from uplift.loop.cases import operations as cases
from uplift.loop.cases.models import Case

PACK = "warrington-2013"
# Each has a file of that name in `stories`; the panel of Northmere serves the first two as well.
OTHERS = (
    "eastmarsh",
    "westholt",
    "greenford-children",
    "greenford-adults",
    "saltcliff",
    "highmoor",
)
IN_PANEL = OTHERS[:2]

Say = Callable[[str], None]


def build_boards(today: dt.date) -> list[Cast]:
    """Northmere and Southvale with their people, agencies and framework, without any case."""
    now = moment(today, 8)
    edition = _load(PACK, now)
    casts = [make_board(details=one, edition=edition, now=now) for one in read("boards")]
    make_shared_panel(casts, now)
    return casts


@transaction.atomic
def build(today: dt.date, say: Say) -> list[Cast]:
    """Everything, with dates relative to `today`; all or nothing."""
    say("Making Northmere and Southvale, their agencies and people")
    northmere, southvale = build_boards(today)
    told = _tell(Teller(northmere, today), read("cases"), say)
    _tell(Teller(southvale, today), read("southvale"), say)
    say("Following the learning through to its impact")
    findings = tell_thread(northmere, told["Child Alder"])
    tell_keeping(northmere, today)
    tell_making(northmere, today)
    tell_chronology(northmere, told["Child Linnet"])
    others = _other_boards(northmere, today, say)
    say("Sharing two reviews with other boards")
    review_together(told["Child Heron"], northmere, others["eastmarsh"], today)
    learn_together(told["Child Alder"], findings[0], northmere, southvale)
    cases.rebuild_all_tasks(today)
    assurance.count_all(now=moment(today, 8))
    return [northmere, southvale, *others.values()]


def _load(pack: str, now: dt.datetime) -> Edition:
    return frameworks.load(
        folder=settings.PACKS_DIR / pack, by=None, now=now - dt.timedelta(days=551)
    )


def _tell(teller: Teller, stories: list[dict[str, Any]], say: Say) -> dict[str, Case]:
    told = {}
    for story in stories:
        say(f"Telling the story of {story['pseudonym']}")
        told[story["pseudonym"]] = teller.tell(story)
    return told


def _other_boards(northmere: Cast, today: dt.date, say: Say) -> dict[str, Cast]:
    """The boards on other frameworks, with their people and cases."""
    now = moment(today, 8)
    scripts = {slug: read(slug) for slug in OTHERS}
    packs = dict.fromkeys(script["pack"] for script in scripts.values())
    editions = {pack: _load(pack, now) for pack in packs}
    casts = {}
    for slug, script in scripts.items():
        say(f"Making {script['board']['name']}")
        cast = casts[slug] = make_board(
            details=script["board"],
            edition=editions[script["pack"]],
            part=script.get("part", ""),
            agencies=script["agencies"],
            people=[Player(**one) for one in script["people"]],
            now=now,
            days=300,
        )
        if slug in IN_PANEL:
            widen_shared_panel(cast, northmere, today)
        _tell(Teller(cast, today, script["plots"]), script["cases"], say)
    return casts
