"""The page for users on the frameworks that come with Uplift tells what the packs hold."""

from collections import Counter
from pathlib import Path

from uplift.engine.clauses import clause_statuses
from uplift.engine.shelf import SHIPPED, shipped
from uplift.engine.spec import Honour, Pack, read_pack

PAGE = Path(__file__).parents[2] / "docs" / "for-users" / "frameworks-we-know.md"
KINDS = (Honour.BUILT_IN, Honour.MEASURED, Honour.ATTESTED, Honour.PLANNED)


def row(pack: Pack) -> str:
    """The framework's row in the table of counts."""
    counts = Counter(status.honour for status in clause_statuses(pack))
    cells = (pack.short, len(pack.clauses), *(counts[kind] for kind in KINDS))
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def test_it_counts_every_pack():
    """When this fails: put the row that is missing into the page."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    rows = [row(read_pack(SHIPPED / name)) for name in shipped()]
    assert [one for one in rows if one not in lines] == []
