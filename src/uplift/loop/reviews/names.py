"""Real names out of agencies' texts, made-up ones in; and back again for whoever may.

A text is kept with marks: `{Child Heron}` for a person, `{family of Child Heron}` for a surname
that stands alone. Pages that name nobody show the words between the braces.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from uplift.loop.cases.models import Case, Person

_MARK = re.compile(r"\{([^{}\n]{1,100})\}")
_SEVERAL = re.compile(r"[,;/\n]| and | or ")
_SHORTEST = 2  # letters of a name


def plain(text: str) -> str:
    """The text as everyone reads it: with made-up names and no braces."""
    return _MARK.sub(r"\1", text)


class Names:
    """Who is called what in one case. Real names stay in here but for `shown`."""

    def __init__(self, people: Iterable[tuple[str, Mapping[str, str]]]) -> None:
        """`people` are pairs of a pseudonym and what is sealed of that person."""
        self._marks: dict[str, str] = {}
        self._real: dict[str, str] = {}
        known = [(pseudonym, _full_names(sealed)) for pseudonym, sealed in people]
        first = Counter(name.split()[0].casefold() for _, names in known for name in names[:1])
        for pseudonym, names in known:
            self._learn(pseudonym, names, first)
        alternatives = sorted(self._marks, key=len, reverse=True)
        pattern = "|".join(map(_loosely, alternatives))
        self._pattern = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.I) if pattern else None

    def _learn(self, pseudonym: str, names: list[str], first: Counter[str]) -> None:
        mark = f"{{{pseudonym}}}"
        self._marks[pseudonym.casefold()] = mark
        self._real[mark] = names[0] if names else pseudonym
        for name in names:
            parts = name.split()
            for form in _forms(parts):
                self._marks.setdefault(form.casefold(), mark)
            if len(parts) > 1:
                family = f"{{family of {pseudonym}}}"
                if self._marks.setdefault(parts[-1].casefold(), family) == family:
                    self._real.setdefault(family, parts[-1])
            if first[parts[0].casefold()] < 2:
                self._marks.setdefault(parts[0].casefold(), mark)

    def hidden(self, text: str) -> tuple[str, int]:
        """The text with marks in the place of names, and how many real names there were."""
        count = 0

        def mark(found: re.Match[str]) -> str:
            nonlocal count
            said = found[0]
            if said[0].islower() and " " not in said:  # hope and will are words too
                return said
            put = self._marks[" ".join(said.replace("\u2019", "'").casefold().split())]
            count += put[1:-1].casefold() != said.casefold()
            return put

        return (self._pattern.sub(mark, plain(text)), count) if self._pattern else (text, 0)

    def shown(self, text: str) -> str:
        """The text with the real names; only for who may see them, and has said why."""
        return _MARK.sub(lambda found: self._real.get(found[0], found[1]), text)


def names_of(case: Case) -> Names:
    """The names of the case's people, for taking them out of texts: shown to nobody."""
    return Names((p.pseudonym, p.sealed) for p in Person.objects.filter(case=case))


def _full_names(sealed: Mapping[str, str]) -> list[str]:
    said = [sealed.get("name", ""), *_SEVERAL.split(sealed.get("other_names", ""))]
    tidy = (" ".join(name.replace("\u2019", "'").split()) for name in said)
    return [name for name in tidy if len(name) >= _SHORTEST]


def _forms(parts: list[str]) -> Iterator[str]:
    """How a full name is written: whole, without middle names, surname first, with an initial."""
    yield " ".join(parts)
    if len(parts) > 1:
        first, last = parts[0], parts[-1]
        yield f"{first} {last}"
        yield f"{last}, {first}"
        yield f"{last} {first}"
        yield f"{first[0]} {last}"
        yield f"{first[0]}. {last}"


def _loosely(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"\s+").replace("'", "['\u2019]")
