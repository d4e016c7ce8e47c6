"""A workbook as the pages read it: its parts by place, their names, and where each is edited."""

import zlib
from functools import cached_property, lru_cache
from typing import Any

from django.urls import reverse

from uplift.engine import drafting
from uplift.engine.drafting import Examined, conditions
from uplift.engine.drafting.edits import Place, Raw
from uplift.engine.drafting.scopes import Scope, name_of, names_of, scope_of
from uplift.engine.spec import FEATURES
from uplift.engine.spec.honours import in_words
from uplift.ground.frameworks.editor.layout import (
    ABOUT,
    TITLES,
    is_element,
    key_of,
    page_of,
    pages_of,
)
from uplift.ground.frameworks.models import Workbook


@lru_cache(maxsize=16)
def _examined(pk: int, content: str) -> Examined:
    return drafting.examine(Workbook(content=content).raw)


def mark_of(value: Any) -> int:
    """A number by which a form knows the value that the person saw: another value, another one."""
    return zlib.crc32(repr(value).encode())


class Book:
    """One workbook, read once a request."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.raw: Raw = workbook.raw

    @property
    def examined(self) -> Examined:
        """The framework as a pack if it fits, and what is still wrong with it."""
        return _examined(self.workbook.pk, self.workbook.content)

    @cached_property
    def elements(self) -> dict[str, str]:
        """What may keep a clause, in words: parts of the framework, once they fit, and features."""
        pack = self.examined.pack
        features = {f"feature:{name}": says for name, says in FEATURES.items()}
        own = in_words(pack) if pack else {}
        return {name: says for name, says in own.items() if name not in features} | features

    @cached_property
    def open(self) -> bool:
        """Whether it can still be changed: it hasn't been adopted."""
        return self.workbook.edition_id is None

    def get(self, place: Place) -> Any:
        """What stands there, or None."""
        try:
            return drafting.get(self.raw, place)
        except (KeyError, TypeError):
            return None

    def names(self, collection: Place) -> dict[str, str]:
        """The elements of a collection by id, each by its name."""
        return self.names_in(self.raw, collection)

    @staticmethod
    def names_in(raw: Raw, collection: Place) -> dict[str, str]:
        """The elements of a collection of this framework by id, each by its name."""
        try:
            found = drafting.get(raw, collection)
        except KeyError:
            return {}
        if isinstance(found, list):
            found = {part["id"]: part for part in found}
        return names_of(found)

    def scope(self, place: Place) -> Scope:
        """What a condition or a clock at that place may speak of."""
        return scope_of(self.raw, place)

    def url(self, page: str, place: Place = (), **more: str) -> str:
        """The address of a page of this workbook."""
        at = {"place": "/".join(place)} if place else {}
        workbook = self.workbook
        names = {"board": workbook.board.slug, "draft": workbook.pk, **at, **more}
        return reverse(f"frameworks:edit_{page}", kwargs=names)

    def title(self, place: Place) -> str:
        """What people know a part by: the name of an element, or the words for it."""
        if place[:1] == ("clauses",) and len(place) == 2:
            return f"Clause {place[1]}"
        if place and is_element(place):
            return name_of(self.get(place), place[-1])
        return TITLES.get(key_of(place), "") if place else self.workbook.name

    def says(self, place: Place) -> str:
        """The condition at that place in words."""
        scope = self.scope(place)
        return conditions.say(conditions.read(self.get(place), rule=scope.rule), scope)

    def mended_at(self, place: Place) -> str:
        """The page where what stands at that place is edited."""
        at = ((ABOUT,), *pages_of(place))[-1]
        return self.url(page_of(at), at)

    def where(self, place: Place) -> str:
        """Where something stands, in words: “Case Review, Panel, When does it open?”."""
        named = [self.title(at) for at in pages_of(place) if page_of(at) != "parts"]
        return ", ".join(named) or (self.title(place[:1]) if place[:1] else "") or TITLES[ABOUT]

    def above(self, place: Place) -> list[tuple[str, str]]:
        """The pages above that place, each with its title, outermost first."""
        return [
            ("The whole framework", self.url("overview")),
            *((self.title(at), self.url(page_of(at), at)) for at in pages_of(place[:-1])),
        ]
