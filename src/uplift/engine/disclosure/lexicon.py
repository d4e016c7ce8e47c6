"""Words that are ordinary, names that stand for one another, and what gives a name away."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def listed(words: str) -> tuple[str, ...]:
    """A short list of words, written as a line of them."""
    return tuple(words.split())


MONTHS = listed(
    "january february march april may june july august september october november december"
)
TITLES = frozenset(
    listed(
        "mr mrs ms miss mx dr baby master little young sir named called aunt uncle auntie nan "
        "grandma grandad cousin brother sister mother mum father dad son daughter twin "
        "stepfather stepmother surname surnamed forename alias pc nurse"
    )
)
NAMING = frozenset(listed("named called surname surnamed forename alias"))
#: What people do, written after a name.
_DOES = frozenset(
    listed(
        "was is had has said says told did does went lived lives loved liked felt asked "
        "attended came cried died made knew saw thought wanted needed became began and himself "
        "herself"
    )
)
#: What stands before a month that is a month.
_CALENDAR = frozenset(
    listed("in since by until till of from early late mid during each every last")
)
#: What stands before a verb that could be a name: "who will", "it may".
PARTICLES = frozenset(
    listed("al bin da de del der di dos du el ibn la le of ten ter the van von y")
)
#: First parts that are written apart, together, or with an apostrophe or hyphen.
PREFIXES = PARTICLES | frozenset(listed("o mc mac d fitz st saint ben abu abd bint ap n"))
#: Letters that stand for something else than somebody's name.
ACRONYMS = frozenset(
    listed(
        "gp pc dc ds di sw hv mp it ae ed uk eu us cp la hr qa dv da sv sg ss it iq tv cv id er "
        "pe re nhs scr sar lscb sab mash cin chr icb ccg cps cqc cse cce fgm mca dols gdpr epr "
        "dna nai amhp camhs lado iro sudc sudi cdop dwp hmp mdt tac taf ehcp sen send pru nspcc "
        "rspca ncmd api bme ad bc am pm no ok or in on at to by we he me my so if is as an be "
        "do go up a i"
    )
)


def lines(name: str) -> Iterator[list[str]]:
    """The words on each line of one of the lists beside this module."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            yield line.split()


@cache
def words() -> frozenset[str]:
    """Ordinary words, in lower case."""
    return frozenset(word for line in lines("words.txt") for word in line)


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for full, *short in lines("nicknames.txt"):
        found.setdefault(full, set()).update(short)
        for one in short:
            found.setdefault(one, set()).add(full)
    return {name: frozenset(others) for name, others in found.items()}


def nicknames(name: str) -> frozenset[str]:
    """What somebody of that first name may be called instead."""
    return _nicknames().get(name, frozenset())


def first_names() -> frozenset[str]:
    """First names that many people have."""
    return frozenset(_nicknames())


def is_ordinary(word: str) -> bool:
    """Whether the word is one that a text may well hold without meaning anybody."""
    return word in words()


def reads_as_name(word: str, before: str, after: str, *, opens: bool) -> bool:
    """Whether an ordinary word with a capital reads as a name between these words."""
    if before in TITLES:
        return True
    if word in MONTHS and (before in _CALENDAR or re.search(r"\d", before + after)):
        return False
    return not opens or after in _DOES or after == "'s"
