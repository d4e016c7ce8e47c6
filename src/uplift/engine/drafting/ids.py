"""Ids made from names: people write names, and never see an id."""

import re
import unicodedata
from collections.abc import Container

LONGEST = 40
# Words of the engine's own, for steps and for questions: no element may bear one.
TAKEN = frozenset(
    {
        *("pause", "resume", "convert", "opened", "this", "board"),
        *("late_reason", "present", "cast_by", "reasons"),
    }
)


def id_for(name: str, known: Container[str], otherwise: str = "part", mark: str = "_") -> str:
    """An id for something of that name which none of those known has.

    `otherwise` stands for a name without a letter of the alphabet; `mark` joins the words.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", mark, plain.replace("'", "")).lstrip("0123456789_-")
    stem = words[:LONGEST].strip(mark) or otherwise
    tries = (stem if number == 1 else f"{stem}{mark}{number}" for number in range(1, 100_000))
    return next(one for one in tries if one not in known and one not in TAKEN)
