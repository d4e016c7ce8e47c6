"""Made-up reports with planted leaks: what the disclosure check is measured on.

The sentences are our own; names are drawn from small cuts of public lists (see names/), and every
person in them is made up by the seed.
"""

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from tests.support.leak_forms import EVERYDAY, FORMS, SHORT, Someone, plain
from tests.support.leak_prose import AROUND, PROSE
from uplift.engine.disclosure import Finding, Identity, Kind, check

_NAMES = Path(__file__).parent / "names"
_STREETS = (
    "Linden",
    "Quarry",
    "Harrow",
    "Foundry",
    "Osier",
    "Tannery",
    "Bramble",
    "Kestrel",
    "Weavers",
    "Saltings",
)
_TYPES = ("Road", "Street", "Avenue", "Lane", "Close", "Terrace", "Crescent", "Drive")
_TOWNS = ("Northmere", "Easterby", "Wexcombe", "Stallbridge")
_SCHOOLS = (
    "St Oswin's Primary School", "Hartfield Grange Academy", "Millbeck Infant School",
    "Saint Edda Catholic Primary School", "Thornley Vale High School", "Oakhanger Nursery",
)  # fmt: skip
_ETHNIC = ("Roma", "Pakistani", "Vietnamese", "Somali", "Irish Traveller", "Chinese")
_DISABLED = ("cystic fibrosis", "Down syndrome", "cerebral palsy", "epilepsy", "brittle bones")
_KEYS = "abcdefghjklmnoprstuwy"


class Leak(NamedTuple):
    """What was planted, where, and in what form."""

    form: str
    start: int
    end: int


class Report(NamedTuple):
    """A report and what was planted in it."""

    text: str
    identities: list[Identity]
    leaks: list[Leak]


class Score(NamedTuple):
    """What became of the planted leaks: `missed` ones, and `faint` ones that are found but hold
    nothing back; and of what was `told` for sure, by kind: `wrong` lies on no leak."""

    planted: dict[str, int]
    missed: list[tuple[str, str]]
    faint: list[str]
    told: Counter[Kind]
    wrong: list[Finding]

    @property
    def sure(self) -> int:
        return self.told.total()

    @property
    def recall(self) -> float:
        planted = sum(self.planted.values())
        return (planted - len(self.missed)) / planted

    @property
    def precision(self) -> float:
        return 1 - len(self.wrong) / self.sure


