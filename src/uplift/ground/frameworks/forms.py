"""Choosing what to compare."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from uplift.engine.spec.compare import Chapter
from uplift.ground.frameworks.models import Adoption, Edition
from uplift.ground.ui.forms import Form

#: What of two frameworks is compared: in the address, in words, and the chapters it shows.
VIEWS: dict[str, tuple[str, tuple[Chapter, ...]]] = {
    "everything": ("Everything", tuple(Chapter)),
    "types": ("Types of review and their steps", (Chapter.TYPES, Chapter.STEPS, Chapter.CLOCKS)),
    "criteria": ("Criteria", (Chapter.CRITERIA,)),
    "clocks": ("Clocks", (Chapter.CLOCKS,)),
    "roles": ("Roles", (Chapter.ROLES, Chapter.BODIES)),
}
Choice = tuple[str, str]


class CompareForm(Form):
    """Two editions, and what of them is compared."""

    here = forms.ChoiceField(label="This framework")
    there = forms.ChoiceField(label="And this one")
    only = forms.ChoiceField(
        label="What to compare", choices=[(key, words) for key, (words, _) in VIEWS.items()]
    )

    def __init__(self, *args: Any, choices: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("here", "there"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field


def key(edition: Edition) -> str:
    """An edition in an address."""
    return f"{edition.pack_key}/{edition.number}"


def choices(
    adoptions: Sequence[Adoption], editions: Iterable[Edition], today: dt.date
) -> list[Choice]:
    """What may be compared: what the board works by, worked by or will work by, then all others."""
    in_force = next((one for one in adoptions if one.starts <= today), None)
    own: dict[str, str] = {}
    for adoption in adoptions:
        ours = "ours today" if adoption == in_force else "ours before"
        when = f"ours from {adoption.starts:%-d %B %Y}" if adoption.starts > today else ours
        own.setdefault(key(adoption.edition), f"{adoption.edition} ({when})")
    return [*own.items(), *((key(one), str(one)) for one in editions if key(one) not in own)]


def usual(adoptions: Sequence[Adoption], today: dt.date) -> dict[str, str]:
    """What is compared unless something else is chosen: the board's edition before with the one in
    force, or the one in force with the next; one alone where the board has had no other."""
    begun = [key(one.edition) for one in adoptions if one.starts <= today]
    later = [key(one.edition) for one in adoptions if one.starts > today]
    before = next((one for one in begun if one != begun[0]), "")
    if before:
        return {"here": before, "there": begun[0], "only": "everything"}
    return {"here": begun[0] if begun else "", "there": later[-1] if later else ""}
