from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from uplift.ground.boards.models import Agency
from uplift.loop.cases.models import Case
from uplift.loop.reviews.models.episode import Episode
from uplift.loop.reviews.models.upload import Upload
from uplift.loop.reviews.names import plain
from uplift.loop.reviews.when.moment import in_words

#: The most characters of an entry's short texts.
LONGEST = {"people": 500, "where": 300, "record": 100}


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries; `queries.entries_of` says which of a case's somebody sees."""

    def standing(self) -> Self:
        """Those that are in the chronology."""
        return self.filter(standing=Entry.Standing.IN)

    def alone(self) -> Self:
        """Those that aren't told under another one, as the same event."""
        return self.filter(merged_into__isnull=True)

    def in_order(self) -> Self:
        """By date; what is known to the day first, then by the clock."""
        return self.order_by("earliest", "latest", F("time").asc(nulls_first=True), "pk")


class Entry(models.Model):
    """One thing that happened, as one source tells it.

    `earliest` and `latest` are the same for a known day; `words` say an approximate one. Texts
    name people by pseudonyms in braces (see `names`). `agency` is the source; for another one it
    is empty and `source` names it. An entry is never deleted: it waits in a workbook that isn't
    confirmed, stands, or was taken out. `row` is its row in the workbook it came with.
    """

    class Knowledge(models.TextChoices):
        THEN = "then", "Known at the time"
        LATER = "later", "Learnt later"

    class Standing(models.TextChoices):
        WAITING = "waiting", "Waits to be confirmed"
        IN = "in", "In the chronology"
        OUT = "out", "Taken out"

    case = models.ForeignKey(Case, models.CASCADE, related_name="entries")
    number = models.PositiveIntegerField(null=True)  # in the case, once it stands
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=100, blank=True)
    earliest = models.DateField()
    latest = models.DateField()
    time = models.TimeField(null=True)
    words = models.CharField(max_length=100, blank=True)
    what = models.TextField()
    people = models.CharField(max_length=LONGEST["people"], blank=True)
    where = models.CharField(max_length=LONGEST["where"], blank=True)
    record = models.CharField(max_length=LONGEST["record"], blank=True)
    comment = models.TextField(blank=True)
    knowledge = models.CharField(max_length=5, choices=Knowledge.choices, blank=True)
    known_to = models.ManyToManyField(Agency, related_name="+", blank=True)
    episode = models.ForeignKey(Episode, models.PROTECT, null=True, related_name="entries")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="also_told")
    upload = models.ForeignKey(Upload, models.PROTECT, null=True, related_name="entries")
    row = models.PositiveIntegerField(null=True)
    standing = models.CharField(max_length=7, choices=Standing.choices, default=Standing.IN)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = EntryQuerySet.as_manager()

    privacy: ClassVar[dict[str, str]] = {
        "id": "internal",
        "case": "internal",
        "number": "internal",
        "agency": "confidential",
        "source": "confidential",
        "earliest": "confidential",
        "latest": "confidential",
        "time": "confidential",
        "words": "confidential",
        "what": "confidential",
        "people": "confidential",
        "where": "confidential",
        "record": "confidential",
        "comment": "confidential",
        "knowledge": "confidential",
        "episode": "confidential",
        "merged_into": "confidential",
        "upload": "internal",
        "row": "internal",
        "standing": "internal",
        "version": "internal",
        "by": "internal",
        "at": "internal",
    }

    class Meta:
        verbose_name_plural = "entries"
        indexes = (
            models.Index(fields=("case", "standing", "earliest", "latest")),
            models.Index(fields=("case", "record")),
        )
        constraints = (
            models.UniqueConstraint(fields=("case", "number"), name="one_chronology_number_a_case"),
            models.CheckConstraint(
                condition=Q(latest__gte=F("earliest")), name="entry_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return f"entry {self.number}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse(
            "reviews:entry", args=(self.case.board.slug, self.case.reference, self.number)
        )

    @property
    def when(self) -> str:
        """Its moment in words."""
        return in_words(self.earliest, self.time, self.words)

    @property
    def told_by(self) -> str:
        """Its source."""
        return self.agency.name if self.agency else self.source

    @property
    def text(self) -> str:
        """What happened, with made-up names."""
        return plain(self.what)

    def said(self, name: str) -> str:
        """One of its other texts, with made-up names."""
        return plain(getattr(self, name))
