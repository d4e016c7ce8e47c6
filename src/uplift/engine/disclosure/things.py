"""What the check is given and what it gives back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What was found."""

    NAME = "name"
    BIRTH = "birth"
    ADDRESS = "address"
    POSTCODE = "postcode"
    PLACE = "place"
    CONTACT = "contact"
    NUMBER = "number"
    TRAITS = "traits"
    DATE = "date"
    DETAIL = "detail"


class Certainty(StrEnum):
    """How sure it is that somebody could be told by it. The first two hold a text back."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def rank(self) -> int:
        """0 is the surest."""
        return list(Certainty).index(self)

    @property
    def holds_back(self) -> bool:
        """Whether it must be answered before the text goes out."""
        return self is not Certainty.POSSIBLE

    @property
    def less(self) -> "Certainty":
        """One step less sure."""
        return list(Certainty)[min(self.rank + 1, 2)]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document: `place` names it as a reader would (“Report”, “Comments”)."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is, and `pseudonym`, by which readers know them.

    A date is as exact as is known: 2014, 2014-03 or 2014-03-14.
    """

    pseudonym: str = ""
    names: tuple[str, ...] = ()
    births: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()  # telephone numbers and e-mail addresses
    numbers: tuple[str, ...] = ()  # NHS, case and other reference numbers
    traits: tuple[str, ...] = ()  # ethnicity, disability, a small area
    family: tuple[str, ...] = ()  # free text about relatives: its capitalised words are names

    @classmethod
    def of(cls, record: Mapping[str, str | Iterable[str]], pseudonym: str = "") -> "Identity":
        """The identity in a record by what its keys speak of: `date_of_birth`, `other_names` …"""
        found: dict[str, list[str]] = {}
        for key, value in record.items():
            if key == "pseudonym" or not value:
                continue
            kind = _kind(key)
            if kind:
                values = [value] if isinstance(value, str) else [str(one) for one in value]
                found.setdefault(kind, []).extend(_apart(kind, values))
        known = {kind: tuple(values) for kind, values in found.items()}
        return cls(pseudonym=pseudonym or str(record.get("pseudonym") or ""), **known)

    @staticmethod
    def knows(key: str) -> bool:
        """Whether a record's key says something that can be looked for."""
        return key in ("pseudonym", "gender") or bool(_kind(key))


#: What a key of a record speaks of; the first that fits counts.
_KEYS = (
    (r"birth|born|dob", "births"),
    (r"family|relatives", "family"),
    (r"school|nursery|college|place|hospital|surgery|club|work", "places"),
    (r"address|postcode|street|home", "addresses"),
    (r"phone|mobile|e_?mail|contact", "contacts"),
    (r"number|nhs|reference|unique|code", "numbers"),
    (r"date|died|death", "dates"),
    (r"ethnic|disab|religion|language|nationality|area|condition", "traits"),
    (r"name|alias|known", "names"),
)


def _kind(key: str) -> str:
    return next((kind for pattern, kind in _KEYS if re.search(pattern, key)), "")


_SPLIT = {
    "names": r"[,;/\n()]|\b(?:also|formerly|known as|aka|née|nee)\b",
    "places": r"[;\n]",
    "contacts": r"[,;\n]",
    "numbers": r"[,;\n]",
    "traits": r"[,;\n]",
}


def _apart(kind: str, values: list[str]) -> list[str]:
    pattern = _SPLIT.get(kind)
    parts = [
        part for value in values for part in (re.split(pattern, value) if pattern else [value])
    ]
    return [part.strip() for part in parts if part and part.strip()]


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of the text by which somebody could be told.

    `why` says so without giving away more than the words do; `suggestion` is what could stand in
    their place. `line` and `column` count from 1, `start` and `end` from 0 within the part.
    """

    kind: Kind
    certainty: Certainty
    words: str
    why: str
    suggestion: str
    person: str = ""
    place: str = ""
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A find in folded text, before it is placed: `start` and `end` count folded characters."""

    kind: Kind
    certainty: Certainty
    start: int
    end: int
    why: str
    suggestion: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """Those whom the text must not tell, and words that are known to be nobody's name."""

    identities: tuple[Identity, ...]
    known: frozenset[str] = field(default_factory=frozenset)
