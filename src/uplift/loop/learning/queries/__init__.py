"""What is known of findings, themes and outcomes."""

from uplift.loop.learning.queries.findings import (
    NOT_YET,
    findings_of,
    findings_of_case,
    matching,
    of_joint_cases,
    source_in_words,
    with_source,
    words_there,
)
from uplift.loop.learning.queries.themes import outcomes_of, theme_rows, themes_of

__all__ = [
    "NOT_YET",
    "findings_of",
    "findings_of_case",
    "matching",
    "of_joint_cases",
    "outcomes_of",
    "source_in_words",
    "theme_rows",
    "themes_of",
    "with_source",
    "words_there",
]
