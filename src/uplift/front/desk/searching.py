"""The search backend: modelsearch in the database, over any queryset and without ranking.

Records are found by their words and listed newest first. Ranking would read the whole index on
every save to keep its averages (`title_norm`).
"""

from typing import Any

from modelsearch.backends import database


class AnyQuerySet:
    """Mixed into the query compiler of the database in use."""

    def check(self) -> None:
        """Nothing to check: the database filters by whatever the queryset says; only search
        engines apart need each filter named beforehand."""


class Unranked:
    """Mixed into the index of the database in use."""

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Nothing to refresh: no ranking."""


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name that modelsearch looks for
    """The backend of this database."""
    backend = database.SearchBackend(params)
    compiler, index = backend.query_compiler_class, backend.index_class
    backend.query_compiler_class = type("Compiler", (AnyQuerySet, compiler), {})
    backend.index_class = type("Index", (Unranked, index), {})
    return backend