def read_names(name: str) -> list[str]:
    """One of the cuts."""
    lines = (_NAMES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def report(seed: int, leaks: int, people: int = 6) -> Report:
    """A report of plain prose about so many people, with that many leaks in it."""
    dice = random.Random(seed)
    those = [someone(dice, at) for at in range(people)]
    others = _others(dice, those)
    text, planted = "# Learning from a review\n\n", []
    names = list(FORMS)
    wanted = [names[(seed * leaks + at) % len(names)] for at in range(leaks)]
    dice.shuffle(wanted)
    while wanted:
        for _ in range(dice.randint(3, 6)):
            if wanted and dice.random() < 0.4:
                text, leak = _plant(text, wanted.pop(), dice, those)
                planted.append(leak)
            else:
                text += _plain(dice, others) + " "
        text = text.rstrip() + "\n\n"
    return Report(text, [identity(one) for one in those], planted)


def _plant(text: str, form: str, dice: random.Random, those: list[Someone]) -> tuple[str, Leak]:
    make: Callable[[random.Random, Someone], str] = FORMS[form].make
    words = next(filter(None, (make(dice, one) for one in dice.sample(those, len(those)))))
    before, after = dice.choice(AROUND[FORMS[form].around]).split("{x}")
    start = len(text) + len(before)
    return f"{text}{before}{words}{after} ", Leak(form, start, start + len(words))


def _plain(dice: random.Random, others: list[tuple[str, str]]) -> str:
    first, last = dice.choice(others)
    return dice.choice(PROSE).format(
        first=first, last=last, year=dice.randint(2009, 2023), count=dice.randint(5, 40),
        month=dice.choice(["January", "March", "May", "June", "October"]),
    )  # fmt: skip


def _others(dice: random.Random, those: list[Someone]) -> list[tuple[str, str]]:
    """Workers, who may be named in the text: none has a name of those whom it must not tell."""
    sealed = {word for one in those for name in one.names for word in name.casefold().split()}
    first, last = (
        [name for name in read_names(cut) if name.casefold() not in sealed]
        for cut in ("first", "last")
    )
    return [(dice.choice(first), dice.choice(last)) for _ in range(12)]


def someone(dice: random.Random, at: int) -> Someone:
    """A person made up by the dice; the first few have the kinds of name that need care."""
    first, last = read_names("first"), read_names("last")
    if at == 0:
        first = sorted(EVERYDAY)
    elif at == 1:
        first = sorted(set(SHORT) & set(first))
        last = [name for name in last if plain(name) != name]
    born = dt.date(2006, 1, 1) + dt.timedelta(days=dice.randrange(12 * 365))
    phone = f"07700 900{dice.randrange(1000):03}"
    given, surname = dice.choice(first), dice.choice(last)
    if at == 2:
        surname += "-" + dice.choice(last)
    kind = "Road" if at == 3 else dice.choice(_TYPES)
    return Someone(
        given, surname, dice.choice(first), born,
        f"{dice.randint(2, 199)}", f"{dice.choice(_STREETS)} {kind}",
        dice.choice(_TOWNS),
        f"N{dice.choice('MXZ')}{dice.randint(1, 9)} {dice.randint(1, 9)}"
        f"{dice.choice('ABDEFG')}{dice.choice('HJLN')}",
        dice.choice(_SCHOOLS), phone, _nhs(dice),
        f"{given[:1]}{dice.choice(_KEYS)}{dice.randint(10, 99)}@mail.example".lower(),
        f"{dice.choice('CSLR')}{dice.choice('KTX')}-{dice.randint(10000, 99999)}",
        dice.choice(_ETHNIC), dice.choice(_DISABLED),
    )  # fmt: skip


def _nhs(dice: random.Random) -> str:
    while True:
        digits = [dice.randint(1, 9) for _ in range(9)]
        total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True))
        last = (11 - total % 11) % 11
        if last < 10:
            plain = "".join(map(str, [*digits, last]))
            return f"{plain[:3]} {plain[3:6]} {plain[6:]}"


def identity(one: Someone) -> Identity:
    """As it is sealed."""
    record = {
        "name": f"{one.first} {one.last}",
        "other_names": one.alias,
        "date_of_birth": one.born.isoformat(),
        "address": f"{one.number} {one.street}, {one.town}, {one.postcode}",
        "school": one.school,
        "phone": one.phone,
        "email": one.email,
        "nhs_number": one.nhs,
        "case_number": one.case,
        "ethnicity": one.ethnicity,
        "disability": one.disability,
    }
    return Identity.of(record, "Child Heron")


def score(reports: Iterable[Report]) -> Score:
    """How many of the planted leaks are found, and how many sure findings are wrong."""
    result = Score(dict.fromkeys(FORMS, 0), [], [], Counter(), [])
    for one in reports:
        found = check(one.text, one.identities)
        for leak in one.leaks:
            result.planted[leak.form] += 1
            over = [finding for finding in found if _over(leak, finding)]
            if not over:
                result.missed.append((leak.form, one.text[leak.start - 30 : leak.end + 30]))
            elif not any(finding.certainty.holds_back for finding in over):
                result.faint.append(leak.form)
        for finding in found:
            if finding.certainty.holds_back:
                result.told[finding.kind] += 1
                if not any(_over(leak, finding) for leak in one.leaks):
                    result.wrong.append(finding)
    return result


def _over(leak: Leak, finding: Finding) -> bool:
    return finding.start < leak.end and leak.start < finding.end
