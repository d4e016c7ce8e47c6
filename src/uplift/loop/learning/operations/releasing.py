"""Releasing a finding from its case to the board's readers."""

import datetime as dt
import re
from collections.abc import Iterator

from django.db import transaction

from uplift.ground.drafts.versions import claim
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case, Person
from uplift.loop.learning.models import Finding
from uplift.loop.learning.operations.findings import FindingRefused, tell

_CAPITALISED = re.compile(r"\b[A-Z][\w'-]{2,}")


class NameFound(Refusal):
    """The text seems to name someone of the case."""


@transaction.atomic
def release_finding(
    *,
    finding: Finding,
    version: int,
    by: User,
    now: dt.datetime,
    names_checked: bool = False,
) -> Finding:
    """Let the board's readers see the finding without the case, from today on.

    `names_checked`: someone has looked at a word that is also a name sealed in the case, and says
    that it names nobody here.
    """
    if finding.released_on:
        raise FindingRefused("This finding is released already.")
    if finding.case and not names_checked:
        _refuse_names(finding, finding.case)
    claim(finding, version, released_on=now.date())
    tell(finding, "learning.finding_released", by, now, names_checked=names_checked)
    return finding


def _refuse_names(finding: Finding, case: Case) -> None:
    text = "\n".join(_texts(finding))
    known_by = (case.reference, case.pseudonym, *case.people.values_list("pseudonym", flat=True))
    for name in known_by:
        if name and name.casefold() in text.casefold():
            raise FindingRefused(
                f"The text says “{name}”, by which the case is known. Take it out."
            )
    words = {word.casefold() for word in _CAPITALISED.findall(text)}
    if words & set(_sealed_names(case)):
        raise NameFound("A word in the text is also the name of someone in this case.")


def _texts(finding: Finding) -> Iterator[str]:
    yield from (finding.title, finding.detail, finding.why, finding.evidence)
    for voice in finding.voices.all():
        yield from (voice.says, voice.source)


def _sealed_names(case: Case) -> Iterator[str]:
    """The parts of every sealed name, for comparing only: they never leave this module."""
    for person in Person.objects.filter(case=case):
        for key, value in person.sealed.items():
            if "name" in key:
                yield from str(value).casefold().split()
