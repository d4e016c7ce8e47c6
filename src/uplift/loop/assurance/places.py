"""Where the product shows what honours a clause: the page of each feature, and the records behind
a figure, as far as somebody may open them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.urls import reverse

from uplift.engine.spec import Clause
from uplift.engine.spec.honours import honoured_by, in_words
from uplift.ground.access.gate import table
from uplift.ground.access.reach import Reach
from uplift.ground.access.routes import Who
from uplift.ground.frameworks.models import Edition
from uplift.ground.ui.sections import address
from uplift.loop.actions.queries import actions_of
from uplift.loop.assurance.figures import Counted
from uplift.loop.cases.queries import cases_of
from uplift.loop.learning.queries import findings_of, outcomes_of
from uplift.loop.learning.queries.themes import themes_of
from uplift.loop.sharing.queries import confirmations_of

# The page of a room's features, and of those that have one of their own.
_ROOMS = {
    "access": "desk:people",
    "actions": "actions:list",
    "assurance": "assurance:framework",
    "boards": "desk:people",
    "cases": "cases:list",
    "desk": "desk:home",
    "documents": "cases:list",
    "history": "desk:did",
    "impact": "impact:list",
    "learning": "learning:list",
    "lessons": "lessons:list",
    "public": "public:board",
    "publishing": "publishing:list",
    "sharing": "sharing:list",
}
PAGES = {
    "access.need_to_know": "cases:list",
    "assurance.acceptance": "assurance:acceptances",
    "assurance.attestation": "assurance:to_attest",
    "cases.diary": "desk:diary",
    "cases.notification": "cases:new",
    "desk.diary": "desk:diary",
    "desk.export": "cases:list",
    "desk.my_work": "desk:tasks",
    "desk.search": "desk:search",
    "history.reads": "desk:read",
    "impact.evaluation": "impact:evaluated",
    "learning.outcome": "learning:themes",
    "learning.theme": "learning:themes",
    "publishing.decision": "publishing:decisions",
    "sharing.confirmation": "sharing:waiting",
}
COMPARE = "frameworks:compare"  # the page that compares editions
# Where an element stands in the framework to read: on the page of its type of review or form, or
# in a chapter of the first page.
_OF_TYPE = frozenset({"process", "step", "stage", "outcome", "publication"})
_CHAPTERS = {
    "role": "people",
    "body": "bodies",
    "principle": "principles",
    "route": "routes",
    "method": "methods",
    "criteria": "types",
    "question": "types",
    "programme": "programme",
    "area": "programme",
    "table": "tables",
    "row": "tables",
    "thread": "learning",
    "board": "boards",
}
SHOWN = 50  # records behind a figure on its page


class Shown(NamedTuple):
    """Something in words, and the address of its page; none for what one may not open."""

    name: str
    url: str


class Record(NamedTuple):
    """A record behind a figure."""

    name: str
    url: str
    good: bool
    words: str


def page_of_feature(feature: str) -> str:
    """The name of the page on which the product offers the feature."""
    return PAGES.get(feature) or _ROOMS[feature.partition(".")[0]]


def shown_by(reach: Reach, edition: Edition, clause: Clause) -> list[Shown]:
    """What honours the clause, with the pages that show it to this person."""
    words, by = in_words(edition.pack), honoured_by(edition.pack)
    return [Shown(words[name], _url(reach, edition, name)) for name in by[clause.id]]


def _url(reach: Reach, edition: Edition, reference: str) -> str:
    kind, _, key = reference.partition(":")
    if kind == "feature":
        return open_to(reach, page_of_feature(key))
    part = key.partition(".")[0]
    at = (reach.board.slug, edition.pack_key, edition.number)
    if kind in _OF_TYPE:
        return reverse("frameworks:type", args=(*at, part))
    if kind in ("form", "field"):
        return reverse("frameworks:form", args=(*at, part))
    page = reverse("frameworks:edition", args=at)
    return f"{page}#{_CHAPTERS[kind]}" if kind in _CHAPTERS else page


def open_to(reach: Reach, page: str) -> str:
    """The address of the board's page of that name, if this person may open it."""
    route = table().get(page)
    if route is None:
        return ""
    needs = route.needs if route.who is Who.BOARD else ()
    allowed = not needs or any(map(reach.may, needs))
    return address(page, reach.board.slug) if allowed else ""


# kind of record: those that somebody sees, what each is called and where it is
_SEEN: dict[str, tuple[Callable[[Reach], QuerySet[Any]], Callable[[Any], Shown]]] = {
    "case": (
        lambda reach: cases_of(reach).select_related("board"),
        lambda case: Shown(str(case), case.get_absolute_url()),
    ),
    "action": (
        lambda reach: actions_of(reach).select_related("board"),
        lambda action: Shown(action.title, action.get_absolute_url()),
    ),
    "finding": (
        lambda reach: findings_of(reach).select_related("board"),
        lambda finding: Shown(finding.title, finding.get_absolute_url()),
    ),
    "theme": (
        lambda reach: themes_of(reach).select_related("board"),
        lambda theme: Shown(theme.name, theme.get_absolute_url()),
    ),
    "outcome": (
        lambda reach: outcomes_of(reach).select_related("theme__board"),
        lambda outcome: Shown(str(outcome), outcome.get_absolute_url()),
    ),
    "confirmation": (
        lambda reach: confirmations_of(reach).select_related("briefing__board", "agency"),
        lambda asked: Shown(f"{asked.briefing}, {asked.agency}", asked.briefing.get_absolute_url()),
    ),
    "agency": (
        lambda reach: reach.board.agencies.all(),
        lambda agency: Shown(agency.name, ""),
    ),
}


def records(reach: Reach, counted: Iterable[Counted]) -> list[Record]:
    """The records that this person sees, first those that speak against the clause; no more than
    `SHOWN`, one query a kind."""
    known = sorted((one for one in counted if one.kind in _SEEN), key=lambda one: one.good)
    keys: dict[str, set[int]] = defaultdict(set)
    for one in known[: SHOWN * 2]:
        keys[one.kind].add(one.key)
    named = {
        (kind, row.pk): _SEEN[kind][1](row)
        for kind, wanted in keys.items()
        for row in _SEEN[kind][0](reach).filter(pk__in=wanted)
    }
    found = [
        Record(*named[one.kind, one.key], one.good, one.words)
        for one in known
        if (one.kind, one.key) in named
    ]
    return found[:SHOWN]
