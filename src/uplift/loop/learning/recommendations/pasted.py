"""Reading recommendations out of pasted text, as inspectors' reports print them."""

import re
from dataclasses import dataclass, field

from uplift.loop.learning.recommendations.rows import Reading, Row

_NUMBERED = re.compile(r"^\(?(\d{1,4}(?:\.\d{1,3})*)[.)]\s+(\S.*)$")
_BULLET = re.compile(r"^[•●▪◦*\uf0b7\u2013-]\s+(\S.*)$")
_PAGE_NUMBER = re.compile(r"^\d{1,4}$")
_ENDED = re.compile(r"[.?!;:]['\")\u2019\u201d]?$")
_HEADING_LENGTH = 120  # characters


@dataclass(slots=True)
class _Item:
    line: int
    number: str
    area: str
    words: list[str] = field(default_factory=list)

    @property
    def ended(self) -> bool:
        return bool(_ENDED.search(self.words[-1]))


def read_text(text: str) -> Reading:
    """One recommendation a line; numbered (or bulleted) ones are joined where they are wrapped.

    A line before a number that isn't the rest of a sentence is the heading of what follows. Page
    numbers are dropped; every other line that finds no place is told in `left_out`.
    """
    lines = [(number, " ".join(line.split())) for number, line in enumerate(text.split("\n"), 1)]
    lines = [(number, line) for number, line in lines if line and not _PAGE_NUMBER.match(line)]
    for marker in (_NUMBERED, _BULLET):
        if any(marker.match(line) for _, line in lines):
            return _marked(lines, marker)
    return _one_a_line(lines)


def _marked(lines: list[tuple[int, str]], marker: re.Pattern[str]) -> Reading:
    items: list[_Item] = []
    left_out: list[str] = []
    area, closed = "", True  # closed: what follows no longer belongs to the last item
    following = [line for _, line in lines[1:]] + [""]
    for (number, line), after in zip(lines, following, strict=True):
        if found := marker.match(line):
            *numbers, says = found.groups()
            items.append(_Item(number, "".join(numbers), area, [says]))
            closed = False
        elif _is_heading(line, after, marker, closed or items[-1].ended):
            area, closed = line, True
        elif closed:
            left_out.append(line)
        else:
            items[-1].words.append(line)
    rows = (Row(item.line, " ".join(item.words), item.number, item.area) for item in items)
    return Reading(tuple(rows), tuple(left_out))


def _is_heading(line: str, after: str, marker: re.Pattern[str], free: bool) -> bool:
    """Whether a line without a mark heads the marked one after it; `free`: no sentence is open."""
    short = len(line) <= _HEADING_LENGTH and not line.endswith((".", ";", ","))
    return free and short and bool(marker.match(after))


def _one_a_line(lines: list[tuple[int, str]]) -> Reading:
    items: list[_Item] = []
    for number, line in lines:
        if items and line[0].islower() and not items[-1].ended:
            items[-1].words.append(line)
        else:
            items.append(_Item(number, "", "", [line]))
    return Reading(tuple(Row(item.line, " ".join(item.words)) for item in items))
