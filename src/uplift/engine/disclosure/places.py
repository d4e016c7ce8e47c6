"""Streets, houses, schools, postcodes: where somebody could be found."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from uplift.engine.disclosure.folding import Folded, Token, fold
from uplift.engine.disclosure.fuzzy import slips
from uplift.engine.disclosure.lexicon import is_ordinary, listed
from uplift.engine.disclosure.things import Certainty, Hit, Identity, Kind

CERTAIN, LIKELY, POSSIBLE = Certainty
#: Each line is one word of an address and how else it is written.
_SAME = tuple(
    frozenset(line.split())
    for line in (
        "road rd", "street st str", "avenue ave av", "lane ln", "close cl clo", "drive dr drv",
        "court ct crt", "crescent cres cr", "gardens gdns gardns garden", "place pl", "square sq",
        "terrace terr ter tce", "grove gr grv", "way", "park pk", "hill hl", "walk wk", "row",
        "mews", "rise", "view", "green grn", "parade pde", "mount mt", "house hse", "saint st ss",
    )
)  # fmt: skip
_STREETS = frozenset(word for same in _SAME[:-2] for word in same)
_COMMON = frozenset(listed("high church station main park mill victoria new king queen"))
_SCHOOL = frozenset(
    listed(
        "school primary academy nursery infant infants junior juniors high secondary college "
        "church of england ce c e rc catholic roman the and community centre center pre "
        "preschool grammar special voluntary controlled aided first middle upper sixth form "
        "playgroup childrens home hospital surgery medical practice club hostel children s "
        "trust foundation"
    )
)
_POSTCODE = re.compile(
    r"(?<!\w)(?P<o>[a-z]{1,2}[0-9oi][a-z0-9]?)[ \n.\-]{0,3}(?P<i>[0-9oil][a-z]{2})(?!\w)"
)
_PART_POSTCODE = re.compile(r"(?<!\w)([a-z]{1,2}[0-9][a-z0-9]?)(?: ([0-9]))?(?![\w'])")
_NUMBER = re.compile(
    r"^(?:(?:flat|apartment|apt|unit|room|no\.?|number)? *[0-9]+ ?[a-z]?\b[ ,/\-]*)+"
)
_BEFORE = re.compile(
    r"(?:(?:flat|apartment|apt|unit|room) *\w{1,3},? *)?(?:(?:number|no\.?) *)?\d+ ?[a-z]?,? +$"
)


class Phrase(NamedTuple):
    """Words that together name a place; `enough` of them tell it."""

    kind: Kind
    words: tuple[str, ...]
    core: tuple[str, ...]
    person: str


def place_hits(folded: Folded, identities: Iterable[Identity]) -> Iterator[Hit]:
    """Addresses, schools and other places, and postcodes."""
    people = list(identities)
    phrases = [phrase for identity in people for phrase in _phrases(identity)]
    begun: dict[tuple[str, str], list[Phrase]] = {}
    for at, token in enumerate(folded.tokens):
        word = token.text, token.case
        if word not in begun:
            begun[word] = [phrase for phrase in phrases if _begins(token, phrase)]
        for phrase in begun[word]:
            yield from _phrase_at(folded, at, phrase)
    yield from _postcodes(folded, people)


def _phrases(identity: Identity) -> Iterator[Phrase]:
    who = identity.pseudonym or "someone in the case"
    for address in identity.addresses:
        bare = _POSTCODE.sub("", fold(address))
        parts = [part.strip() for part in re.split(r"[,;\n]", bare)]
        for number, part in enumerate(filter(None, parts)):
            words = _words(_NUMBER.sub("", part))
            # One word further on is a town or a county, which alone tells nothing of anybody.
            if words and (len(words) > 1 or (number == 0 and words[0].isalpha())):
                yield Phrase(Kind.ADDRESS, words, words, who)
    for place in identity.places:
        for part in re.split(r",", fold(place)):
            words = _words(part)
            core = tuple(word for word in words if word not in _SCHOOL)
            if words:
                yield Phrase(Kind.PLACE, words, core or words, who)


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in Folded(text).tokens)


def _phrase_at(folded: Folded, at: int, phrase: Phrase) -> Iterator[Hit]:
    tokens = folded.tokens
    exact = _run(tokens, at, phrase.core)
    if exact is None:
        return
    last, slipped = exact
    start, end = tokens[at].start, tokens[last].end
    if phrase.kind is Kind.ADDRESS:
        numbered = _BEFORE.search(folded.text, max(0, start - 30), start)
        certainty = _street(tokens[at : last + 1], phrase, bool(numbered), slipped)
        start = numbered.start() if numbered else start
        why, instead = "Part of the address of {}.", "leave it out, or “at home”"
    else:
        last = _school_end(tokens, last)
        certainty = _place(tokens[at : last + 1], phrase, slipped)
        end = tokens[last].end
        why, instead = "A place that is sealed about {}.", "“their school”, “a club” or the like"
    if certainty:
        why = why.format(phrase.person)
        yield Hit(phrase.kind, certainty, start, end, why, instead, phrase.person)


def _begins(token: Token, phrase: Phrase) -> bool:
    return token.text == "".join(phrase.core) or _alike(token, phrase.core[0]) is not None


def _run(tokens: list[Token], at: int, words: tuple[str, ...]) -> tuple[int, int] | None:
    """The last token of the words from there on, and how many slips they hold."""
    slipped = 0
    token = tokens[at]
    together = "".join(words)
    if len(words) > 1 and len(together) > 6 and token.text == together:
        return at, 0
    for word in words:
        if at >= len(tokens):
            return None
        slip = _alike(tokens[at], word)
        if slip is None:
            return None
        slipped += slip
        at += 1
    return (at - 1, slipped) if slipped < 3 else None


def _alike(token: Token, word: str) -> int | None:
    if word in (token.text, token.base) or token.text == word + "s" or token.text + "s" == word:
        return 0
    if any(word in same and token.text in same for same in _SAME):
        return 0
    if (len(word) < 5 and word not in _STREETS) or (
        is_ordinary(token.text) and token.case == "lower"
    ):
        return None
    return slips(token.text, word)


def _street(tokens: list[Token], phrase: Phrase, numbered: bool, slipped: int) -> Certainty | None:
    if numbered and not slipped:
        return CERTAIN
    common = set(phrase.words) <= _COMMON | _STREETS
    if len(phrase.words) == 1:
        if tokens[0].case == "lower":
            return None
        return LIKELY if not slipped and not is_ordinary(phrase.words[0]) else POSSIBLE
    if tokens[0].case == "lower" and all(is_ordinary(word) for word in phrase.words):
        return POSSIBLE
    return POSSIBLE if common and not numbered else LIKELY


def _school_end(tokens: list[Token], last: int) -> int:
    end = last
    for at in range(last + 1, min(last + 7, len(tokens))):
        if tokens[at].text not in _SCHOOL:
            break
        if tokens[at].case != "lower" or tokens[at].text in ("school", "nursery", "academy"):
            end = at
    return end


def _place(tokens: list[Token], phrase: Phrase, slipped: int) -> Certainty | None:
    named = len(tokens) > len(phrase.core) or len(phrase.core) == len(phrase.words) > 1
    capital = any(token.case != "lower" for token in tokens[: len(phrase.core)])
    if named and not slipped and capital:
        return CERTAIN
    ordinary = all(is_ordinary(word) for word in phrase.core)
    if not capital:
        return None if ordinary and not named else POSSIBLE
    return POSSIBLE if len(phrase.core) == 1 and ordinary and not named else LIKELY


def _postcodes(folded: Folded, people: list[Identity]) -> Iterator[Hit]:
    sealed: dict[str, str] = {}
    for identity in people:
        for address in identity.addresses:
            for found in _POSTCODE.finditer(fold(address)):
                who = identity.pseudonym or "someone in the case"
                sealed[_plain(found["o"], found["i"])] = who
    instead = "leave it out"
    for found in _POSTCODE.finditer(folded.text):
        known = sealed.get(_plain(found["o"], found["i"]))
        if known:
            why = f"The postcode of {known}."
            yield Hit(Kind.POSTCODE, CERTAIN, *found.span(), why, instead, known)
        elif folded.shown(*found.span()).upper() == folded.shown(*found.span()):
            why = "A postcode: it tells a street or a house."
            yield Hit(Kind.POSTCODE, POSSIBLE, *found.span(), why, instead)
    for found in _PART_POSTCODE.finditer(folded.text):
        yield from _part_postcode(found, sealed, instead)


def _part_postcode(found: "re.Match[str]", sealed: dict[str, str], instead: str) -> Iterator[Hit]:
    district, sector = found[1], found[2]
    who = {who for code, who in sealed.items() if code[:-3] == district}
    exact = {who for code, who in sealed.items() if code[:-2] == f"{district}{sector or ''}"}
    if sector and exact:
        why = f"The postcode of {min(exact)}, but for its last letters."
        yield Hit(Kind.POSTCODE, LIKELY, *found.span(), why, instead, min(exact))
    elif who:
        why = f"The first half of the postcode of {min(who)}."
        yield Hit(Kind.POSTCODE, POSSIBLE, *found.span(1), why, instead, min(who))


def _plain(out: str, inside: str) -> str:
    """A postcode whose figures are figures, though an O or an I was written for one."""
    figures = str.maketrans("oil", "011")
    return out[0] + out[1:].translate(figures) + inside[0].translate(figures) + inside[1:]
