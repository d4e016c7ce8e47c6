"""What may be one event told twice, and what contradicts: found, and judged by a person."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case
from uplift.loop.reviews.likeness import Alike, Told, alike, at_odds
from uplift.loop.reviews.models import Entry, Pair
from uplift.loop.reviews.names import plain
from uplift.loop.reviews.operations.telling import ChronologyRefused, locked, tell

MOST = 5_000  # pairs that wait for a person's judgement
_NEAR = dt.timedelta(days=8)


def look_again(case: Case, changed: set[int] | None = None) -> None:
    """Find the pairs of the case anew, or those in which one of the `changed` entries is. What a
    person has judged stays. Call it in the operation's transaction."""
    entries = Entry.objects.filter(case=case, merged_into=None).standing()
    old = Pair.objects.filter(case=case, verdict="").exclude(kind=Pair.Kind.MARKED)
    if changed is not None:
        own = Entry.objects.filter(pk__in=changed)
        near = Q()
        for entry in own:
            span = (entry.earliest - _NEAR, entry.latest + _NEAR)
            near |= Q(earliest__range=span)
            if entry.record:
                near |= Q(record__iexact=entry.record)
        entries = entries.filter(near)
        old = old.filter(Q(first__in=changed) | Q(second__in=changed))
    old.delete()
    told = [
        Told(pk, earliest, latest, record, plain(what))
        for pk, earliest, latest, record, what in entries.values_list(
            "pk", "earliest", "latest", "record", "what"
        )
    ]
    _keep(case, Pair.Kind.DATES, at_odds(told))
    _keep(case, Pair.Kind.LIKE, alike(told, changed))


def _keep(case: Case, kind: Pair.Kind, found: Iterable[Alike]) -> None:
    best = sorted(found, key=lambda pair: -pair.score)[:MOST]
    Pair.objects.bulk_create(
        (
            Pair(case=case, kind=kind, first_id=one.first, second_id=one.second, score=one.score)
            for one in best
        ),
        batch_size=500,
        ignore_conflicts=True,  # judged before, or found by its dates already
    )


@transaction.atomic
def judge(
    *,
    pair: Pair,
    verdict: str,
    by: User,
    now: dt.datetime,
    keep: Entry | None = None,
    note: str = "",
) -> Pair:
    """Say what two entries are to each other. As the same event the other one is told under the
    one to `keep`; both sources stay."""
    case = locked(pair.case)
    pair = Pair.objects.select_related("first", "second").get(pk=pair.pk)
    if not Pair.objects.standing().filter(pk=pair.pk).exists():
        raise ChronologyRefused("One of the two no longer stands by itself.")
    pair.verdict, pair.note, pair.by, pair.at = Pair.Verdict(verdict), note, by, now
    pair.save(update_fields=["verdict", "note", "by", "at"])
    if pair.verdict == Pair.Verdict.SAME:
        _merge(keep or pair.first, pair)
    numbers = [pair.first.number, pair.second.number]
    tell(case, "pair_judged", by, now, entries=numbers, verdict=verdict)
    return pair


def _merge(keep: Entry, pair: Pair) -> None:
    other = pair.second if keep.pk == pair.first_id else pair.first
    if keep.pk not in (pair.first_id, pair.second_id):
        raise ChronologyRefused("Choose which of the two is kept in front.", field="keep")
    other.also_told.update(merged_into=keep)
    other.merged_into = keep
    other.save(update_fields=["merged_into"])


@transaction.atomic
def mark_contradiction(
    *, entry: Entry, other: Entry, note: str, by: User, now: dt.datetime
) -> Pair:
    """Point out by hand that two entries contradict each other, and how."""
    case = locked(entry.case)
    if entry.pk == other.pk or other.case_id != entry.case_id:
        raise ChronologyRefused("Choose another entry of this chronology.", field="other")
    first, second = sorted((entry, other), key=lambda one: one.pk)
    pair, _ = Pair.objects.update_or_create(
        first=first,
        second=second,
        defaults={
            "case": case,
            "verdict": Pair.Verdict.CONTRADICTION,
            "note": note,
            "by": by,
            "at": now,
        },
        create_defaults={
            "case": case,
            "kind": Pair.Kind.MARKED,
            "verdict": Pair.Verdict.CONTRADICTION,
            "note": note,
            "by": by,
            "at": now,
        },
    )
    tell(case, "contradiction_marked", by, now, entries=[first.number, second.number])
    return pair


@transaction.atomic
def separate(*, entry: Entry, by: User, now: dt.datetime) -> Entry:
    """Let an entry that was told under another one stand by itself again."""
    case = locked(entry.case)
    if entry.merged_into_id is None:
        raise ChronologyRefused("This entry stands by itself already.")
    both = (entry.pk, entry.merged_into_id)
    Pair.objects.filter(first__in=both, second__in=both).update(
        verdict=Pair.Verdict.DIFFERENT, by=by, at=now
    )
    entry.merged_into = None
    entry.save(update_fields=["merged_into"])
    tell(case, "entries_separated", by, now, entry=entry.number)
    return entry
