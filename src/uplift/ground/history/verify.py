"""Finding out whether anybody has tampered with the history, or with what it vouches for.

Nobody without the instance's history key can change, delete, insert or reorder a row unnoticed.
Putting back an earlier state of the whole database isn't noticed: only a backup can tell that.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

from django.db import Error, models
from django.db.models import Exists, OuterRef

from uplift.ground.boards.models import Board
from uplift.ground.history.models import Chain, Entry, Reading
from uplift.ground.history.operations import (
    CHAIN_FIELDS,
    CHANGE_FIELDS,
    INSTANCE,
    READ_FIELDS,
    STARTED,
    seal_of,
)

Row = TypeVar("Row", bound=models.Model)
Check = Callable[[], Iterable[str]]
_checks: dict[str, Check] = {}
_AT_ONCE = 500
# What reading a value that somebody has put into the database by hand may raise.
_UNREADABLE = (ValueError, TypeError, AttributeError, Error)


def register(name: str, check: Check) -> None:
    """Let a room above add what the history vouches for: `check` gives a sentence for each
    thing tampered with."""
    _checks[name] = check


def verify() -> list[str]:
    """A sentence for each thing tampered with; none when all is well.

    What looks wrong is looked at twice: a record made meanwhile is no tampering.
    """
    found = list(_look())
    again = set(_look()) if found else set()
    return [sentence for sentence in found if sentence in again]


def compare(rows: models.QuerySet[Row], key: str, digest: Callable[[Row], str]) -> Iterator[str]:
    """Whether each row still has the digest that the history keeps of it, for `register`.

    The entry's detail names the row's number under `key` and its digest under `digest`.
    """
    name = str(rows.model._meta.verbose_name)
    told: dict[Any, Any] = {}
    for _, entry in _read(Entry.objects.order_by("chain", "number")):
        if entry is not None and isinstance(entry.detail, dict) and key in entry.detail:
            told[entry.detail[key]] = entry.detail.get("digest")
    for number, row in _read(rows.order_by("pk")):
        if number not in told:
            yield f"The {name} with the number {number} was put in by hand."
        elif row is None or not _agrees(row, digest, told[number]):
            yield f"The {name} with the number {number} was changed."
        told.pop(number, None)
    for number in told:
        yield f"The {name} with the number {number} was taken away."


def _look() -> Iterator[str]:
    yield from _missing_chains()
    yield from _strays(Entry, "entry", reader=False)
    yield from _strays(Reading, "reading", reader=True)
    for number, chain in _read(Chain.objects.order_by("pk")):
        if chain is None or not _agrees(chain, lambda row: seal_of(row, CHAIN_FIELDS, "")):
            yield f"The chain with the number {number} was changed."
        else:
            yield from _walk(chain)
    for check in _checks.values():
        yield from check()


def _walk(chain: Chain) -> Iterator[str]:
    """What is wrong in a chain whose own row is as it was sealed."""
    links: models.QuerySet[Any] = chain.readings if chain.reader_id else chain.entries  # type: ignore[assignment]  # managers
    fields, what = (READ_FIELDS, "reading") if chain.reader_id else (CHANGE_FIELDS, "entry")
    before, count = "", 0
    for key, link in _read(links.order_by("number")):
        if link is None or not _agrees(link, partial(seal_of, fields=fields, before=before)):
            number = count + 1 if link is None else link.number
            yield f"Chain {chain.name}: {what} {number} or its place in the order was changed."
        before, count = key, count + 1
    if (before, count) != (chain.head, chain.length):
        yield f"Chain {chain.name}: it has {count} links and must have {chain.length}, in order."


def _missing_chains() -> Iterator[str]:
    started = Entry.objects.filter(chain__name=INSTANCE, operation=STARTED)
    told = {INSTANCE, *started.values_list("about", flat=True)}
    names = set(Chain.objects.values_list("name", flat=True))
    if names or Board.objects.exists():
        for name in sorted(told - names):
            yield f"The whole chain {name} was taken away."
    for name in sorted(names - told):
        yield f"The chain {name} was put in by hand."


def _strays(model: type[Entry] | type[Reading], what: str, *, reader: bool) -> Iterator[str]:
    """Rows that no chain of their kind would ever come to."""
    chain = Chain.objects.filter(pk=OuterRef("chain"), reader__isnull=not reader)
    count = model._default_manager.filter(~Exists(chain)).count()
    if count:
        yield f"There are rows of the kind {what} that belong to no chain: {count}."


def _agrees(row: Row, digest: Callable[[Row], str], expected: object = None) -> bool:
    """Whether the row's digest is the expected one (its own seal, if none)."""
    try:
        return digest(row) == (getattr(row, "seal", None) if expected is None else expected)
    except _UNREADABLE:
        return False


def _read(rows: models.QuerySet[Row]) -> Iterator[tuple[Any, Row | None]]:
    """Each row's key and the row in the given order; None for one that can't be read."""
    keys: list[Any] = []
    for key in rows.values_list("pk", flat=True).iterator():
        keys.append(key)
        if len(keys) == _AT_ONCE:
            yield from _some(rows, keys)
            keys = []
    yield from _some(rows, keys)


def _some(rows: models.QuerySet[Row], keys: list[Any]) -> Iterator[tuple[Any, Row | None]]:
    try:
        found = {row.pk: row for row in rows.filter(pk__in=keys)}
    except _UNREADABLE:
        found = {}
    for key in keys:
        yield key, found.get(key) or _one(rows, key)


def _one(rows: models.QuerySet[Row], key: Any) -> Row | None:
    try:
        return rows.filter(pk=key).first()
    except _UNREADABLE:
        return None
