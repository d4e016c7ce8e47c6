"""Every form in which somebody's identity leaks into a report."""

import datetime as dt
import random
import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple


class Someone(NamedTuple):
    """A made-up person."""

    first: str
    last: str
    alias: str
    born: dt.date
    number: str
    street: str
    town: str
    postcode: str
    school: str
    phone: str
    nhs: str
    email: str
    case: str
    ethnicity: str
    disability: str

    @property
    def names(self) -> tuple[str, ...]:
        return self.first, self.last, self.alias


class Form(NamedTuple):
    """How the words are made, which sentences they fit into, and what kind of leak they are."""

    around: str
    kind: str
    make: Callable[[random.Random, Someone], str]


SHORT = {
    "William": "Billy", "Elizabeth": "Lizzie", "Thomas": "Tommy", "Daniel": "Danny",
    "Joshua": "Josh", "Katherine": "Kate", "Michael": "Mikey", "Matthew": "Matty",
    "Benjamin": "Benji", "Samuel": "Sammy", "Christopher": "Kit", "Jessica": "Jess",
    "Charlotte": "Lottie", "Mohammed": "Mo", "Muhammad": "Mohammed", "Joseph": "Joey",
    "Rebecca": "Becky", "Nicholas": "Nicky", "Alexander": "Sandy", "Eleanor": "Nell",
    "Isabella": "Izzy", "Edward": "Teddy", "James": "Jimmy", "Robert": "Bobby",
}  # fmt: skip
EVERYDAY = frozenset({
    "Grace", "Hope", "Will", "Mark", "May", "Prince", "Faith", "Joy", "Rose", "Lily", "Daisy",
    "Summer", "Chase", "River", "Angel", "Poppy",
})  # fmt: skip
_LOOKS = str.maketrans(
    "aeopcxAEOPCX",
    "".join(
        map(
            chr,
            (0x430, 0x435, 0x43E, 0x440, 0x441, 0x445, 0x410, 0x415, 0x41E, 0x420, 0x421, 0x425),
        )
    ),
)
_DIGITS = str.maketrans("olesOLES", "01350135")


def _longest(one: Someone, least: int = 4) -> str:
    words = [word for name in one.names for word in re.split(r"[-' ]", name)]
    return max((word for word in words if len(word) >= least), key=len, default="")


def _swapped(dice: random.Random, one: Someone) -> str:
    word = _longest(one)
    at = next((i for i in range(1, len(word) - 1) if word[i] != word[i + 1]), 0)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :] if at else ""


def _doubled(dice: random.Random, one: Someone) -> str:
    word = _longest(one)
    at = dice.randrange(1, len(word)) if word else 0
    return word[:at] + word[at] + word[at:] if word else ""


def _dropped(dice: random.Random, one: Someone) -> str:
    word = _longest(one, 5)
    at = dice.randrange(1, len(word)) if word else 0
    return word[:at] + word[at + 1 :]


def _wrong(dice: random.Random, one: Someone) -> str:
    word = _longest(one, 5)
    at = dice.randrange(1, len(word)) if word else 0
    other = dice.choice([letter for letter in "aeiouy" if letter != word[at]]) if word else ""
    return word[:at] + other + word[at + 1 :]


