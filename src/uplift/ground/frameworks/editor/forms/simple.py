"""What is asked of the framework itself, of roles, letters, and of what has a name alone."""

from typing import Any, ClassVar, get_args

from django import forms

from uplift.engine.spec.processes import People
from uplift.ground.frameworks.editor.forms.base import CheckedForm, NamedForm, PartForm
from uplift.ground.ui import fields

_PEOPLE = {
    "children": "Children",
    "adults": "Adults",
    "everyone": "Everyone",
    "nobody": "Nobody: it isn't about one person",
}
PEOPLE = tuple((key, _PEOPLE[key]) for key in get_args(People))
MAY = {
    "see_every_case": "See every case of the board",
    "see_case": "See the cases that it takes part in",
    "see_identity": "Open sealed names, each time with a reason",
    "open_case": "Open a case",
    "record": "Record steps",
    "decide": "Decide, and sign decisions",
    "correct": "Correct a record",
    "pause": "Pause the clocks of a case",
    "convert": "Turn a case into another type of review",
    "export": "Take lists and logs away as files",
    "manage_learning": "Write findings, themes and learning outcomes",
    "manage_actions": "Make and change actions",
    "update_action": "Report on the actions of its own agency",
    "share": "Send briefings and record how learning was shared",
    "confirm_sharing": "Confirm what its agency did with a briefing",
    "evaluate": "Evaluate what difference was made",
    "draft_publication": "Prepare a publication",
    "approve_publication": "Approve a publication",
    "withdraw": "Take a publication down",
    "attest": "State how a clause is kept",
    "see_history": "See who changed and read what",
    "manage_board": "Manage the board: its people and this framework",
    "import_findings": "Record inspections and bring findings in",
    "answer_return": "Answer what its agency is asked for",
    "read_learning": "Read the learning",
}


class AboutForm(PartForm):
    """The framework as a whole."""

    name = fields.Line(label="What is the framework called?", most=300)
    short = fields.Line(label="What is it called for short?", most=300, required=False, width=20)
    people = fields.OneOf(label="Whom is it for?", choices=PEOPLE)
    source__title = fields.Line(
        label="Which document does it follow?",
        most=300,
        help_text="The title of your own framework or policy.",
    )
    source__published = fields.Line(
        label="When was the document published?", most=300, required=False, width=20
    )
    source__rules = fields.Line(
        label="Which law or guidance does it answer to?", most=300, required=False
    )
    statement = fields.Paragraphs(label="With what words does it open?", required=False, rows=4)
    vision = fields.Paragraphs(label="What is the board's vision?", required=False, rows=3)


class PlainForm(CheckedForm):
    """Bodies, routes, methods, principles: a name, and what to know."""


class StageForm(NamedForm):
    """A stage of a process."""


class RoleForm(CheckedForm):
    """A role."""

    OFFERS: ClassVar[dict[str, str]] = {"enters_for": "roles"}
    seats = fields.OneOf(
        label="Who holds it?",
        required=False,
        choices=(("one", "One person"), ("group", "Several people, or a group")),
    )
    held = fields.OneOf(
        label="Where is it held?",
        required=False,
        choices=(
            ("board", "In the board"),
            ("agency", "In one agency, for that agency"),
            ("case", "In one case only, such as a lead reviewer"),
            ("shared", "In a group that serves several boards"),
            ("outside", "Outside the board; nobody signs in for it"),
        ),
    )
    may = fields.ManyOf(label="What may it do here?", choices=MAY.items(), required=False)
    enters_for = fields.ManyOf(
        label="For whom else may it enter records?",
        choices=(),
        required=False,
        help_text="For roles that send their part by letter or tell it on the telephone.",
    )
    field_order = ("name", "says", "seats", "held", "may", "enters_for", "to_check")

    def answer(self, name: str, element: dict[str, Any]) -> Any:
        usual = {"seats": "one", "held": "board"}
        return super().answer(name, element) or usual.get(name)


class LetterForm(PartForm):
    """A letter to a body."""

    OFFERS: ClassVar[dict[str, str]] = {"to": "bodies"}
    name = fields.Line(label="What is the letter called?", most=300, required=False)
    to = forms.ChoiceField(label="To which body does it go?", choices=())
    subject = fields.Line(label="What is its subject?", most=300)
    body = fields.Paragraphs(
        label="What does it say?",
        rows=14,
        help_text=(
            "Words in curly brackets are filled in: {case.reference}, {board.name}, {body.name}, "
            "{sender.name}, {sender.role}, {today}. Never write who the letter is about: "
            "the reference stands for them."
        ),
    )
