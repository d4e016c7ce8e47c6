"""A form about one part of a framework: it reads the part, and writes it with the answers."""

from copy import deepcopy
from typing import Any, ClassVar

from django import forms

from uplift.engine import drafting
from uplift.engine.clock import Period
from uplift.engine.drafting.edits import Place, Raw
from uplift.engine.drafting.scopes import as_list, name_of
from uplift.ground.drafts.forms import VersionForm
from uplift.ground.frameworks.editor.book import Book, mark_of
from uplift.ground.frameworks.editor.layout import KINDS, is_element, key_of
from uplift.ground.ui import fields
from uplift.ground.ui.forms import speak_plainly

NESTED = "__"


class Span(fields.Line):
    """A length of time in words: 3 weeks, 5 working days."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", "For example 3 weeks, 1 month or 10 working days.")
        super().__init__(most=40, width=10, **options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return text
        try:
            return str(Period.parse("0 days" if "same day" in text.lower() else text.lower()))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class PartForm(VersionForm):
    """Asks for what stands at `place`, or for a new element where that is a collection. A field
    `a__b` is the key b within a; a tick that is not set, and an answer left empty, leave the key
    out. What no field asks for stays as it is.

    OFFERS says for which fields the choices are elements of a collection; in CONTRARY a tick means
    that the key is false.
    """

    OFFERS: ClassVar[dict[str, str]] = {}
    CONTRARY: ClassVar[dict[str, str]] = {}

    def __init__(self, *args: Any, book: Book, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.book, self.place = book, place
        self.adds = key_of(place) in KINDS and not is_element(place)
        for name, collection in self.OFFERS.items():
            self.offer(name, book.names((collection,)))
        self.prepare()
        found = self.read(None if self.adds else book.get(place))
        self.initial = {**found, "version": mark_of(found), **self.initial}
        for name in self.asked:
            self._keep(self.fields[name], found[name])
        speak_plainly(self)

    def prepare(self) -> None:
        """Fit the fields to the place."""

    def offer(self, name: str, choices: dict[str, str]) -> None:
        """Let the field choose among these; one that may be left empty offers that first."""
        field: Any = self.fields[name]
        one = not isinstance(field, forms.MultipleChoiceField)
        field.choices = [("", "None")] * (one and not field.required) + list(choices.items())

    @staticmethod
    def _keep(field: Any, value: Any) -> None:
        """Offer what the part says now even where it isn't offered any more, so that it stays
        until somebody chooses another."""
        if not isinstance(field, forms.ChoiceField):
            return
        offered: Any = field.choices
        known = {str(key) for key, _ in offered}
        gone = [one for one in as_list(value) if one and str(one) not in known]
        field.choices = [*offered, *((one, f"“{one}” (which is gone)") for one in gone)]

    @property
    def asked(self) -> list[str]:
        """The fields that are about the part."""
        return [name for name in self.fields if name not in ("version", "submission")]

    def read(self, element: Any) -> dict[str, Any]:
        """The answers that give this part."""
        return {name: self.answer(name, element or {}) for name in self.asked}

    def answer(self, name: str, element: Raw) -> Any:
        """What the part says about one field."""
        if name in self.CONTRARY:
            return element.get(self.CONTRARY[name]) is False
        value: Any = element
        for key in name.split(NESTED):
            value = value.get(key) if isinstance(value, dict) else None
        many = isinstance(self.fields[name], forms.MultipleChoiceField)
        return [value] if many and isinstance(value, str) else value

    def write(self, element: Any) -> Any:
        """The part with the answers in it; None when nothing is left of it."""
        made: Raw = deepcopy(element or {})
        for name in self.asked:
            self.put(made, name, self.cleaned_data[name])
        return made

    def put(self, made: Raw, name: str, value: Any) -> None:
        """Write one answer into the part."""
        if name in self.CONTRARY:
            name, value = self.CONTRARY[name], False if value else None
            kept = value
        else:
            kept = list(value) if isinstance(value, tuple | list) else value
            kept = None if kept in ("", False, []) else kept
        *way, last = name.split(NESTED)
        for key in way:
            made = made.setdefault(key, {})
        if kept is None:
            made.pop(last, None)
        else:
            made[last] = _in_order(kept, made.get(last))

    def edit(self, raw: Raw) -> Raw:
        """The framework with this part as it was answered."""
        if self.adds:
            element = self.write({})
            key = self.key(element, raw)
            return drafting.add(
                raw, self.place, key, element, listed=KINDS[key_of(self.place)].listed
            )
        if not self.place:
            whole: Raw = self.write(raw)
            return whole
        try:
            found = drafting.get(raw, self.place)
        except KeyError:
            found = None
        return drafting.put(raw, self.place, self.write(found))

    def key(self, element: Raw, raw: Raw) -> str:
        """The id of a new element, made from its name; it stays, whatever it is called later."""
        known = Book.names_in(raw, self.place)
        return drafting.id_for(name_of(element), known, KINDS[key_of(self.place)].one.split()[-1])

    @property
    def at(self) -> Place:
        """The place of the part, that of a new one as soon as its answers are known."""
        if not self.adds:
            return self.place
        return (*self.place, self.key(self.write({}), self.book.raw))

    def clean(self) -> dict[str, Any]:
        """Say at its field what would be wrong with the part itself. What is wrong elsewhere then
        is saved, and listed on the overview."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            before = set(self.book.examined.faults)
            for fault in drafting.examine(self.edit(self.book.raw)).faults:
                name = self.field_of(fault.place)
                if name and fault not in before:
                    self.add_error(name, fault.sentence)
        return cleaned

    def field_of(self, place: Place) -> str:
        """The field that asks for what stands at that place, if it is one of this form's."""
        at = self.at
        within = place[len(at) :] if place[: len(at)] == at else ()
        keys = {self.CONTRARY.get(name, name): name for name in self.asked}
        ways = (NESTED.join(within[:length]) for length in range(len(within), 0, -1))
        return next((keys[way] for way in ways if way in keys), "")


def _in_order(value: Any, old: Any) -> Any:
    """Of several choices those that were there already stay in their order; new ones follow."""
    if not (isinstance(value, list) and isinstance(old, list)):
        return value
    return sorted(value, key=lambda one: old.index(one) if one in old else len(old))


class NamedForm(PartForm):
    """A name and guidance: all that bodies, routes, methods, principles and stages have."""

    name = fields.Line(label="What is it called?", most=300)
    says = fields.Paragraphs(
        label="What should people know about it?",
        required=False,
        rows=3,
        help_text="Shown beside it. You can leave this empty.",
    )


class CheckedForm(NamedForm):
    """A named part that somebody may have to look into before the board adopts it."""

    CONTRARY: ClassVar[dict[str, str]] = {"to_check": "verified"}

    to_check = forms.BooleanField(label="We still have to check this", required=False)
