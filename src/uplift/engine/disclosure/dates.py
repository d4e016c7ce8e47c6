"""Days, months and years as people write them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from uplift.engine.disclosure.lexicon import MONTHS, listed

_ONES = listed("first second third fourth fifth sixth seventh eighth ninth")
_TEENS = listed(
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth"
)
_DAYS = {word: at for at, word in enumerate([*_ONES, *_TEENS], 1)}
_DAYS |= {f"twenty {word}": 20 + at for at, word in enumerate(_ONES, 1)}
_DAYS |= {"thirtieth": 30, "thirty first": 31}
_COUNT = listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
NUMBERS = {word: at for at, word in enumerate(_COUNT, 1)}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}

_DAY_WORD = "|".join(sorted((word.replace(" ", "[ -]") for word in _DAYS), key=len, reverse=True))
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS) + "|sept"
_SMALL = "|".join([*sorted(_COUNT, key=len, reverse=True), *_TENS])
_YEAR_WORDS = (
    rf"(?:two thousand(?: and)?|twenty)(?: (?:(?:twenty|thirty|forty)[ -])?(?:{_SMALL}|oh \w+))"
)
_YEAR = rf"(?P<y>(?:19|20)\d\d|'\d\d|{_YEAR_WORDS})"
_SHORT_YEAR = rf"(?P<y>(?:19|20)\d\d|'?\d\d|{_YEAR_WORDS})"
_GAP = r"[\s,./\-]{0,3}"
_ORDINAL = rf"(?:(?P<d>\d{{1,2}})(?: ?(?:st|nd|rd|th))?|(?P<w>{_DAY_WORD}))"
_NAMED = rf"(?P<n>{_MONTH})"

_FORMS = tuple(
    re.compile(rf"(?<![\w/]){form}(?!\w)")
    for form in (
        rf"{_ORDINAL}{_GAP}(?:day )?(?:of )?(?:the month of )?{_NAMED}\b\.?"
        rf"(?:{_GAP}(?:in )?(?:the year )?{_SHORT_YEAR}(?![/.\-]?\d))?",
        rf"{_NAMED}\b\.?{_GAP}(?:the )?{_ORDINAL}(?!\d)(?:{_GAP}(?:in )?{_SHORT_YEAR})?",
        r"(?P<d>\d{1,2}) ?(?P<s>[/.\-]) ?(?P<m>\d{1,2}) ?(?P=s) ?(?P<y>(?:19|20)\d\d|\d\d)",
        r"(?P<d>\d{1,2}) (?P<m>\d{1,2}) (?P<y>(?:19|20)\d\d)",
        r"(?P<y>(?:19|20)\d\d)(?P<s>[/.\-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})",
        r"(?P<d>\d\d)(?P<m>\d\d)(?P<y>(?:19|20)\d\d)",
        r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)",
        r"(?P<d>\d\d)(?P<m>\d\d)(?P<y>\d\d)",
        rf"{_NAMED}\b\.?,? ?(?:of |in )?{_YEAR}",
        r"(?P<m>0?[1-9]|1[0-2])[/.\-](?P<y>(?:19|20)\d\d)",
        r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![/\d])",
        r"(?P<y>(?:19|20)\d\d)",
    )
)


class Mention(NamedTuple):
    """A date in the text, as far as it says: what isn't said is None."""

    day: int | None
    month: int | None
    year: int | None
    start: int
    end: int
    numeric: bool = False  # day and month may stand the other way round
    loose: bool = False  # it may well be another number


def mentions(text: str) -> Iterator[Mention]:
    """Every date in a folded text; each place is read once, by the form that says most."""
    covered = bytearray(len(text))
    for form in _FORMS:
        for found in form.finditer(text):
            start, end = found.span()
            if any(covered[start:end]):
                continue
            mention = _mention(found)
            if mention:
                covered[start:end] = b"\x01" * (end - start)
                yield mention


def _mention(found: "re.Match[str]") -> Mention | None:
    said = found.groupdict()
    day = int(said["d"]) if said.get("d") else _DAYS.get((said.get("w") or "").replace("-", " "))
    if said.get("n"):
        month: int | None = [name[:3] for name in MONTHS].index(said["n"][:3]) + 1
    else:
        month = int(said["m"]) if said.get("m") else None
    year = _year(said.get("y"))
    if (day or 1) > 31 or not 1 <= (month or 1) <= 31 or day == 0:
        return None
    if (month or 1) > 12:
        if (day or 13) > 12:
            return None
        day, month = month, day
    if said.get("w") and year is None and " of " not in found[0]:
        return None  # "the first may …"
    numeric = not said.get("n")
    loose = numeric and (None in (day, month, year) or (found[0].isdigit() and len(found[0]) == 6))
    return Mention(day, month, year, *found.span(), numeric=numeric, loose=loose)


def _year(said: str | None) -> int | None:
    """A year of two digits stays one: nobody knows the century."""
    if not said:
        return None
    digits = said.strip("'")
    if digits.isdigit():
        return int(digits)
    words = re.split(r"[ -]", digits.removeprefix("two thousand").removeprefix("twenty"))
    return 2000 + sum(NUMBERS.get(word, 0) + _TENS.get(word, 0) for word in words)
