"""A process drawn as SVG: deterministic, accessible, without a library.

Steps stand one below the other within their stages, as in the app. Arcs at the left lead from
each step to those that rest on it; what a step waits for is written beside it too, so the picture
is never the only source.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from uplift.engine.diagram.outline import KINDS, step_lines
from uplift.engine.spec import Kind, Pack, Process, Step

WIDTH = 880
GUTTER = 150
TEXT_AT = GUTTER + 34
LETTERS = 92
LINE, NAME_LINE, GAP, STAGE, LEGEND = 18, 22, 14, 44, 30
INK, QUIET, RULE, PAPER = "#0b0c0c", "#505a5f", "#b1b4b6", "#ffffff"
DECISION, PLAIN = "#12436d", "#28a197"
KEY = "Diamond: a decision. Circle: any other step. Hollow: may be left out."
FONT = "Arial, Helvetica, sans-serif"


@dataclass(frozen=True)
class Row:
    """A step with its place: where its mark stands, and its lines of text."""

    step: Step
    top: int
    lines: tuple[str, ...]

    @property
    def middle(self) -> int:
        """The height of its mark."""
        return self.top + NAME_LINE // 2

    @property
    def height(self) -> int:
        """How much room it takes."""
        return NAME_LINE + LINE * len(self.lines) + GAP


def draw(pack: Pack, process: Process) -> str:
    """The process as SVG text."""
    stages: list[tuple[str, int]] = []
    rows: dict[str, Row] = {}
    top = LEGEND + 10
    for stage in process.stages.values():
        stages.append((stage.name, top))
        top += STAGE
        for step in process.steps:
            if step.stage == stage.id:
                rows[step.id] = Row(step, top, tuple(_lines(pack, process, step)))
                top += rows[step.id].height
    name = f"{pack.pack}-{process.id}"
    body = [
        _text(GUTTER, LEGEND - 8, 13, QUIET, KEY),
        *(_stage(stage, at) for stage, at in stages),
        *_arcs(process, rows),
        *(part for row in rows.values() for part in _row(row)),
    ]
    return "\n".join((*_head(process, name, top, len(rows)), *body, "</svg>", ""))


def _head(process: Process, name: str, height: int, steps: int) -> Iterator[str]:
    told = (
        f"{steps} steps from top to bottom, by stage. "
        f"Arcs lead from a step to those that wait for it. {KEY}"
    )
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" font-family="{FONT}">'
    )
    yield f'<title id="{name}-title">{escape(process.name)}: the steps</title>'
    yield f'<desc id="{name}-desc">{told}</desc>'
    yield f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>'


def _stage(name: str, top: int) -> str:
    rule = f'<path d="M{GUTTER} {top + 31}H{WIDTH - 20}" stroke="{RULE}"/>'
    return _text(GUTTER, top + 22, 18, INK, name, bold=True) + rule


def _text(x: int, y: int, size: int, colour: str, words: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    look = f'font-size="{size}"{weight} fill="{colour}"'
    return f'<text x="{x}" y="{y}" {look}>{escape(words)}</text>'


def _lines(pack: Pack, process: Process, step: Step) -> Iterator[str]:
    said = f"{KINDS[step.kind]} by {pack.roles[step.by].name}"
    for line in (said, *step_lines(pack, process, step)):
        yield from wrap(line, LETTERS)


def _row(row: Row) -> Iterator[str]:
    yield _mark(row)
    yield _text(TEXT_AT, row.top + 16, 15, INK, row.step.name, bold=True)
    for number, line in enumerate(row.lines, 1):
        yield _text(TEXT_AT, row.top + 16 + LINE * number, 13, QUIET, line)


def _mark(row: Row) -> str:
    """A diamond for a decision, else a circle; hollow when the step may be left out."""
    x, y = GUTTER + 12, row.middle
    colour = DECISION if row.step.kind is Kind.DECISION else PLAIN
    look = f'fill="{PAPER if row.step.optional else colour}" stroke="{colour}" stroke-width="2"'
    if row.step.kind is Kind.DECISION:
        return f'<path d="M{x} {y - 10}l10 10l-10 10l-10 -10z" {look}/>'
    return f'<circle cx="{x}" cy="{y}" r="7" {look}/>'


def _arcs(process: Process, rows: dict[str, Row]) -> Iterator[str]:
    """An arc from each step to those that rest on it, the wider the further."""
    for step in process.steps:
        for name in dict.fromkeys(process.decided_by(step.openings())):
            start, end = rows[name].middle, rows[step.id].middle
            reach = max(4, GUTTER - 12 - min(GUTTER - 20, 16 + abs(end - start) // 12))
            x = GUTTER
            yield (
                f'<path d="M{x} {start}C{reach} {start} {reach} {end} {x} {end}" fill="none" '
                f'stroke="{RULE}" stroke-width="1.5"/>'
            )
