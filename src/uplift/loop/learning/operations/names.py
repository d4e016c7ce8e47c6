"""Keeping names in their case when a text leaves it."""

import re
from collections.abc import Iterable, Iterator

from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case, Person

_CAPITALISED = re.compile(r"\b[A-Z][\w'-]{2,}")


class NameFound(Refusal):
    """The text seems to name someone of the case."""


class CaseNamed(Refusal):
    """The text says by what name the case is known."""


def refuse_names(texts: Iterable[str], cases: Iterable[Case], *, checked: bool) -> None:
    """Refuse a text for people who don't see the cases when it names one of them.

    Pseudonyms and references are refused in any event. A capitalised word that is also a sealed
    name is refused until someone has looked at it (`checked`): it may name nobody here.
    """
    text = "\n".join(texts)
    for case in cases:
        for known in _known_by(case):
            if known and known.casefold() in text.casefold():
                raise CaseNamed(f"The text says “{known}”, by which a case is known. Take it out.")
        words = {word.casefold() for word in _CAPITALISED.findall(text)}
        if not checked and words & set(_sealed_names(case)):
            raise NameFound("A word in the text is also the name of someone in the case.")


def _known_by(case: Case) -> tuple[str, ...]:
    pseudonyms = case.people.values_list("pseudonym", flat=True)
    return (case.reference, case.pseudonym, *pseudonyms)


def _sealed_names(case: Case) -> Iterator[str]:
    """The parts of every sealed name, for comparing only: they never leave this module."""
    for person in Person.objects.filter(case=case):
        for key, value in person.sealed.items():
            if "name" in key:
                yield from str(value).casefold().split()
