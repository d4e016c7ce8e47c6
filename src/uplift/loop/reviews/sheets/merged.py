"""Merged cells: a date over several rows counts for each; a band across is a heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from openpyxl.utils import range_boundaries

_RANGE = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]{1,3}\d+:[A-Z]{1,3}\d+)"')
_TAIL = 4 * 1024 * 1024  # they stand at the end of a sheet's part
_MOST = 20_000


@dataclass(slots=True)
class Merged:
    """The merged ranges of one sheet."""

    down: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # row: (first row, column)
    across: set[int] = field(default_factory=set)  # rows with a band over several columns
    _tops: dict[tuple[int, int], Any] = field(default_factory=dict)

    def filled(self, number: int, row: list[Any]) -> list[Any]:
        """The row, with the upper cell's content in each cell that is merged with it."""
        for first, place in self.down.get(number, ()):
            if place >= len(row):
                continue
            if number == first:
                self._tops[first, place] = row[place]
            elif row[place].value is None:
                row[place] = self._tops.get((first, place), row[place])
        return row

    def is_banner(self, number: int, row: Sequence[Any]) -> bool:
        """Whether the row is a heading across the table, such as a year."""
        return number in self.across and sum(cell.value is not None for cell in row) == 1


def merged_in(content: IO[bytes], sheet: Any) -> Merged:
    """The merged ranges of the sheet, read from the end of its part: openpyxl doesn't read them
    from a workbook that it streams."""
    merged = Merged()
    for text in _ranges(content, sheet._worksheet_path)[:_MOST]:
        left, top, right, bottom = (int(bound or 0) for bound in range_boundaries(text))
        if bottom > top:
            for number in range(top, min(bottom, top + 1_000) + 1):
                merged.down.setdefault(number, []).append((top, left - 1))
        elif right > left:
            merged.across.add(top)
    return merged


def _ranges(content: IO[bytes], path: str) -> list[str]:
    try:
        with ZipFile(content) as archive, archive.open(path) as part:
            tail = b""
            while chunk := part.read(_TAIL):
                tail = (tail + chunk)[-_TAIL:]
    except (BadZipFile, KeyError, OSError, ValueError):
        return []
    return [found.decode() for found in _RANGE.findall(tail)]
