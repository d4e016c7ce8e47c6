"""Differences as a table in plain text."""

from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest
from textwrap import wrap

from uplift.engine.spec.compare import Difference
from uplift.engine.text import say_count

COLUMN = 36
NOTHING = "-"


def as_text(differences: Iterable[Difference], here: str, there: str) -> str:
    """A table for each chapter, with the names of the two frameworks above their columns."""
    found = tuple(differences)
    lines: list[str] = []
    for chapter, rows in groupby(found, key=lambda one: one.chapter):
        lines += [chapter.upper(), *_row("", here, there), "-" * (3 * COLUMN + 4)]
        for row in rows:
            what = ": ".join(filter(None, (row.of, row.what, row.aspect)))
            lines += _row(what, row.here or NOTHING, row.there or NOTHING)
        lines.append("")
    return "\n".join([*lines, f"{say_count(len(found), 'difference')} in all"])


def _row(*cells: str) -> Iterator[str]:
    wrapped = [
        [part for line in cell.splitlines() for part in wrap(line, COLUMN)] for cell in cells
    ]
    for parts in zip_longest(*wrapped, fillvalue=""):
        yield "  ".join(part.ljust(COLUMN) for part in parts).rstrip()
    yield ""
