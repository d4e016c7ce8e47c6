"""The entries of one case's chronology."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import Count, F, Prefetch, Q, QuerySet

from uplift.loop.reviews.models import Entry, Pair
from uplift.loop.reviews.models.entry import EntryQuerySet
from uplift.loop.reviews.queries.sight import Sight

OTHER = "_others"  # the place of an agency in addresses, for other sources


def entries_of(sight: Sight) -> EntryQuerySet:
    """What stands in the chronology, as far as this person sees it: all of it, or what the
    agencies that they answer for told."""
    entries: EntryQuerySet = Entry.objects.filter(case=sight.case).standing()
    return entries if sight.whole else entries.filter(agency__in=sight.own)


def for_pages(entries: EntryQuerySet) -> EntryQuerySet:
    """With everything that a list draws, in as many queries for one entry as for thousands."""
    also = Entry.objects.standing().select_related("agency").in_order()
    return (
        entries.select_related("agency", "episode")
        .prefetch_related("known_to", Prefetch("also_told", queryset=also))
        .in_order()
    )


def matching(entries: EntryQuerySet, wanted: Mapping[str, Any]) -> EntryQuerySet:
    """Those that a filter asks for. Words are looked for within one case's entries, so that a
    search through their text stays short."""
    if source := wanted.get("agency"):
        of = Q(agency__isnull=True) if source == OTHER else Q(agency__slug=source)
        entries = entries.filter(of | Q(also_told__in=entries.filter(of))).distinct()
    if first := wanted.get("first"):
        entries = entries.filter(latest__gte=first)
    if last := wanted.get("last"):
        entries = entries.filter(earliest__lte=last)
    if episode := wanted.get("episode"):
        entries = entries.filter(episode=episode)
    if knowledge := wanted.get("knowledge"):
        entries = entries.filter(knowledge="" if knowledge == "unsaid" else knowledge)
    for word in str(wanted.get("words") or "").split()[:10]:
        texts = ("what", "people", "where", "record", "comment", "also_told__what")
        entries = entries.filter(pk__in=_saying(entries, word, texts))
    return entries


def _saying(entries: EntryQuerySet, word: str, texts: tuple[str, ...]) -> QuerySet[Entry, Any]:
    said = Q()
    for name in texts:
        said |= Q(**{f"{name}__icontains": word})
    return entries.filter(said).order_by().values("pk")


def contradicted(entries: list[Entry]) -> dict[int, list[tuple[Pair, Entry]]]:
    """For each of these entries that is contradicted: the pairs, each with the other entry."""
    keys = [entry.pk for entry in entries]
    pairs = Pair.objects.contradicting().filter(Q(first__in=keys) | Q(second__in=keys))
    found: dict[int, list[tuple[Pair, Entry]]] = {}
    for pair in pairs.select_related("first__agency", "second__agency"):
        found.setdefault(pair.first_id, []).append((pair, pair.second))
        found.setdefault(pair.second_id, []).append((pair, pair.first))
    return found


def told(sight: Sight) -> list[dict[str, Any]]:
    """Who told how much of what this person sees; the agency is empty for other sources."""
    agencies = entries_of(sight).order_by(F("agency__name").asc(nulls_last=True))
    by_agency = agencies.values("agency__name", "agency__slug")
    return [dict(one) for one in by_agency.annotate(entries=Count("pk"))]


def bounds(entries: EntryQuerySet) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of these entries."""
    first = entries.order_by("earliest").values_list("earliest", flat=True).first()
    last = entries.order_by("-latest").values_list("latest", flat=True).first()
    return (first, last) if first and last else None
