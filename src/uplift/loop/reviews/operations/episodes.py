"""Key practice episodes."""

import datetime as dt

from django.db import transaction

from uplift.ground.drafts.versions import claim
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case
from uplift.loop.reviews.models import Episode
from uplift.loop.reviews.names import names_of
from uplift.loop.reviews.operations.telling import ChronologyRefused, locked, tell


@transaction.atomic
def add_episode(
    *, case: Case, name: str, starts: dt.date, ends: dt.date, says: str, by: User, now: dt.datetime
) -> Episode:
    """Name a stretch of time that the review looks into."""
    case = locked(case)
    _in_order(starts, ends)
    names = names_of(case)
    episode = Episode.objects.create(
        case=case, name=names.hidden(name)[0][:120], starts=starts, ends=ends,
        says=names.hidden(says)[0], by=by,
    )  # fmt: skip
    tell(case, "episode_added", by, now, episode=episode.pk)
    return episode


@transaction.atomic
def change_episode(
    *,
    episode: Episode,
    name: str,
    starts: dt.date,
    ends: dt.date,
    says: str,
    version: int,
    by: User,
    now: dt.datetime,
) -> Episode:
    """Change an episode; its entries stay in it."""
    case = locked(episode.case)
    _in_order(starts, ends)
    names = names_of(case)
    episode = claim(
        episode, version, name=names.hidden(name)[0][:120], starts=starts, ends=ends,
        says=names.hidden(says)[0],
    )  # fmt: skip
    tell(case, "episode_changed", by, now, episode=episode.pk)
    return episode


@transaction.atomic
def remove_episode(*, episode: Episode, by: User, now: dt.datetime) -> None:
    """Take an episode away; its entries stay in the chronology."""
    case = locked(episode.case)
    episode.entries.update(episode=None)
    tell(case, "episode_removed", by, now, episode=episode.pk)
    episode.delete()


def _in_order(starts: dt.date, ends: dt.date) -> None:
    if ends < starts:
        raise ChronologyRefused("It ends before it begins.", field="ends")
