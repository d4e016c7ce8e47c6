"""What people type about a chronology."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from uplift.ground.boards.models import Agency
from uplift.ground.documents.forms import Upload
from uplift.ground.drafts.forms import OnceForm, VersionForm
from uplift.ground.ui import fields
from uplift.ground.ui.forms import Form, speak_plainly
from uplift.loop.reviews.models import Entry, Episode, Pair
from uplift.loop.reviews.operations import Contents
from uplift.loop.reviews.queries import OTHER, Sight, told
from uplift.loop.reviews.when import Moment, NotADate, read
from uplift.loop.reviews.when.reading import HELP

_KNOWN = (("", "Not said"), *Entry.Knowledge.choices)


class MomentField(fields.Line):
    """A date in words: exact or approximate, with a time or without."""

    def __init__(self, **options: Any) -> None:
        super().__init__(most=100, width=30, **options)
        self.today = dt.date.max

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return read(text, self.today)
        except NotADate as wrong:
            raise ValidationError(str(wrong)) from wrong


class EntryForm(OnceForm):
    """One event, as one source tells it."""

    source = fields.Line(
        label="Whose account is this?",
        most=100,
        help_text="Not a real name of the family: grandmother, the neighbours, the coroner's file.",
    )
    moment = MomentField(label="When did it happen?", help_text=HELP)
    what = fields.Paragraphs(
        label="What happened?",
        rows=5,
        help_text="One event, as your record has it. What you think of it comes further down.",
    )
    people = fields.Line(
        label="Who was involved? (optional)",
        most=500,
        help_text="Made-up names for the family, roles for the workers: health visitor 1.",
    )
    where = fields.Line(label="Where? (optional)", most=300)
    record = fields.Line(
        label="Reference of your record (optional)",
        most=100,
        width=20,
        help_text="By which you find it again.",
    )
    knowledge = fields.OneOf(
        label="When was it known?",
        choices=_KNOWN,
        required=False,
        hints={
            "then": "Somebody knew of it at the time.",
            "later": "It came out afterwards: it must not be read as if it had been known.",
        },
    )
    known_to = fields.ManyOf(label="Who knew of it then? (optional)", required=False)
    comment = fields.Paragraphs(
        label="What do you think of it now? (optional)", rows=3, required=False
    )

    def __init__(self, *args: Any, sight: Sight, agency: Agency | None, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("people", "where", "record"):
            self.fields[name].required = False
        if agency:
            del self.fields["source"]
        self.fields["moment"].today = sight.reach.today  # type: ignore[attr-defined]  # our own field
        self.agencies = {one.slug: one for one in sight.case.board.agencies.all()}
        choices = [(slug, one.name) for slug, one in self.agencies.items()]
        self.fields["known_to"].choices = choices  # type: ignore[attr-defined]  # a choice field
        speak_plainly(self)

    @property
    def contents(self) -> Contents:
        """What was typed, as an entry's contents."""
        given = {k: v for k, v in self.answers.items() if k not in ("version", "known_to")}
        known_to = tuple(self.agencies[slug] for slug in self.cleaned_data["known_to"])
        return Contents(**given, known_to=known_to)


class ChangeEntry(EntryForm, VersionForm):
    """Another wording of an entry."""

    @staticmethod
    def initial_of(entry: Entry) -> dict[str, Any]:
        """The entry as it stands."""
        texts = {n: entry.said(n) for n in ("what", "people", "where", "comment")}
        return {
            **texts,
            "moment": entry.when,
            "source": entry.source,
            "record": entry.said("record"),
            "knowledge": entry.knowledge,
            "known_to": [agency.slug for agency in entry.known_to.all()],
            "version": entry.version,
        }


class BringForm(OnceForm):
    """A filled-in workbook."""

    source = fields.Line(
        label="Whose account is this?", most=100, help_text="Not a real name of the family."
    )
    workbook = Upload(
        label="Choose the workbook", help_text="An Excel file that ends in .xlsx, without macros."
    )

    def __init__(self, *args: Any, agency: Agency | None, **options: Any) -> None:
        super().__init__(*args, **options)
        if agency:
            del self.fields["source"]
        self.fields["workbook"].widget.attrs["accept"] = ".xlsx"

    def clean_workbook(self) -> Any:
        """Only Excel, and only without macros."""
        file = self.cleaned_data["workbook"]
        if not str(file.name).lower().endswith(".xlsx"):
            raise ValidationError("Choose an Excel file that ends in .xlsx.")
        return file


class TakeForm(OnceForm):
    """What becomes of what the source told before."""

    how = fields.OneOf(
        label="What should happen with what is there already?",
        choices=[("replace", "This workbook takes its place"), ("add", "This workbook adds to it")],
        hints={
            "replace": "Entries that are the same stay; others are taken out, and kept on record.",
            "add": "Nothing is taken out.",
        },
    )


