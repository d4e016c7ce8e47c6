"""How each type of question stands in a form: its fields, and the answer they give.

A question may need more than one field: the score and its evidence, a list and what isn't on it.
Each has a suffix; the first, without one, bears the question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django import forms

from uplift.engine import answers
from uplift.engine.answers import AnswerError
from uplift.engine.spec import NO_PERIODS, NOT_KNOWN, Question, Type
from uplift.ground.documents.forms import Upload, Uploads
from uplift.ground.ui import fields

OTHER, KEPT, EVIDENCE = "-other", "-kept", "-evidence"
Fields = dict[str, forms.Field]
Given = Mapping[str, Any]
_NOT_LISTED = "other"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a form offers besides the pack's own choices: `agencies` and `files` by key."""

    agencies: Sequence[tuple[str, str]] = ()
    files: Sequence[tuple[str, str]] = ()


class Box(Protocol):
    """One type of question in a form."""

    def fields(self, question: Question, offered: Choices) -> Fields:
        """Its fields by suffix; none of them required, the form sees to that."""

    def initial(self, question: Question, value: Any, offered: Choices) -> Given:
        """What the fields are filled with so that `read` gives the stored `value` again."""

    def read(self, question: Question, given: Given) -> Any:
        """The stored value of the cleaned fields; None for none. Raises AnswerError."""


def common(question: Question) -> dict[str, Any]:
    """What every first field takes from its question."""
    return {"label": question.ask, "help_text": question.hint or "", "required": False}


class Words:
    """Text, long or short, and names of people: one, or one a line."""

    def fields(self, question: Question, offered: Choices) -> Fields:
        options = common(question)
        if question.many:
            options["help_text"] = f"{options['help_text']} One a line.".strip()
            return {"": fields.OnePerLine(rows=4, **options)}
        if question.type is Type.LONG_TEXT:
            return {"": fields.Paragraphs(most=question.cap, rows=6, **options)}
        return {"": fields.Line(most=question.cap, **options)}

    def initial(self, question: Question, value: Any, offered: Choices) -> Given:
        return {"": value}

    def read(self, question: Question, given: Given) -> Any:
        return list(given[""]) if question.many else given[""]


class Chosen:
    """Yes or no, or one of the pack's choices; not known where that is an answer."""

    def fields(self, question: Question, offered: Choices) -> Fields:
        if question.type is Type.YES_NO:
            choices = [("yes", "Yes"), ("no", "No")]
        else:
            choices = [(one.id, one.name) for one in question.choices.values()]
        if question.may_be_unknown:
            choices.append((NOT_KNOWN, "Not known"))
        hints = {one.id: one.says for one in question.choices.values() if one.says}
        return {"": fields.OneOf(choices=choices, hints=hints, **common(question))}

    def initial(self, question: Question, value: Any, offered: Choices) -> Given:
        return {"": value}

    def read(self, question: Question, given: Given) -> Any:
        return given[""]


class Several:
    """Some of the pack's choices."""

    def fields(self, question: Question, offered: Choices) -> Fields:
        choices = [(one.id, one.name) for one in question.choices.values()]
        hints = {one.id: one.says for one in question.choices.values() if one.says}
        return {"": fields.ManyOf(choices=choices, hints=hints, **common(question))}

    def initial(self, question: Question, value: Any, offered: Choices) -> Given:
        return {"": value}

    def read(self, question: Question, given: Given) -> Any:
        return given[""]


class Dates:
    """A date, or as much of one as is known."""

    def fields(self, question: Question, offered: Choices) -> Fields:
        whole = question.type is Type.DATE
        return {"": (fields.DateField if whole else fields.ApproximateDate)(**common(question))}

    def initial(self, question: Question, value: Any, offered: Choices) -> Given:
        return {"": value}

    def read(self, question: Question, given: Given) -> Any:
        return str(given[""]) if given[""] else None


class Numbers:
    """A number, typed."""

    def fields(self, question: Question, offered: Choices) -> Fields:
        box = forms.TextInput(attrs={"inputmode": "decimal"})
        return {"": fields.Line(most=40, width=10, widget=box, **common(question))}

    def initial(self, question: Question, value: Any, offered: Choices) -> Given:
        return {"": answers.edit(question, value)}

    def read(self, question: Question, given: Given) -> Any:
        return answers.parse(question, given[""]) if given[""] else None


