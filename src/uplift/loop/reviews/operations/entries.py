"""Single entries: added, changed, taken out, put into an episode."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from uplift.ground.boards.models import Agency
from uplift.ground.drafts.versions import claim
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case
from uplift.loop.reviews.models import Entry, Episode
from uplift.loop.reviews.models.entry import LONGEST
from uplift.loop.reviews.names import Names, names_of
from uplift.loop.reviews.operations.pairs import look_again
from uplift.loop.reviews.operations.telling import ChronologyRefused, last_number, locked, tell
from uplift.loop.reviews.when import Moment

TEXTS = ("what", "people", "where", "record", "comment")


@dataclass(frozen=True, slots=True)
class Contents:
    """What an entry says. `source` only for an account that isn't an agency's."""

    moment: Moment
    what: str
    people: str = ""
    where: str = ""
    record: str = ""
    comment: str = ""
    knowledge: str = ""
    known_to: tuple[Agency, ...] = ()
    source: str = ""

    def columns(self, names: Names) -> dict[str, Any]:
        """The columns of the entry, with made-up names in the place of real ones. Raises
        ChronologyRefused when a text becomes longer than it may be."""
        texts = {name: names.hidden(getattr(self, name))[0] for name in TEXTS}
        for name, text in texts.items():
            most = LONGEST.get(name)
            if most and len(text) > most:
                raise ChronologyRefused(f"This is too long: {most} characters are the most.", name)
        at = self.moment
        return {
            "earliest": at.earliest, "latest": at.latest, "time": at.time, "words": at.words,
            "knowledge": self.knowledge, "source": self.source, **texts,
        }  # fmt: skip


@transaction.atomic
def add_entry(
    *, case: Case, agency: Agency | None, contents: Contents, by: User, now: dt.datetime
) -> Entry:
    """Add one event to the agency's chronology, or to that of another source."""
    case = locked(case)
    if agency is None and not contents.source:
        raise ChronologyRefused("Say whose account this is.", field="source")
    entry = Entry.objects.create(
        case=case,
        agency=agency,
        number=last_number(case) + 1,
        by=by,
        at=now,
        **contents.columns(names_of(case)),
    )
    entry.known_to.set(contents.known_to)
    look_again(case, {entry.pk})
    tell(case, "entry_added", by, now, entry=entry.number)
    return entry


@transaction.atomic
def change_entry(
    *, entry: Entry, contents: Contents, version: int, by: User, now: dt.datetime
) -> Entry:
    """Change what an entry says."""
    case = locked(entry.case)
    if entry.agency is None and not contents.source:
        raise ChronologyRefused("Say whose account this is.", field="source")
    columns = contents.columns(names_of(case))
    entry = claim(entry, version, typed=columns)
    for name, value in columns.items():
        setattr(entry, name, value)
    entry.save(update_fields=columns)
    entry.known_to.set(contents.known_to)
    look_again(case, {entry.pk})
    tell(case, "entry_changed", by, now, entry=entry.number)
    return entry


@transaction.atomic
def remove_entry(*, entry: Entry, by: User, now: dt.datetime) -> Entry:
    """Take an entry out of the chronology. It is kept; what was told under it stands alone."""
    case = locked(entry.case)
    entry.also_told.update(merged_into=None)
    entry.standing, entry.merged_into = Entry.Standing.OUT, None
    entry.save(update_fields=["standing", "merged_into"])
    tell(case, "entry_removed", by, now, entry=entry.number)
    return entry


@transaction.atomic
def put_in_episode(
    *, entries: Iterable[Entry], episode: Episode | None, by: User, now: dt.datetime
) -> None:
    """Put entries of one case into a key practice episode, or out of any."""
    chosen = list(entries)
    if not chosen:
        raise ChronologyRefused("Choose an entry.", field="entries")
    case = locked(chosen[0].case)
    Entry.objects.filter(pk__in=[entry.pk for entry in chosen], case=case).update(episode=episode)
    numbers = [entry.number for entry in chosen]
    tell(case, "episode_set", by, now, entries=numbers, episode=episode and episode.pk)
