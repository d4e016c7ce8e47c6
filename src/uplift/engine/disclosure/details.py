"""Counts, ages and rare combinations by which one child could be told without a name."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from uplift.engine.disclosure.dates import NUMBERS
from uplift.engine.disclosure.folding import Folded, fold
from uplift.engine.disclosure.things import Certainty, Hit, Identity, Kind

CERTAIN, LIKELY, POSSIBLE = Certainty
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_SPAN = r"(?:year|month|week|day)s?"
_WHO = (
    r"(?:child|boy|girl|baby|pupil|student|young person|family|household|case|resident|patient|"
    r"man|woman|mother|father|adult|person)"
)
_MANY = r"(?:children|boys|girls|babies|pupils|siblings|brothers|sisters|daughters|sons)"


class Sign(NamedTuple):
    """A way of writing that may tell one person from all others."""

    pattern: "re.Pattern[str]"
    certainty: Certainty
    why: str
    instead: str


_SIGNS = tuple(
    Sign(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), certainty, why, instead)
    for pattern, certainty, why, instead in (
        (
            r"(?:one|the (?:first|second|other|elder|younger)|both) of (?:the |a set of )?"
            r"(?:twins|triplets|quadruplets)|twin (?:brother|sister|boy|girl|son|daughter)s?"
            r"|(?:his|her|their) twins?|(?:identical )?twins|triplets?",
            LIKELY, "Twins are few: with anything else it tells who they are.", "“a sibling”",
        ),
        (
            rf"(?:the|their|his|her) only (?:[\w'-]+ ){{0,3}}{_WHO}"
            r"(?: (?:in|at|of|with|who|to) (?:[\w'-]+ ?){1,6})?",
            LIKELY, "There is only one.", "leave out that there was no other",
        ),
        (
            rf"(?:youngest|eldest|oldest|middle|first|second|third|fourth|fifth|sixth) of "
            rf"(?:(?:his|her|their|the) )?{_NUMBER}(?: {_MANY})?"
            rf"|(?:youngest|eldest|oldest) of (?:her|his|their) {_MANY}",
            LIKELY, "The place among brothers and sisters tells a family.", "“had siblings”",
        ),
        (
            rf"{_NUMBER} years?,? (?:and )?{_NUMBER} (?:months?|weeks?|days?)(?: old)?",
            LIKELY, "An age to the month tells when somebody was born.", "the age in years",
        ),
        (
            rf"(?:on|before|after|of) (?:his|her|their) (?:[\w-]+ )?birthday|"
            rf"(?:his|her|their) (?:\w+ ){{0,2}}birthday",
            POSSIBLE, "With a date it tells when somebody was born.", "leave the birthday out",
        ),
        (
            rf"aged? (?:of )?(?:about |just |only )?{_NUMBER}(?: {_SPAN})?(?: old)?"
            rf"|{_NUMBER}[ -]{_SPAN}[ -]old",
            POSSIBLE, "An age: with other facts it may tell who it is.",
            "an age group (“a young child”)",
        ),
        (
            rf"(?:(?:just|only) )?(?:one|two|three|four|[1-4])(?: other)? "
            rf"(?:{_WHO}|{_MANY}|families|households|cases)",
            POSSIBLE, "A small number may point to one family.", "“a few”, or “fewer than five”",
        ),
    )
)  # fmt: skip
_SENTENCE = re.compile(r"[.!?](?=\s)|\n\s*\n|\n(?=[-*#])")


def detail_hits(folded: Folded, identities: Iterable[Identity]) -> Iterator[Hit]:
    """What may point to one person without naming them."""
    for sign in _SIGNS:
        for found in sign.pattern.finditer(folded.text):
            span = found.start(), found.start() + len(found[0].rstrip())
            yield Hit(Kind.DETAIL, sign.certainty, *span, sign.why, sign.instead)
    for identity in identities:
        yield from _together(folded, identity)


def _together(folded: Folded, identity: Identity) -> Iterator[Hit]:
    """Two or more of somebody's traits in one sentence or the next."""
    traits = [words for trait in identity.traits if (words := fold(trait).strip())]
    if len(traits) < 2:
        return
    who = identity.pseudonym or "someone in the case"
    last = -1
    for first, after in pairwise(_ends(folded.text)):
        found = list(_found(folded.text, traits, first[0], after[1]))
        if len({trait for trait, _, _ in found}) < 2 or found[0][1] <= last:
            continue
        start, end = min(one[1] for one in found), max(one[2] for one in found)
        last = end
        yield Hit(
            Kind.TRAITS, LIKELY, start, end,
            f"Together these facts about {who} are rare enough to tell who it is.",
            "leave all but one of them out", who,
        )  # fmt: skip


def _ends(text: str) -> list[tuple[int, int]]:
    """The sentences, and an empty one at the end so that each has a next."""
    cuts = [0, *(found.end() for found in _SENTENCE.finditer(text)), len(text)]
    return [*pairwise(cuts), (len(text), len(text))]


def _found(
    text: str, traits: list[str], start: int, end: int
) -> Iterator[tuple[str, int, int]]:
    for trait in traits:
        words = r"[\s\-]+".join(map(re.escape, re.split(r"[\s\-]+", trait)))
        for found in re.compile(rf"(?<!\w){words}").finditer(text, start, end):
            yield trait, *found.span()
