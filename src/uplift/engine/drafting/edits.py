"""Edits of a draft: each gives a new draft and leaves the one it was given as it is."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

Raw = dict[str, Any]
Place = tuple[str, ...]


def get(raw: Any, place: Place) -> Any:
    """What stands at that place; raises KeyError when there is nothing."""
    for word in place:
        raw = raw[_key(raw, word)]
    return raw


def put(raw: Raw, place: Place, value: Any) -> Raw:
    """The draft with `value` at that place, which may be new; None takes it out."""
    if value is None:
        return remove(raw, place)
    draft = deepcopy(raw)
    within = _within(draft, place[:-1])
    try:
        within[_key(within, place[-1])] = value
    except KeyError:
        if isinstance(within, list):
            within.append(value)
        else:
            within[place[-1]] = value
    return draft


def add(raw: Raw, place: Place, key: str, element: Raw, *, listed: bool) -> Raw:
    """The draft with one more element in the collection at that place: a list, or by id."""
    draft = deepcopy(raw)
    within = _within(draft, place[:-1])
    if listed:
        within.setdefault(place[-1], []).append({"id": key, **element})
    else:
        within.setdefault(place[-1], {})[key] = element
    return draft


def remove(raw: Raw, place: Place) -> Raw:
    """The draft without what stands there; a collection left empty goes too."""
    draft = deepcopy(raw)
    try:
        within = get(draft, place[:-1])
        del within[_key(within, place[-1])]
    except KeyError:
        return draft
    of_collection = len(place) % 2 == 0 and place[-2] != "repeat"
    return remove(draft, place[:-1]) if of_collection and not within else draft


def move(raw: Raw, place: Place, by: int) -> Raw:
    """The draft with an element so many places further down (or up, when negative)."""
    draft = deepcopy(raw)
    within = get(draft, place[:-1])
    entries = list(_entries(within))
    old = next(n for n, (word, _) in enumerate(entries) if word == place[-1])
    entries.insert(max(0, old + by), entries.pop(old))
    if isinstance(within, list):
        within[:] = [part for _, part in entries]
    else:
        within.clear()
        within.update(entries)
    return draft


def _entries(within: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(within, dict):
        yield from within.items()
        return
    for number, part in enumerate(within):
        yield word_for(part, number), part


def word_for(part: Any, number: int) -> str:
    """The word by which an element of a list is found: its id, or else its number."""
    name = part.get("id") if isinstance(part, dict) else None
    return str(name) if name else str(number)


def _key(within: Any, word: str) -> Any:
    """The key or the number of what the word leads to; raises KeyError."""
    if isinstance(within, dict):
        if word in within:
            return word
    elif isinstance(within, list):
        for number, part in enumerate(within):
            if word_for(part, number) == word:
                return number
    raise KeyError(word)


def _within(draft: Any, place: Place) -> Any:
    """What the place leads to; mappings that aren't there yet are made."""
    for word in place:
        missing = isinstance(draft, dict) and word not in draft
        draft = draft.setdefault(word, {}) if missing else draft[_key(draft, word)]
    return draft
