"""By which figure a clause is judged: one of the closed list, and of what."""

from collections.abc import Iterator
from typing import Any, get_args

from django import forms

from uplift.engine.drafting.edits import Raw
from uplift.engine.drafting.scopes import name_of
from uplift.engine.spec.base import Frozen
from uplift.engine.spec.measures import Measure, Thing
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.frameworks.editor.book import Book
from uplift.ground.ui import fields
from uplift.ground.ui.filters.text import capital
from uplift.ground.ui.forms import Form, speak_plainly

NONE = "none"
LABELS = {
    "process": "Of which type of review?",
    "step": "Of which step?",
    "start": "From when?",
    "to": "To when?",
    "of": "Of what?",
    "these": "Which should be linked?",
    "programme": "Which activity of the programme?",
    "role": "Which role?",
    "at_least": "What is the least?",
    "at_most": "What is the most?",
}
THINGS = {thing: capital(thing.replace("_", " ")) for thing in get_args(Thing)}


class FindForm(Form):
    """Words by which to find what keeps a clause."""

    q = fields.Line(label="Find by a word", required=False, most=100, width=20)


class WhichForm(Form):
    """Which figure."""

    which = fields.OneOf(label="By which figure is it judged?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["which"]
        field.choices = list(figures().items())


def figures() -> dict[str, str]:
    """The figures by name, in words; and none."""
    named = Measure.model_fields.items()
    return {
        **{name: (field.description or "").rstrip(".") for name, field in named},
        NONE: "By no figure",
    }


class MeasureForm(OnceForm):
    """Of what the figure is, and which value is meant.

    A step is chosen with its type of review, and with its question or its outcome where the figure
    is about one; an event with its type of review.
    """

    def __init__(
        self, *args: Any, book: Book, which: str, found: Raw | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.which, self.keys = which, _keys(which)
        for name in self.asked:
            self.fields[name] = self._field(name, book)
        self.initial = {**self._answers(found or {}), **self.initial}
        speak_plainly(self)

    @property
    def asked(self) -> list[str]:
        """What is asked; the rest is told by it."""
        told = {"process", "field", "outcome"} if {"step", "start"} & set(self.keys) else set()
        return [name for name in self.keys if name not in told]

    @property
    def way(self) -> list[str]:
        """What a step is chosen with, in the order in which the choice names it."""
        return [name for name in ("process", "step", "field", "outcome") if name in self.keys]

    @property
    def measure(self) -> Raw | None:
        """The figure as a pack has it."""
        if self.which == NONE:
            return None
        given: Raw = {}
        for name in self.asked:
            value = self.cleaned_data[name]
            if name == "step":
                given |= dict(zip(self.way, value.split("/"), strict=True))
            elif name in ("start", "to") and "start" in self.keys:
                given["process"], _, given["from" if name == "start" else name] = value.partition(
                    "/"
                )
            elif value not in (None, ""):
                given[name] = value
        return {self.which: given}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        ends = {str(cleaned.get(name, "")).partition("/")[0] for name in ("start", "to")}
        if "start" in self.keys and len(ends) > 1 and not self.errors:
            self.add_error("to", "Choose two days of the same type of review.")
        return cleaned

    def _answers(self, found: Raw) -> Raw:
        answers = {name: found[name] for name in self.asked if name in found}
        if found and "step" in self.asked:
            answers["step"] = "/".join(str(found.get(name)) for name in self.way)
        if found and "start" in self.asked:
            process = found.get("process")
            answers |= {"start": f"{process}/{found.get('from')}", "to": f"{process}/{found['to']}"}
        return answers

    def _field(self, name: str, book: Book) -> forms.Field:
        label = LABELS[name]
        if name in ("at_least", "at_most"):
            return forms.IntegerField(label=label, required=False, min_value=0)
        optional = name in ("process", "programme") and "of" in self.keys
        choices = [("", "Any")] * optional + list(self._choices(name, book).items())
        return forms.ChoiceField(label=label, choices=choices, required=not optional)

    def _choices(self, name: str, book: Book) -> dict[str, str]:
        collections = {"process": "processes", "role": "roles", "programme": "programme"}
        if name in collections:
            return book.names((collections[name],))
        if name == "step":
            return dict(_steps(book, self.way[-1]))
        if name in ("start", "to") and "start" in self.keys:
            return dict(_events(book))
        return THINGS | ({"programme": "Activity of the programme"} if name == "of" else {})


def _keys(which: str) -> tuple[str, ...]:
    """What the figure is told."""
    if which == NONE:
        return ()
    of: type[Frozen] = get_args(Measure.model_fields[which].annotation)[0]
    return tuple(of.model_fields)


def _steps(book: Book, last: str) -> Iterator[tuple[str, str]]:
    """The steps of every process; or their questions, or their outcomes."""
    for process, title in book.names(("processes",)).items():
        scope = book.scope(("processes", process))
        for step, name in scope.steps.items():
            at, words = f"{process}/{step}", f"{title}: {name}"
            if last == "step":
                yield at, words
            elif last == "outcome":
                for key, end in scope.outcomes[step].items():
                    yield f"{at}/{key}", f"{words}, {end}"
            else:
                for key, question in scope.questions.items():
                    of, _, field = key.partition(".")
                    if of == step:
                        yield f"{at}/{field}", f"{words}, {name_of(question, field)}"


def _events(book: Book) -> Iterator[tuple[str, str]]:
    for process, title in book.names(("processes",)).items():
        for event, noun in book.scope(("processes", process)).events.items():
            yield f"{process}/{event}", f"{title}: {noun}"
