"""What people are asked about publications."""

from typing import Any

from django import forms

from uplift.ground.drafts.forms import OnceForm, VersionForm
from uplift.ground.ui import fields
from uplift.ground.ui.filters.text import plural
from uplift.ground.ui.forms import Form
from uplift.loop.publishing.models import Publication

#: A long report: some 150 pages.
LONGEST = 300_000


class PublicationFilter(Form):
    """Which publications to show."""

    status = forms.ChoiceField(
        label="Text", required=False, choices=[("", "Any"), *Publication.Status.choices]
    )
    standing = forms.ChoiceField(
        label="On the site", required=False, choices=[("", "Any"), *Publication.Standing.choices]
    )


class BeginForm(OnceForm):
    """How the publication will be called."""

    title = fields.Line(
        label="What will the public know it as?",
        help_text="No name of a person in the case. You can change it until it is published.",
    )


class TextForm(VersionForm):
    """The text and the board's response."""

    title = fields.Line(label="Title")
    body = fields.Paragraphs(
        label="The report, or what was learnt",
        help_text="Markdown: # makes a heading, - a point of a list, an empty line a paragraph.",
        most=LONGEST,
        rows=20,
        required=False,
    )
    done = fields.Paragraphs(
        label="Response: what has been done", required=False, most=60_000, rows=6
    )
    impact = fields.Paragraphs(
        label="Response: what difference it has made", required=False, most=60_000, rows=6
    )
    more = fields.Paragraphs(
        label="Response: what more will be done", required=False, most=60_000, rows=6
    )


class SubmitForm(VersionForm):
    """Sending for approval, approving, publishing, removing: the version that was seen."""


class PassageFilter(Form):
    """Which finds of the disclosure check to show."""

    show = forms.ChoiceField(
        label="Show",
        required=False,
        choices=[
            ("", "All in the text"),
            ("open", "To answer"),
            ("ever", "Also what is gone"),
        ],
    )


class AnswerForm(OnceForm):
    """What becomes of a passage that the check found."""

    verdict = fields.OneOf(
        label="What about it?",
        choices=[
            ("out", "It is taken out of the text"),
            ("other", "It isn't about this person"),
            ("stays", "It may stay"),
        ],
        hints={
            "out": "Change the text first: it is looked at again.",
            "other": "For example a worker who has the same name, or an ordinary word.",
        },
    )
    answer = fields.Paragraphs(
        label="Why?",
        help_text="Not needed for what is taken out.",
        most=2000,
        rows=3,
        required=False,
    )
    everywhere = forms.BooleanField(required=False)

    def __init__(self, *args: Any, alike: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if alike:
            words = plural(alike, "other place holds", "other places hold")
            self.fields["everywhere"].label = f"The same answer where {words} the same words"
        else:
            del self.fields["everywhere"]


class LookForForm(OnceForm):
    """Other words that could tell who it is about."""

    words = fields.OnePerLine(
        label="What else could tell who it is about?",
        help_text="One on each line: a school, a club, a nickname, a telephone number.",
        required=False,
    )


class RequestForm(OnceForm):
    """Somebody asked for the report."""

    asked_on = fields.DateField(label="When did they ask?")
    who = fields.Line(label="Who asked?", help_text="“A member of the public” is enough.")


class RequestAnswerForm(OnceForm):
    """What they were told."""

    answered_on = fields.DateField(label="When were they answered?")
    reply = fields.Line(label="What were they told?", most=500)


class BackForm(VersionForm):
    """Why the text goes back."""

    says = fields.Paragraphs(label="What is to be changed?", most=2000, rows=4)


class WithdrawForm(OnceForm):
    """Why it is taken off the site at once."""

    reason = fields.Paragraphs(
        label="What harm does it prevent?", help_text="Kept for the board.", rows=4
    )
    notice = fields.Paragraphs(
        label="What may the public be told?",
        help_text="Shown in place of the report, with the day. Leave empty to give no reason.",
        most=300,
        rows=2,
        required=False,
    )