class Filter(Form):
    """Which entries of the chronology are shown."""

    agency = forms.ChoiceField(label="Told by", required=False)
    first = MomentField(label="From", required=False, help_text="A day, a month or a year.")
    last = MomentField(label="To", required=False)
    episode = forms.ChoiceField(label="Episode", required=False)
    knowledge = forms.ChoiceField(
        label="Known",
        required=False,
        choices=[("", "All"), *Entry.Knowledge.choices, ("unsaid", "Not said")],
    )
    words = fields.Line(label="Words", required=False, most=100)

    def __init__(self, *args: Any, sight: Sight, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("first", "last"):
            self.fields[name].today = sight.reach.today  # type: ignore[attr-defined]  # our own field
            self.fields[name].widget.attrs["size"] = 12
        self.told = told(sight)
        sources = [(o["agency__slug"] or OTHER, o["agency__name"] or "Others") for o in self.told]
        self.fields["agency"].choices = [("", "Everyone"), *sources]  # type: ignore[attr-defined]  # a choice field
        episodes = [(str(one.pk), str(one)) for one in sight.case.episodes.all()]
        self.fields["episode"].choices = [("", "Any"), *episodes]  # type: ignore[attr-defined]  # a choice field

    @property
    def wanted(self) -> dict[str, Any]:
        """What is asked for; nothing of a field that holds an error."""
        self.is_valid()
        wanted = dict(self.cleaned_data)
        first, last = wanted.get("first"), wanted.get("last")
        wanted["first"] = first.earliest if isinstance(first, Moment) else None
        wanted["last"] = last.latest if isinstance(last, Moment) else None
        return wanted


class EpisodeForm(OnceForm):
    """A key practice episode."""

    name = fields.Line(
        label="What is it called?", most=120, help_text="For example: the first assessment."
    )
    starts = fields.DateField(label="When did it begin?")
    ends = fields.DateField(label="When did it end?")
    says = fields.Paragraphs(label="Why does it matter? (optional)", rows=4, required=False)


class ChangeEpisode(EpisodeForm, VersionForm):
    """Another wording of an episode."""

    @staticmethod
    def initial_of(episode: Episode) -> dict[str, Any]:
        """The episode as it stands."""
        return {
            "name": str(episode), "says": episode.text, "starts": episode.starts,
            "ends": episode.ends, "version": episode.version,
        }  # fmt: skip


class ChooseEpisode(OnceForm):
    """The episode that an entry belongs to."""

    episode = fields.OneOf(label="Which key practice episode does it belong to?", required=False)

    def __init__(self, *args: Any, sight: Sight, **options: Any) -> None:
        super().__init__(*args, **options)
        self.episodes = {str(one.pk): one for one in sight.case.episodes.all()}
        choices = [("", "None"), *((key, str(one)) for key, one in self.episodes.items())]
        self.fields["episode"].choices = choices  # type: ignore[attr-defined]  # a choice field


class JudgeForm(OnceForm):
    """What two entries are to each other."""

    verdict = fields.OneOf(
        label="What are they?",
        choices=[
            ("first", "The same event: keep the first in front"),
            ("second", "The same event: keep the second in front"),
            (Pair.Verdict.DIFFERENT, "Two different events"),
            (Pair.Verdict.CONTRADICTION, "They contradict each other"),
        ],
        hints={
            "first": "The second is shown under it, with its source.",
            "second": "The first is shown under it, with its source.",
        },
    )
    note = fields.Paragraphs(label="A note (optional)", rows=2, required=False, most=2_000)


class ContradictForm(OnceForm):
    """Another entry that says it differently."""

    other = forms.IntegerField(
        label="Number of the other entry",
        min_value=1,
        error_messages={"invalid": "Write the number of an entry."},
    )
    note = fields.Paragraphs(label="How do they contradict each other?", rows=3, most=2_000)


class ShareForm(OnceForm):
    """Which agencies may read what all sources told."""

    agencies = fields.ManyOf(label="Which agencies may read all of it?", required=False)

    def __init__(self, *args: Any, agencies: list[Agency], **options: Any) -> None:
        super().__init__(*args, **options)
        self.asked = {agency.slug: agency for agency in agencies}
        choices = [(slug, agency.name) for slug, agency in self.asked.items()]
        self.fields["agencies"].choices = choices  # type: ignore[attr-defined]  # a choice field


class NamesForm(Form):
    """Why somebody reads the chronology with real names."""

    reason = fields.Paragraphs(
        label="Why do you need to read it with real names?",
        most=500,
        rows=3,
        help_text="Your reason is kept with your name and the time.",
    )
    page = forms.IntegerField(widget=forms.HiddenInput, initial=1, required=False)
