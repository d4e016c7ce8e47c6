"""What is known of findings, themes and outcomes."""

from uplift.loop.learning.queries.findings import (
    findings_of,
    findings_of_case,
    matching,
    with_source,
    words_there,
)
from uplift.loop.learning.queries.themes import outcomes_of, theme_rows, themes_of

__all__ = [
    "findings_of",
    "findings_of_case",
    "matching",
    "outcomes_of",
    "theme_rows",
    "themes_of",
    "with_source",
    "words_there",
]
