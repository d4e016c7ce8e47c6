"""One finding for one place: the surest and longest, with its place and what stands around it."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from uplift.engine.disclosure.folding import Folded
from uplift.engine.disclosure.things import Finding, Hit, Part

_AROUND = 60  # characters shown on either side


def sifted(hits: Iterable[Hit]) -> list[Hit]:
    """The hits of which none lies over another, in the order of the text."""
    taken: list[tuple[int, int]] = []
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.certainty.rank, hit.start - hit.end, hit.start)):
        at = bisect_left(taken, (hit.start, hit.end))
        before, after = taken[at - 1 : at], taken[at : at + 1]
        if any(start < hit.end and hit.start < end for start, end in before + after):
            continue
        insort(taken, (hit.start, hit.end))
        kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def placed(hit: Hit, folded: Folded, part: Part) -> Finding:
    """The hit as a reader meets it in the part."""
    start, end = folded.span(hit.start, hit.end)
    line_start = part.text.rfind("\n", 0, start) + 1
    before, after = _around(part.text, start, end)
    return Finding(
        kind=hit.kind,
        certainty=hit.certainty,
        words=part.text[start:end],
        why=hit.why,
        suggestion=hit.suggestion,
        person=hit.person,
        place=part.place,
        line=part.text.count("\n", 0, start) + 1,
        column=start - line_start + 1,
        start=start,
        end=end,
        before=before,
        after=after,
    )


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after, in whole words where it is cut."""
    before, after = text[max(0, start - _AROUND - 1) : start], text[end : end + _AROUND + 1]
    if len(before) > _AROUND:
        before = "…" + before.partition(" ")[2]
    if len(after) > _AROUND:
        after = after.rpartition(" ")[0] + "…"
    return before, after
