"""Names in a text: as they are, in other forms, misspelt, in pieces, as initials."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from uplift.engine.disclosure import lexicon
from uplift.engine.disclosure.folding import Folded, Token
from uplift.engine.disclosure.fuzzy import nearest
from uplift.engine.disclosure.initials import initials
from uplift.engine.disclosure.terms import FAMILY, OTHER, PART, WHOLE, Term, Terms, name_hit
from uplift.engine.disclosure.things import Certainty, Hit, People

CERTAIN, LIKELY, POSSIBLE = Certainty
_TIGHT = re.compile(r"(?:['\-.·_]?|[*_~`]{1,3})(?:-?\n ?)?")  # what may stand inside one name
_LOOSE = re.compile(r" ?['\-]? ?")
_BETWEEN = re.compile(r"[ \t\n,.'\"()\-/_]{0,3}")  # what may stand between two parts of a name
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_][ .*\-]){2,}[^\W\d_](?!\w)")
_LEET = (str.maketrans("013457", "oleast"), str.maketrans("013457", "oieast"))
_LONGEST = 4  # words that one name may be torn into

_WHY = {
    "full": "The full name of {who}.",
    PART: "Part of the name of {who}.",
    WHOLE: "The name of {who}, run together.",
    OTHER: "A short or other form of a name of {who}.",
    FAMILY: "A name in what is sealed about the family of {who}.",
    "misspelt": "Almost a name of {who}: it may be misspelt.",
}


@dataclass(slots=True)
class Match:
    """Tokens that may be a name of these people; `certainty` is None for an everyday word that
    counts only beside another part of the name."""

    first: int
    last: int
    people: frozenset[int]
    how: str
    certainty: Certainty | None
    ordinary: bool = False


class Names:
    """Looks for some people's names in one text."""

    def __init__(self, folded: Folded, terms: Terms, people: People) -> None:
        self.folded, self.terms, self.people = folded, terms, people
        self.tokens = folded.tokens
        self.near = lru_cache(maxsize=None)(lambda word: nearest(word, terms.spelt))

    def hits(self) -> Iterator[Hit]:
        """What is found, surest or not."""
        for match in self._joined(list(self._matches())):
            if match.certainty:
                start, end = self.tokens[match.first].start, self.tokens[match.last].end
                why = _WHY[match.how]
                yield name_hit(self.people, match.certainty, start, end, match.people, why)
        yield from self._spaced()
        yield from initials(self.folded, self.terms, self.people)

    def gap(self, at: int) -> str:
        """What stands between a token and the next."""
        return self.folded.text[self.tokens[at].end : self.tokens[at + 1].start]

    def _matches(self) -> Iterator[Match]:
        at = 0
        while at < len(self.tokens):
            match = self._torn(at) or self._single(at)
            if match:
                yield match
                at = match.last
            at += 1

    def _torn(self, at: int) -> Match | None:
        """A name written in several words: O' Neill, Anne Marie, Fair-/weather."""
        together, tight = self.tokens[at].text, True
        best = None
        for last in range(at + 1, min(at + _LONGEST, len(self.tokens))):
            gap = self.gap(last - 1)
            tight = tight and bool(_TIGHT.fullmatch(gap))
            if not (tight or _LOOSE.fullmatch(gap)):
                break
            token = self.tokens[last]
            prefixed = self.tokens[at].text in lexicon.PREFIXES
            for word in (together + token.base, together + token.text):
                best = self._whole(at, last, word, sure=tight or prefixed) or best
            together += token.text
        return best

    def _whole(self, first: int, last: int, word: str, *, sure: bool) -> Match | None:
        terms = self.terms.index.get(word)
        opening = self.tokens[first]
        if terms and terms[0].how == WHOLE:
            return Match(first, last, _who(terms), "full", CERTAIN)
        if terms and (sure or len(word) > 6):
            everyday = all(token.case == "lower" for token in self.tokens[first : last + 1])
            certainty = POSSIBLE if everyday and not sure else LIKELY
            if not sure and len(opening.text) > 2 and terms[0].how == PART and not everyday:
                certainty = LIKELY if self.tokens[last].case != "lower" else POSSIBLE
            return Match(first, last, _who(terms), terms[0].how, certainty)
        if sure and opening.text in lexicon.PREFIXES and opening.case != "lower" and len(word) > 4:
            near = self.near(word)
            if near:
                return Match(first, last, _who(self.terms.index[near[0]]), "misspelt", LIKELY)
        return None

    def _single(self, at: int) -> Match | None:
        token = self.tokens[at]
        for word in _readings(token):
            if terms := self.terms.index.get(word):
                how = terms[0].how
                if how == OTHER and token.base in self.people.known:
                    return None
                ordinary = lexicon.is_ordinary(word)
                certainty = self._certainty(at, terms, ordinary)
                return Match(at, at, _who(terms), how, certainty, ordinary)
        return self._misspelt(at)

    def _certainty(self, at: int, terms: list[Term], ordinary: bool) -> Certainty | None:
        token, how = self.tokens[at], terms[0].how
        if how == WHOLE:
            return CERTAIN
        if ordinary:
            return self._everyday(at)
        if token.case == "lower":
            sure = LIKELY if len(token.base) > 2 else None
        elif len(token.base) == 2:
            sure = LIKELY if token.case == "capital" else POSSIBLE
        else:
            sure = CERTAIN
        return sure.less if sure and how in (OTHER, FAMILY) else sure

    def _everyday(self, at: int) -> Certainty | None:
        """How sure it is that a word such as Grace or Will is a name where it stands."""
        token = self.tokens[at]
        before = self.tokens[at - 1].base if at else ""
        after = self.tokens[at + 1].base if at + 1 < len(self.tokens) else ""
        if token.text != token.base and token.text.endswith("s"):
            after = "'s"
        if token.case == "lower":
            return POSSIBLE if before in lexicon.NAMING else None
        if lexicon.reads_as_name(token.base, before, after, opens=token.opens):
            return LIKELY
        return None if token.base in lexicon.MONTHS else POSSIBLE

    def _misspelt(self, at: int) -> Match | None:
        token = self.tokens[at]
        ordinary = lexicon.is_ordinary(token.base)
        lower = token.case == "lower"
        if token.base in self.people.known or (lower and (ordinary or len(token.base) < 6)):
            return None
        near = None if ordinary and token.opens else self.near(token.base)
        if near is None or (ordinary and lexicon.is_ordinary(near[0])):
            return None
        doubtful = lower or ordinary or token.base in lexicon.first_names()
        certainty = POSSIBLE if doubtful else LIKELY
        return Match(at, at, _who(self.terms.index[near[0]]), "misspelt", certainty)

    def _joined(self, matches: list[Match]) -> Iterator[Match]:
        """Parts of one person's name beside one another are one find, and a sure one."""
        held: Match | None = None
        for match in matches:
            if held and self._beside(held, match):
                people = held.people & match.people
                sure = LIKELY if held.how == match.how == "misspelt" else CERTAIN
                if not (held.certainty or match.certainty):
                    sure = LIKELY  # two everyday words in lower case
                held = Match(held.first, match.last, people, "full", sure)
                continue
            if held:
                yield self._with_initials(held)
            held = match
        if held:
            yield self._with_initials(held)

    def _beside(self, one: Match, other: Match) -> bool:
        if other.first != one.last + 1 or not one.people & other.people:
            return False
        same = self.tokens[one.last].base == self.tokens[other.first].base
        return not same and bool(_BETWEEN.fullmatch(self.gap(one.last)))

    def _with_initials(self, match: Match) -> Match:
        """With the initials that stand before or after: J. Smith, Jack S."""
        first, last = match.first, match.last
        if match.certainty is None or (match.how == "misspelt" and match.certainty is POSSIBLE):
            return match
        letters = {letter for one in match.people for letter in self.terms.letters[one]}
        while first and self._is_initial(first - 1, letters, self.gap(first - 1)):
            first -= 1
        if first == match.first and last + 1 < len(self.tokens) and self.gap(last) == " ":
            last += self._is_initial(last + 1, letters, " ")
        if (first, last) == (match.first, match.last):
            return match
        return Match(first, last, match.people, "full", CERTAIN)

    def _is_initial(self, at: int, letters: set[str], gap: str) -> bool:
        token = self.tokens[at]
        return (
            len(token.text) == 1
            and token.case != "lower"
            and token.text in letters
            and bool(re.fullmatch(r"[. ]{1,2}", gap))
        )

    def _spaced(self) -> Iterator[Hit]:
        for found in _SPACED.finditer(self.folded.text):
            if terms := self.terms.index.get(re.sub(r"\W", "", found[0])):
                why = _WHY[terms[0].how]
                yield name_hit(self.people, LIKELY, *found.span(), _who(terms), why)


def _who(terms: list[Term]) -> frozenset[int]:
    return frozenset(term.person for term in terms)


def _readings(token: Token) -> Iterator[str]:
    """What a word may stand for: without its ending, and with digits read as letters."""
    yield token.base
    yield token.text
    if token.case != "lower" and len(token.base) > 3:
        for ending in ("s", "es"):
            if token.base.endswith(ending):
                yield token.base.removesuffix(ending)
    if not token.base.isalpha() and not token.base.isdigit():
        yield token.base.rstrip("0123456789")
        for table in _LEET:
            yield token.base.translate(table)
