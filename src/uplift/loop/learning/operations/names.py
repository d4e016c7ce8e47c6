"""Keeping names in their case when a text leaves it."""

from collections.abc import Iterable, Iterator

from uplift.engine.disclosure import Identity, Kind, check
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case, Person

#: What tells who somebody is in a text that stays among professionals: a date or a count doesn't.
_TELLS = (Kind.NAME, Kind.BIRTH, Kind.ADDRESS, Kind.POSTCODE, Kind.PLACE, Kind.CONTACT, Kind.NUMBER)
_WHAT = {
    Kind.NAME: "the name of someone in the case",
    Kind.BIRTH: "the date of birth of someone in the case",
}


class NameFound(Refusal):
    """The text seems to name someone of the case."""


class CaseNamed(Refusal):
    """The text says by what name the case is known."""


def refuse_names(texts: Iterable[str], cases: Iterable[Case], *, checked: bool) -> None:
    """Refuse a text for people who don't see the cases when it tells who one of them is about.

    Pseudonyms and references are refused in any event. What is certainly or likely sealed about
    someone is refused until someone has looked at it (`checked`): it may mean nobody here.
    """
    text = "\n".join(texts)
    for case in cases:
        for found in check(text, [_known_by(case)]):
            if found.kind is Kind.NUMBER and found.person:
                said = f"The text says “{found.words}”, by which a case is known. Take it out."
                raise CaseNamed(said)
        if not checked:
            _refuse_sealed(text, case)


def _known_by(case: Case) -> Identity:
    """What stands for the case, found however it is written."""
    pseudonyms = case.people.values_list("pseudonym", flat=True)
    return Identity("the case", numbers=(case.reference, case.pseudonym, *pseudonyms))


def _refuse_sealed(text: str, case: Case) -> None:
    for found in check(text, _sealed(case)):
        if found.kind in _TELLS and found.person and found.certainty.holds_back:
            what = _WHAT.get(found.kind, "sealed about someone in the case")
            raise NameFound(f"A word in the text is also {what}.")


def _sealed(case: Case) -> Iterator[Identity]:
    """Who is in the case, for comparing only: it never leaves this module."""
    for person in Person.objects.filter(case=case):
        yield Identity.of(person.sealed, person.pseudonym)
