"""A workbook without faults becomes an edition, and the board adopts it from a day on."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import transaction
from django.utils.timezone import localdate

from uplift.engine import drafting
from uplift.engine.spec import Pack, honours
from uplift.engine.text import quote
from uplift.ground.access.scope import roles_held
from uplift.ground.boards.models import Board
from uplift.ground.drafts.versions import claim
from uplift.ground.frameworks import operations as frameworks
from uplift.ground.frameworks.editor.book import Book
from uplift.ground.frameworks.editor.operations import locked, record
from uplift.ground.frameworks.models import Adoption, Workbook
from uplift.ground.frameworks.operations import AdoptionRefused
from uplift.ground.identity.models import User


class Item(NamedTuple):
    """Something to check before adopting: its key, its name, and the question."""

    key: str
    name: str
    question: str


def to_check(pack: Pack | None) -> tuple[Item, ...]:
    """What the framework isn't sure of: its elements first, then clauses."""
    if pack is None:
        return ()
    words = honours.in_words(pack)
    found = [
        Item(key, words[key], element.says or "Is it so at your board?")
        for key, element in honours.to_check(pack)
    ]
    unsure = (clause for clause in pack.clauses if not clause.verified)
    return (*found, *(Item(one.id, f"clause {one.id}", one.says) for one in unsure))


@transaction.atomic
def adopt(
    *,
    workbook: Workbook,
    starts: dt.date,
    part: str,
    checked: Mapping[str, str],
    by: User,
    now: dt.datetime,
) -> Adoption:
    """The board works by the framework from that day on. What was checked is kept in history, and
    isn't asked again of this edition. Raises a refusal with a sentence."""
    workbook = locked(workbook)
    book = Book(workbook)
    pack = book.examined.sound
    if pack is None:
        raise AdoptionRefused("Something is still wrong with it: mend that first.")
    if starts < localdate(now):
        raise AdoptionRefused(
            "A framework can't be adopted from a day that is past: cases of that time were run "
            "by another. Choose today or a later day.",
            field="starts",
        )
    for item in to_check(pack):
        if not checked.get(item.key):
            raise AdoptionRefused(f"Say what you found about {quote(item.name)} first.")
    _somebody_manages(workbook.board, pack, localdate(now))
    settled = drafting.examine(_settled(book.raw)).sound
    assert settled is not None  # noqa: S101 - what is checked can't be wrong
    edition = frameworks.keep(pack=settled, by=by, now=now)
    adoption = frameworks.adopt(
        board=workbook.board, edition=edition, starts=starts, by=by, now=now, part=part
    )
    claim(workbook, workbook.version, edition=edition, changed_at=now)
    detail = {"edition": edition.digest, "checked": dict(checked)}
    record(workbook, "frameworks.draft_adopted", detail, by, now)
    return adoption


def _somebody_manages(board: Board, pack: Pack, today: dt.date) -> None:
    """Refuse what would leave nobody able to change it again."""
    roles = {key for key, role in pack.roles.items() if "manage_board" in role.may}
    if not roles & roles_held(board, today):
        raise AdoptionRefused(
            "Nobody could manage the board any more: give a role that somebody holds the power "
            "“Manage the board”."
        )


def _settled(node: Any) -> Any:
    """The framework without the marks of what has to be checked."""
    if isinstance(node, list):
        return [_settled(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _settled(part) for key, part in node.items() if not (key == "verified" and not part)
    }
