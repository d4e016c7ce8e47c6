"""Words that are nearly a name."""

from collections.abc import Collection
from functools import lru_cache

from rapidfuzz.distance import OSA

_LEAST = 3  # shorter names are close to half the language


def allowed(length: int) -> int:
    """How many slips of the pen a name of that many letters may have."""
    return 0 if length < _LEAST else 1 if length < 8 else 2


@lru_cache(maxsize=200_000)
def slips(word: str, name: str) -> int | None:
    """How many letters are wrong, missing, too many or swapped; None beyond what is allowed."""
    most = allowed(len(name))
    if not most or abs(len(word) - len(name)) > most or min(len(word), len(name)) < _LEAST:
        return None
    distance = OSA.distance(word, name, score_cutoff=most)
    if distance > most or (len(name) <= 4 and not _close(word, name)):
        return None
    return distance


def nearest(word: str, names: Collection[str]) -> tuple[str, int] | None:
    """The name that the word is nearly, and by how many slips; None where it is near none."""
    near = [(slip, name) for name in names if (slip := slips(word, name)) is not None]
    if not near:
        return None
    slip, name = min(near)
    return name, slip


def _close(word: str, name: str) -> bool:
    """For short names: the same letters in another order, one doubled or dropped, or one other
    letter after the same first."""
    if sorted(word) == sorted(name) or _single(word) == _single(name):
        return True
    return word[0] == name[0] and len(name) == 4


def _single(word: str) -> str:
    return "".join(one for at, one in enumerate(word) if at == 0 or word[at - 1] != one)
