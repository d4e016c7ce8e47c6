"""The pages of a notification."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from uplift.engine.process import Refused
from uplift.engine.spec import Process, Question, Step
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.frameworks.questions import Choices, QuestionForm
from uplift.ground.ui import fields
from uplift.ground.ui.forms import speak_plainly
from uplift.loop.cases.forms.people import identity_field

_REFERENCE = re.compile(r"(?=.*[0-9])[A-Z0-9][A-Z0-9-]{1,19}")


class StartForm(OnceForm):
    """Which type of review the notification is for."""

    start = fields.OneOf(label="What may be needed?")

    def __init__(
        self, *args: Any, starts: Mapping[str, tuple[Process, Step]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["start"]
        assert isinstance(field, fields.OneOf)  # noqa: S101 - declared above
        several = len({process.id for process, _ in starts.values()}) < len(starts)
        field.choices = [
            (key, f"{process.name}: {step.name}" if several else process.name)
            for key, (process, step) in starts.items()
        ]
        field.hints = {key: process.says for key, (process, _) in starts.items() if process.says}


class AnswersForm(QuestionForm):
    """Some of the questions of the framework's notification; the first page asks the day too."""

    def __init__(
        self,
        *args: Any,
        today: dt.date,
        questions: Mapping[str, Question],
        agencies: Sequence[tuple[str, str]],
        day: bool = False,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("initial", {"version": 0})
        super().__init__(
            *args,
            questions=questions,
            today=today,
            offered=Choices(agencies=agencies),
            **kwargs,
        )
        self.fields["version"].required = False
        if day:
            self.fields["on"] = fields.DateField(
                label="When were you told?", latest=today, initial=today
            )
            self.order_fields(["on"])
            speak_plainly(self)


class OutcomeForm(OnceForm):
    """How the first step ends, where the framework gives it several outcomes.

    `refused` says what stands against an outcome with these reasons: a sentence and its field.
    """

    outcome = fields.OneOf(label="What is the outcome?")
    reasons = fields.Paragraphs(label="Reasons", required=False, rows=4)

    def __init__(
        self,
        *args: Any,
        step: Step,
        advised: str,
        refused: Callable[[str, str], tuple[Refused, ...]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._refused = refused
        field = self.fields["outcome"]
        assert isinstance(field, fields.OneOf)  # noqa: S101 - declared above
        field.choices = [(one.id, one.name) for one in step.outcomes.values()]
        field.hints = {one.id: one.says for one in step.outcomes.values() if one.says}
        field.help_text = advised
        self.fields["reasons"].help_text = "Needed when you depart from what the answers point to."

    def clean(self) -> dict[str, Any]:
        """Ask the engine whether it can end so."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("outcome"):
            for refused in self._refused(cleaned["outcome"], cleaned.get("reasons", "")):
                if refused.field in self.fields:
                    self.add_error(refused.field, refused.sentence)
        return cleaned


class WhoForm(QuestionForm):
    """Who it is about: sealed."""

    def __init__(
        self,
        *args: Any,
        today: dt.date,
        questions: Mapping[str, Question],
        keys: tuple[str, ...],
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("initial", {"version": 0})
        super().__init__(*args, questions=questions, today=today, **kwargs)
        self.fields["version"].required = False
        self.keys = keys
        self.fields.update({f"who_{key}": identity_field(key, today) for key in keys})
        speak_plainly(self)

    @property
    def identity(self) -> dict[str, str]:
        """What is sealed."""
        given = {key: self.cleaned_data.get(f"who_{key}") for key in self.keys}
        sealed = {key: str(value) for key, value in given.items() if value}
        return sealed | {key: str(value) for key, value in self.answers_given.items()}


class SiblingForm(OnceForm):
    """One brother or sister more; nothing when there is none."""

    sibling_name = fields.Line(label="Name", required=False)
    sibling_born = fields.ApproximateDate(
        label="Date of birth",
        required=False,
        help_text="For example, 27 3 2014. Leave out what isn't known.",
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        born = self.fields["sibling_born"]
        assert isinstance(born, fields.ApproximateDate)  # noqa: S101 - declared above
        born.latest = today

    def clean(self) -> dict[str, Any]:
        """A date alone is nobody."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("sibling_born") and not cleaned.get("sibling_name"):
            self.add_error("sibling_name", "Give the name of this brother or sister.")
        return cleaned


class NameForm(OnceForm):
    """What everyone will call the case."""

    pseudonym = fields.Line(
        label="Made-up name",
        most=80,
        width=20,
        help_text="We suggest one that isn't in use. Never part of a real name.",
    )
    reference = fields.Line(label="Reference", most=20, width=20, required=False)

    def __init__(self, *args: Any, suggested: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "reference"
        ].help_text = f"Leave it empty for the next free one, now {suggested}."

    def clean_reference(self) -> str:
        """Letters, figures and hyphens, as in an address."""
        reference: str = self.cleaned_data["reference"].upper()
        if reference and not _REFERENCE.fullmatch(reference):
            raise ValidationError(
                "Write the reference with letters, figures and hyphens, like NM-2026-014."
            )
        return reference


class TitleForm(NameForm):
    """What everyone will call a case that is about no one person."""

    pseudonym = fields.Line(
        label="Short title",
        most=80,
        help_text="What it is about, in a few words. Nobody is named.",
    )


class SendForm(OnceForm):
    """Sends the notification; with a reason where someone seems to be in a case already."""

    go_on = fields.OneOf(
        label="What do you want to do?",
        choices=[
            ("stop", "Stop, and ask first"),
            ("go", "Go on: it is another person, or another incident"),
        ],
    )
    reason = fields.Paragraphs(
        label="Why do you go on?",
        required=False,
        rows=3,
        help_text="Needed when you go on. Don't write names.",
    )

    def __init__(self, *args: Any, known_already: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not known_already:
            del self.fields["go_on"], self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        """Going on needs a reason."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("go_on") == "go" and not cleaned.get("reason"):
            self.add_error("reason", "Say why you go on.")
        return cleaned
