"""Initials that stand for a name."""

import re
from collections.abc import Iterator

from uplift.engine.disclosure.folding import Folded
from uplift.engine.disclosure.lexicon import ACRONYMS
from uplift.engine.disclosure.terms import Terms, name_hit
from uplift.engine.disclosure.things import Certainty, Hit, People

_DOTTED = re.compile(r"(?<![\w.])[^\W\d_]\. ?(?:[^\W\d_]\. ?)*[^\W\d_](?:\.|(?![\w]))")
_SPACED = re.compile(r"(?<![\w.'])[^\W\d_](?:[ \-/][^\W\d_]){1,3}(?![\w.'])")
_BARE = re.compile(r"(?<![\w.])[^\W\d_]{2,4}(?!\w)")
_SINGLE = re.compile(
    r"(?<!\w)(?:child|baby|adult|sibling|boy|girl|brother|sister|mother|father|pupil) "
    r"([^\W\d_])(?![\w'])"
)
_WHY = "The initials of {who}."


def initials(folded: Folded, terms: Terms, people: People) -> Iterator[Hit]:
    """Initials of two letters and more, dotted or not, and Child J for Jack."""
    for pattern in (_DOTTED, _SPACED, _BARE):
        for found in pattern.finditer(folded.text):
            letters = re.sub(r"\W", "", found[0])
            who = terms.initials.get(letters)
            if who and _in_capitals(folded, *found.span()):
                known = letters in ACRONYMS or letters in people.known
                doubtful = known and pattern is not _DOTTED
                certainty = Certainty.POSSIBLE if doubtful else Certainty.LIKELY
                yield name_hit(people, certainty, *found.span(), frozenset(who), _WHY)
    yield from _single(folded, terms, people)


def _single(folded: Folded, terms: Terms, people: People) -> Iterator[Hit]:
    for found in _SINGLE.finditer(folded.text):
        who = {one for one, letters in terms.firsts.items() if found[1] in letters}
        if who and _in_capitals(folded, *found.span(1)):
            why = "The letter with which the name of {who} begins."
            span = found.span()
            yield name_hit(people, Certainty.POSSIBLE, *span, frozenset(who), why)


def _in_capitals(folded: Folded, start: int, end: int) -> bool:
    return folded.shown(start, end).isupper()