class Agencies:
    """The board's agencies, by their keys, and organisations that aren't among them, by name."""

    def fields(self, question: Question, offered: Choices) -> Fields:
        choices = list(offered.agencies)
        if question.many:
            listed: forms.Field = fields.ManyOf(choices=choices, **common(question))
            others: forms.Field = fields.OnePerLine(
                label="Organisations that aren't listed, one a line", rows=2, required=False
            )
        else:
            choices = [("", "None"), *choices, (_NOT_LISTED, "One that isn't listed")]
            listed = forms.ChoiceField(choices=choices, **common(question))
            others = fields.Line(
                label="Its name, if it isn't listed", most=60, width=30, required=False
            )
        return {"": listed, OTHER: others}

    def initial(self, question: Question, value: Any, offered: Choices) -> Given:
        known = dict(offered.agencies)
        if question.many:
            return {"": [one for one in value if one in known],
                    OTHER: [one for one in value if one not in known]}  # fmt: skip
        return {"": value} if value in known else {"": _NOT_LISTED, OTHER: value}

    def read(self, question: Question, given: Given) -> Any:
        if question.many:
            return self._all([*given[""], *given[OTHER]])
        if given[""] == _NOT_LISTED:
            if not given[OTHER]:
                raise AnswerError("Give the name of the organisation that isn't listed.")
            return given[OTHER]
        if given[OTHER]:
            raise AnswerError("Choose “One that isn't listed”, or leave its name empty.")
        return given[""]

    @staticmethod
    def _all(named: list[str]) -> list[str]:
        if any(len(name) > 60 for name in named):
            raise AnswerError("Write each organisation's name in 60 characters or fewer.")
        return list(dict.fromkeys(named))


class Papers:
    """A file brought now, or one that is in the case already.

    `read` gives the keys of kept files; those brought now are kept and added by the room.
    """

    def fields(self, question: Question, offered: Choices) -> Fields:
        upload = (Uploads if question.many else Upload)(**common(question))
        if not offered.files:
            return {"": upload}
        label = "Or one that is already here"
        if question.many:
            kept: forms.Field = fields.ManyOf(label=label, choices=offered.files, required=False)
        else:
            choices = [("", "None"), *offered.files]
            kept = forms.ChoiceField(label=label, choices=choices, required=False)
        return {"": upload, KEPT: kept}

    def initial(self, question: Question, value: Any, offered: Choices) -> Given:
        return {KEPT: value}

    def read(self, question: Question, given: Given) -> Any:
        kept = given.get(KEPT)
        return list(kept or ()) if question.many else kept


class Scores:
    """A score, and the evidence for it."""

    def fields(self, question: Question, offered: Choices) -> Fields:
        evidence = fields.Paragraphs(label="Evidence for this score", rows=3, required=False)
        return {**Chosen().fields(question, offered), EVIDENCE: evidence}

    def initial(self, question: Question, value: Any, offered: Choices) -> Given:
        if isinstance(value, Mapping):
            return {"": value["score"], EVIDENCE: value["evidence"]}
        return {"": value}

    def read(self, question: Question, given: Given) -> Any:
        if given[""] == NOT_KNOWN:
            return NOT_KNOWN
        if not given[""] and not given[EVIDENCE]:
            return None
        return {"score": given[""], "evidence": given[EVIDENCE]}


class Spells:
    """Periods, one a line: 1 5 2013 to 3 6 2013; without the end while it runs on."""

    def fields(self, question: Question, offered: Choices) -> Fields:
        options = common(question)
        how = (
            "One period a line, like 1 5 2013 to 3 6 2013. Leave out the end if it runs on. "
            "Write none if there were none."
        )
        options["help_text"] = f"{options['help_text']} {how}".strip()
        return {"": fields.OnePerLine(rows=4, **options)}

    def initial(self, question: Question, value: Any, offered: Choices) -> Given:
        if value == NO_PERIODS:
            return {"": [NO_PERIODS]}
        return {"": [self._typed(spell) for spell in value]}

    def read(self, question: Question, given: Given) -> Any:
        if [line.lower() for line in given[""]] == [NO_PERIODS]:
            return NO_PERIODS
        spells = []
        for line in given[""]:
            began, _, ended = line.partition(" to ")
            try:
                spells += answers.KINDS[Type.PERIODS].read(question, [{"from": began, "to": ended}])
            except AnswerError as error:
                raise AnswerError(f"“{line[:60]}”: {error.sentence}") from error
        return spells

    @staticmethod
    def _typed(spell: Mapping[str, str | None]) -> str:
        ends = [spell["from"], spell.get("to")]
        days = [" ".join(reversed(end.split("-"))) for end in ends if end]
        return " to ".join(days)


BOXES: dict[Type, Box] = {
    Type.TEXT: Words(),
    Type.LONG_TEXT: Words(),
    Type.PERSON: Words(),
    Type.YES_NO: Chosen(),
    Type.ONE_OF: Chosen(),
    Type.MANY_OF: Several(),
    Type.DATE: Dates(),
    Type.APPROXIMATE_DATE: Dates(),
    Type.NUMBER: Numbers(),
    Type.AGENCY: Agencies(),
    Type.FILE: Papers(),
    Type.SCORE: Scores(),
    Type.PERIODS: Spells(),
}

#: Types whose own choices hold "not known"; the others get a box to tick.
SAYS_UNKNOWN = frozenset({Type.YES_NO, Type.ONE_OF, Type.SCORE})
