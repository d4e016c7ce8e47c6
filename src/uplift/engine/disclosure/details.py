"""Counts, ages and rare combinations by which one child could be told without a name."""

import re
import sys
from bisect import bisect
from collections.abc import Iterable, Iterator
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
            r"(?:on|before|after|of) (?:his|her|their) (?:[\w-]+ )?birthday|"
            r"(?:his|her|their) (?:\w+ ){0,2}birthday",
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


class _Trait(NamedTuple):
    start: int
    end: int
    words: str


_LAST = _Trait(sys.maxsize, sys.maxsize, "")
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
    cuts = [found.end() for found in _SENTENCE.finditer(folded.text)]
    who = identity.pseudonym or "someone in the case"
    held: list[_Trait] = []
    for trait in [*sorted(_traits(folded.text, identity)), _LAST]:
        apart = bisect(cuts, trait.start) - bisect(cuts, held[-1].start) if held else 0
        if apart > 1 or trait is _LAST:
            if len({one.words for one in held}) > 1:
                yield Hit(
                    Kind.TRAITS, LIKELY, held[0].start, held[-1].end,
                    f"Together these facts about {who} are rare enough to tell who it is.",
                    "leave all but one of them out", who,
                )  # fmt: skip
            held = []
        held.append(trait)


def _traits(text: str, identity: Identity) -> Iterator[_Trait]:
    for trait in identity.traits:
        words = r"[\s\-]+".join(map(re.escape, re.split(r"[\s\-]+", fold(trait).strip())))
        for found in re.finditer(rf"(?<!\w){words}", text):
            yield _Trait(*found.span(), words)