def plain(name: str) -> str:
    """The name without its accents."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _bare(dice: random.Random, one: Someone) -> str:
    bare = plain(one.last)
    return bare if bare != one.last else ""


def _apart(dice: random.Random, one: Someone) -> str:
    if not re.search("[-']", one.last):
        return ""
    return re.sub("[-']", dice.choice([" ", "", "’" if "'" in one.last else "–"]), one.last)


def _over_lines(dice: random.Random, one: Someone) -> str:
    word = _longest(one, 6)
    return f"{word[:3]}-\n{word[3:]}" if word else ""


def _hidden(dice: random.Random, one: Someone) -> str:
    return f"{one.first[:2]}{dice.choice(chr(8203) + chr(173) + chr(8288))}{one.first[2:]}"


def _digit(dice: random.Random, one: Someone) -> str:
    word = _longest(one, 5)
    return word[:1] + word[1:].translate(_DIGITS)


def _everyday(dice: random.Random, one: Someone) -> str:
    return one.first if one.first in EVERYDAY else ""


def _ordinal(day: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day if day < 20 else day % 10, "th")
    return f"{day}{ending}"


def _date(pattern: str) -> Callable[[random.Random, Someone], str]:
    """A date of birth; `#` is the day with its ending."""

    def make(dice: random.Random, one: Someone) -> str:
        return one.born.strftime(pattern).replace("#", _ordinal(one.born.day))

    return make


def _age_on(dice: random.Random, one: Someone) -> str:
    on = one.born + dt.timedelta(days=dice.randint(800, 4000))
    years = on.year - one.born.year - ((on.month, on.day) < (one.born.month, one.born.day))
    return f"was {years} on {on.day} {on:%B %Y}"


def _form(around: str, kind: str, make: Callable[[Someone], str]) -> Form:
    return Form(around, kind, lambda dice, one: make(one))


FORMS: dict[str, Form] = {
    "full name": _form("name", "name", lambda one: f"{one.first} {one.last}"),
    "surname first": _form("name", "name", lambda one: f"{one.last}, {one.first}"),
    "first name": _form("name", "name", lambda one: one.first),
    "surname": _form("name", "name", lambda one: one.last),
    "title and surname": _form("name", "name", lambda one: f"Ms {one.last}"),
    "alias": _form("name", "name", lambda one: one.alias),
    "short name": _form(
        "name", "name", lambda one: SHORT.get(one.first) or SHORT.get(one.alias, "")
    ),
    "possessive": _form("noun", "name", lambda one: f"{one.first}'s"),
    "capitals": _form("name", "name", lambda one: f"{one.first} {one.last}".upper()),
    "small letters": _form("name", "name", lambda one: f"{one.first} {one.last}".lower()),
    "letters swapped": Form("name", "misspelt name", _swapped),
    "letter doubled": Form("name", "misspelt name", _doubled),
    "letter dropped": Form("name", "misspelt name", _dropped),
    "wrong letter": Form("name", "misspelt name", _wrong),
    "accents left out": Form("name", "name", _bare),
    "hyphen or apostrophe": Form("name", "name", _apart),
    "split over lines": Form("name", "disguised name", _over_lines),
    "hidden character": Form("name", "disguised name", _hidden),
    "look-alike letters": _form(
        "name", "disguised name", lambda one: _longest(one).translate(_LOOKS)
    ),
    "digits for letters": Form("name", "disguised name", _digit),
    "everyday word": Form("name", "everyday name", _everyday),
    "initials": _form("name", "initials", lambda one: f"{one.first[0]}.{one.last[0]}."),
    "initials without points": _form(
        "name", "initials", lambda one: f"{one.first[0]}{one.last[0]}".upper()
    ),
    "initial and surname": _form("name", "name", lambda one: f"{one.first[0]}. {one.last}"),
    "run together": _form(
        "thing", "disguised name", lambda one: f"#justicefor{one.first}{one.last}"
    ),
    "user name": _form(
        "thing", "disguised name", lambda one: f"{one.first}{one.last}{one.number}".lower()
    ),
    "born 14 March 2014": Form("born", "date of birth", _date("%-d %B %Y")),
    "born 14th of March 2014": Form("born", "date of birth", _date("# of %B %Y")),
    "born March 14, 2014": Form("born", "date of birth", _date("%B %-d, %Y")),
    "born 14/03/2014": Form("born", "date of birth", _date("%d/%m/%Y")),
    "born 14.3.14": Form("born", "date of birth", _date("%-d.%-m.%y")),
    "born 2014-03-14": Form("born", "date of birth", _date("%Y-%m-%d")),
    "born 14-Mar-14": Form("born", "date of birth", _date("%d-%b-%y")),
    "born 14032014": Form("born", "date of birth", _date("%d%m%Y")),
    "born on 14 March": Form("born", "date of birth", _date("%-d %B")),
    "born in March 2014": Form("born_in", "date of birth", _date("%B %Y")),
    "age on a date": Form("clause", "date of birth", _age_on),
    "house and street": _form("place", "address", lambda one: f"{one.number} {one.street}"),
    "street": _form("place", "address", lambda one: one.street),
    "street and town": _form("place", "address", lambda one: f"{one.street}, {one.town}"),
    "street misspelt": _form("place", "address", lambda one: one.street.replace("e", "", 1)),
    "street shortened": _form(
        "place",
        "address",
        lambda one: one.street.replace("Road", "Rd.") if one.street.endswith("Road") else "",
    ),
    "postcode": _form("place", "postcode", lambda one: one.postcode),
    "postcode without space": _form("place", "postcode", lambda one: one.postcode.replace(" ", "")),
    "postcode in small letters": _form("place", "postcode", lambda one: one.postcode.lower()),
    "half a postcode": _form("place", "postcode", lambda one: one.postcode.split()[0]),
    "school": _form("place", "school", lambda one: one.school),
    "school, short": _form("place", "school", lambda one: " ".join(one.school.split()[:2])),
    "school misspelt": _form(
        "place", "school", lambda one: one.school.replace("'", "").replace("ll", "l")
    ),
    "telephone": _form("thing", "telephone, e-mail", lambda one: one.phone),
    "telephone from abroad": _form(
        "thing", "telephone, e-mail", lambda one: "+44 " + one.phone[1:].replace(" ", "")
    ),
    "e-mail": _form("thing", "telephone, e-mail", lambda one: one.email),
    "e-mail spelt out": _form(
        "thing",
        "telephone, e-mail",
        lambda one: one.email.replace("@", " at ").replace(".", " dot "),
    ),
    "NHS number": _form("thing", "number", lambda one: one.nhs),
    "NHS number, no spaces": _form("thing", "number", lambda one: one.nhs.replace(" ", "")),
    "case number": _form("thing", "number", lambda one: one.case),
    "case number, other marks": _form(
        "thing", "number", lambda one: one.case.replace("-", "/").lower()
    ),
    "rare combination": _form(
        "clause", "telling detail", lambda one: f"was {one.ethnicity} and had {one.disability}"
    ),
    "twins": _form("clause", "telling detail", lambda one: "was one of twins"),
    "only child": _form(
        "clause", "telling detail", lambda one: "was the only child in the school who signed"
    ),
    "youngest of many": _form(
        "clause", "telling detail", lambda one: "was the youngest of six children"
    ),
    "age to the month": _form(
        "clause", "telling detail", lambda one: "was 3 years and 2 months old"
    ),
    "age": _form("clause", "telling detail", lambda one: "was aged 3 by then"),
    "exact date": _form("clause", "telling detail", lambda one: "was seen on 9 November 2017"),
}
