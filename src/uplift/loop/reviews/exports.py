"""A chronology to take away."""

from collections.abc import Iterable, Iterator

from uplift.ground.documents.sheet import Grid, Passage, Sheet
from uplift.ground.ui.filters.dates import day
from uplift.ground.ui.filters.text import plural
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case
from uplift.loop.reviews.models import Entry
from uplift.loop.reviews.models.entry import EntryQuerySet

COLUMNS = (
    *("Number", "When", "First day", "Last day", "Time", "Told by", "What happened"),
    *("Who was involved", "Where", "Record", "Known then or later", "Who knew then", "Comment"),
    *("Key practice episode", "Also told by"),
)
MOST_PRINTED = 1_000


def rows(entries: EntryQuerySet) -> Iterator[list[object]]:
    """One row an entry, for Excel and CSV."""
    for entry in entries:
        yield [
            entry.number,
            entry.when,
            entry.earliest,
            entry.latest,
            entry.time.strftime("%H:%M") if entry.time else None,
            entry.told_by,
            entry.text,
            entry.said("people"),
            entry.said("where"),
            entry.said("record"),
            entry.get_knowledge_display(),
            "; ".join(agency.name for agency in entry.known_to.all()),
            entry.said("comment"),
            str(entry.episode or ""),
            "\n".join(_also(entry)),
        ]


def sheet(case: Case, entries: EntryQuerySet, printed: str) -> Sheet:
    """The same as pages to print. Raises Refusal when they would be too many."""
    count = entries.count()
    if count > MOST_PRINTED:
        raise Refusal(
            f"These are {plural(count, 'entry', 'entries')}, and a PDF holds {MOST_PRINTED:,} at "
            "the most. Filter them first, by year for example, or take the Excel file."
        )
    grid = Grid(("No.", "When", "What happened", "Told by", "Known"), tuple(map(_printed, entries)))
    about = Passage(f"{case.pseudonym}. {plural(count, 'entry', 'entries')} in order of time.")
    return Sheet(
        title="Chronology",
        blocks=(about, grid),
        board=case.board.name,
        printed=printed,
        reference=case.reference,
        wide=True,
    )


def _printed(entry: Entry) -> tuple[str, ...]:
    who = " · ".join(filter(None, (entry.said("people"), entry.said("where"))))
    what = "\n".join(filter(None, (entry.text, who, *_also(entry))))
    known = [entry.get_knowledge_display(), *(agency.name for agency in entry.known_to.all())]
    told = " · ".join(filter(None, (entry.told_by, entry.said("record"))))
    return str(entry.number), entry.when, what, told, "\n".join(filter(None, known))


def _also(entry: Entry) -> Iterable[str]:
    for other in entry.also_told.all():
        record = f", {other.said('record')}" if other.record else ""
        yield f"Also told by {other.told_by}{record}: {other.text} ({other.when})"


def own_rows(entries: EntryQuerySet) -> Iterator[list[str]]:
    """The rows of a workbook that can be filled in further and brought again."""
    for entry in entries:
        when = entry.words or day(entry.earliest)
        time = entry.time.strftime("%H:%M") if entry.time else ""
        known = {"then": "Then", "later": "Later"}.get(entry.knowledge, "")
        agencies = "; ".join(agency.name for agency in entry.known_to.all())
        texts = map(entry.said, ("people", "where", "record"))
        yield [when, time, entry.text, *texts, known, agencies, entry.said("comment")]
