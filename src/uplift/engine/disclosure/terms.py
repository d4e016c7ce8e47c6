"""The names to look for: each part of each name, and what else somebody may be called."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from uplift.engine.disclosure.folding import Folded, fold
from uplift.engine.disclosure.lexicon import PREFIXES, is_ordinary, nicknames
from uplift.engine.disclosure.things import Certainty, Hit, Identity, Kind, People

PART, WHOLE, OTHER, FAMILY = "part", "whole", "other", "family"
_SUREST = (PART, WHOLE, FAMILY, OTHER)
_SPELT = (PART, FAMILY)


class Term(NamedTuple):
    """A word by which the person of that number is called; `how` it belongs to them."""

    person: int
    how: str
    word: str


class Terms:
    """All names of some people, found by their letters alone."""

    def __init__(self, identities: Iterable[Identity]) -> None:
        self.index: dict[str, list[Term]] = defaultdict(list)
        self.initials: dict[str, set[int]] = defaultdict(set)
        self.firsts: dict[int, set[str]] = defaultdict(set)
        self.letters: dict[int, set[str]] = defaultdict(set)
        for person, identity in enumerate(identities):
            for name in identity.names:
                self._add_name(person, fold(name))
            for text in identity.family:
                self._add_family(person, text)
        #: What a misspelt word is compared with.
        self.spelt = [word for word, terms in self.index.items() if terms[0].how in _SPELT]

    def _add_name(self, person: int, name: str) -> None:
        words = [word for word in re.split(r"[\s.]+", name) if re.search(r"\w", word)]
        for word in _whole_words(words):
            self._add(person, PART, word)
        given = words[:-1] or words
        for word in given:
            for piece in re.split(r"[-']", word):
                for other in sorted(nicknames(piece)):
                    self._add(person, OTHER, other)
        letters = [word[0] for word in words if word not in PREFIXES]
        self.letters[person].update(letters)
        if len(words) > 1:
            for last in dict.fromkeys(("".join(words[1:]), words[-1], *words[-1].split("-"))):
                self._add_together(person, _letters(words[0]), _letters(last))
            self._add_initials(person, letters, [one[0] for one in words[-1].split("-") if one])
        if letters:
            self.firsts[person].add(letters[0])

    def _add_initials(self, person: int, letters: list[str], last: list[str]) -> None:
        """Of all names, of the first and last, and with each half of a double surname."""
        first = letters[:1]
        for initials in (letters, [*first, *letters[-1:]], [*first, *last]):
            self.initials["".join(initials)].add(person)
        for one in last:
            self.initials["".join([*first, one])].add(person)

    def _add_together(self, person: int, first: str, last: str) -> None:
        """As in an e-mail address or a tag: jacksmith, smithjack, jsmith."""
        for together in (first + last, last + first, first[:1] + last if len(last) > 3 else ""):
            if len(together) > 4:
                self._add(person, WHOLE, together)

    def _add_family(self, person: int, text: str) -> None:
        for token in Folded(text).tokens:
            if token.case != "lower" and len(token.base) > 2 and not is_ordinary(token.base):
                self._add(person, FAMILY, token.base)

    def _add(self, person: int, how: str, word: str) -> None:
        terms = self.index[word]
        terms.append(Term(person, how, word))
        terms.sort(key=lambda term: _SUREST.index(term.how))


def _whole_words(words: list[str]) -> Iterator[str]:
    """The parts of a name that can stand for it: each word and each of its pieces, and a word with
    the small ones before it (de Souza, desouza)."""
    before = ""
    for word in words:
        letters = _letters(word)
        if letters in PREFIXES and len(words) > 1:
            before += letters
            continue
        pieces = [piece for piece in word.split("-") if piece]
        found = [letters, before + letters if before else "", *map(_letters, pieces)]
        found += [one for piece in pieces for one in piece.split("'") if one not in PREFIXES]
        yield from (one for one in dict.fromkeys(found) if len(one) > 1)
        before = ""


def _letters(word: str) -> str:
    return "".join(re.findall(r"[^\W_]", word))


def name_hit(
    people: People, certainty: Certainty, start: int, end: int, who: frozenset[int], why: str
) -> Hit:
    """A name found, told by pseudonyms alone."""
    known_as = [people.identities[one].pseudonym for one in sorted(who)]
    person = known_as[0] or "someone in the case"
    instead = known_as[0] or "a made-up name"
    if len(who) > 1:
        person, instead = "several people in the case", "the family"
    return Hit(Kind.NAME, certainty, start, end, why.format(who=person), instead, person)
