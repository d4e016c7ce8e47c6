"""Form fields that speak in sentences."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from uplift.ground.ui import dateparts, safety

YES_NO_UNKNOWN = (("yes", "Yes"), ("no", "No"), ("unknown", "Not known"))


class PlainText(forms.CharField):
    """Text free of hidden characters and no longer than it may be; see `safety.tidy`."""

    many_lines = False

    def __init__(self, *, most: int = safety.MAX_CHARACTERS, **options: Any) -> None:
        super().__init__(**options)
        self.most = most

    def to_python(self, value: Any) -> str:
        text: str = super().to_python(value) or ""
        return safety.tidy(text, most=self.most, many_lines=self.many_lines)


class Line(PlainText):
    """One line of text. `width` is the box's, in characters: 2, 3, 4, 5, 10, 20, 30 or full."""

    def __init__(self, *, most: int = 200, width: int | None = None, **options: Any) -> None:
        super().__init__(most=most, **options)
        self.width = width


class Paragraphs(PlainText):
    """Text of several lines. A count is shown while typing where `most` is small."""

    many_lines = True
    widget = forms.Textarea

    def __init__(self, *, rows: int = 5, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs["rows"] = rows


class OnePerLine(Paragraphs):
    """Several short texts, one a line: a tuple without the empty ones."""

    def clean(self, value: Any) -> Any:
        return tuple(line.strip() for line in super().clean(value).split("\n") if line.strip())

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, tuple | list) else value


class OneOf(forms.ChoiceField):
    """One choice out of a few, as radio buttons. `hints` maps a choice to a line under it."""

    widget = forms.RadioSelect

    def __init__(self, *, hints: Mapping[str, str] | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.hints = hints or {}


class ManyOf(forms.MultipleChoiceField):
    """Any number of choices, as checkboxes. `hints` maps a choice to a line under it."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, hints: Mapping[str, str] | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.hints = hints or {}


class YesNo(OneOf):
    """Yes, no or not known; kept as `yes`, `no` or `unknown`."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("choices", YES_NO_UNKNOWN)
        super().__init__(**options)


class Password(forms.CharField):
    """A password, left exactly as typed. `new` tells the browser that it is being chosen."""

    widget = forms.PasswordInput

    def __init__(self, *, new: bool = False, **options: Any) -> None:
        super().__init__(strip=False, max_length=1000, **options)
        self.widget.attrs["autocomplete"] = "new-password" if new else "current-password"


class DateField(forms.MultiValueField):
    """A whole date, typed as day, month and year; the month may be a name.

    `earliest` and `latest` (both inclusive) may be set on the form's own copy of the field.
    """

    widget = dateparts.DateWidget
    whole = True

    def __init__(
        self, *, earliest: date = date(1900, 1, 1), latest: date | None = None, **options: Any
    ) -> None:
        parts = [forms.CharField(required=False, max_length=20) for _ in dateparts.PARTS]
        super().__init__(fields=parts, require_all_fields=False, **options)
        self.earliest, self.latest = earliest, latest

    def clean(self, value: Any) -> Any:
        typed = [str(part or "").strip() for part in value or []]
        if not any(typed):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return self.compress([])
        first, last = dateparts.read(typed, whole=self.whole)
        self._in_bounds(first, last)
        return self.compress([first, last, typed])

    def compress(self, data_list: Any) -> Any:
        return data_list[0] if data_list else None

    def _in_bounds(self, first: date, last: date) -> None:
        if last < self.earliest:
            raise ValidationError(
                f"{dateparts.words(first)} is too early: "
                f"{dateparts.words(self.earliest)} is the earliest.",
                code="early",
            )
        if self.latest and first > self.latest:
            raise ValidationError(
                f"{dateparts.words(first)} is too late: "
                f"{dateparts.words(self.latest)} is the latest.",
                code="late",
            )


class ApproximateDate(DateField):
    """A date of which only the year, or the month and year, may be known.

    Kept as text: `2026`, `2026-11` or `2026-11-03`; nothing typed is None.
    """

    whole = False

    def compress(self, data_list: Any) -> Any:
        if not data_list:
            return None
        first, _, typed = data_list
        return first.isoformat()[: 10 if typed[0] else 7 if typed[1] else 4]
