"""What the framework asks the adopting board to check: whatever in it isn't verified."""

from typing import NamedTuple

from uplift.engine.spec import Pack
from uplift.engine.spec.honours import in_words, to_check


class Item(NamedTuple):
    """A thing to check: its name in the framework, what people know it by, and the question."""

    key: str
    name: str
    question: str


def items_of(pack: Pack) -> dict[str, Item]:
    """What the board has to check, by key: elements first, then clauses."""
    words = in_words(pack)
    found = {
        key: Item(key, words[key], element.says or "Is it so at your board?")
        for key, element in to_check(pack)
    }
    clauses = (clause for clause in pack.clauses if not clause.verified)
    return found | {one.id: Item(one.id, f"Clause {one.id}", one.says) for one in clauses}
